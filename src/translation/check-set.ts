/** Checks one publication: every translation against its original, and every text by itself. */
import { byCodeUnit } from '../diagnostics/code-unit-order.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { findLanguage } from '../language/language.ts';
import type { CheckSettings } from '../project/config.ts';
import { alignBlocks } from './align.ts';
import { blocksOf, type FieldedEdition, type TextBlock } from './blocks.ts';
import { type DocumentSet, originalOf, type SetMember, sourceLanguage } from './document-set.ts';
import { checkFigures } from './figures/check-figures.ts';
import { Findings, placeOf } from './findings.ts';
import { checkLeftovers } from './leftovers/check-leftovers.ts';
import { checkUntranslated } from './leftovers/untranslated.ts';
import { checkFacts, checkLinks } from './links.ts';
import { checkParity } from './parity.ts';
import { compareWithRecord, type StaleBlock } from './record/staleness.ts';
import { renderWordDiff } from './record/words.ts';

export type EditionState = 'source' | 'fresh' | 'stale' | 'draft' | 'unrecorded' | 'missing' | 'errors';

export interface CheckedEdition {
  readonly lang: string;
  /** Undefined when it is missing. */
  readonly file?: string;
  readonly state: EditionState;
  /** The language it is translated from. */
  readonly of?: string;
  readonly stale: readonly StaleBlock[];
}

export interface CheckedSet {
  readonly slug: string;
  /** Language of the original, where there is one. */
  readonly source?: string;
  /** Sorted by language. */
  readonly editions: readonly CheckedEdition[];
}

export interface CheckInput {
  readonly set: DocumentSet;
  readonly checks: CheckSettings;
  /** Language of originals, from bayan.yaml; canonical. */
  readonly source?: string;
  /** Languages that bayan.yaml publishes in; canonical. */
  readonly languages?: readonly string[];
  /** Only these are checked; all when left out. */
  readonly only?: readonly string[];
}

/** What is found goes to the report; the state of each edition is returned. */
export function checkSet(input: CheckInput, report: Report): CheckedSet {
  const { set, languages = [], only } = input;
  const source = sourceLanguage(set, input.source);
  const isWanted = (lang: string): boolean => only?.includes(lang) ?? true;
  const findings = new Findings(input.checks, report);
  const editions = set.members
    .filter(({ planned }) => isWanted(planned.lang))
    .map((member) => checkMember(member, set, source, input.checks, report));
  const missing = languages.filter(
    (lang) => isWanted(lang) && !set.members.some(({ planned }) => planned.lang === lang),
  );
  const folder = set.members[0]?.planned.file.replace(/\/[^/]*$/, '') ?? set.slug;
  for (const lang of missing)
    findings.tell(
      'missing',
      'translation-missing',
      { file: folder },
      `${set.slug} is not translated into ${findLanguage(lang)?.name ?? lang} (${lang})`,
      { hint: `bayan new ${set.slug} --lang ${lang}` },
    );
  const all = [...editions, ...missing.map((lang) => ({ lang, state: 'missing' as const, stale: [] }))];
  return {
    slug: set.slug,
    ...(source !== undefined && { source }),
    editions: all.sort((a, b) => byCodeUnit(a.lang, b.lang)),
  };
}

function checkMember(
  found: SetMember,
  set: DocumentSet,
  source: string | undefined,
  checks: CheckSettings,
  report: Report,
): CheckedEdition {
  const { lang, file } = found.planned;
  const base = { lang, file, stale: [] };
  const of = originalOf(found, source);
  // What was recorded of another original says nothing of this one.
  const { record, ...rest } = found;
  const member = record?.of === of ? found : rest;
  if (!member.content) return { ...base, state: 'errors' };
  const own = report.child();
  const findings = new Findings(checks, own);
  const blocks = blocksOf(member.content);
  checkLeftovers(blocks, member.content.edition.source, findLanguage(lang)!, findings);
  if (of === undefined) return { ...base, state: own.hasErrors ? 'errors' : 'source' };
  const original = set.members.find(({ planned }) => planned.lang === of);
  if (!original) {
    const place = member.content.edition.places.get('translation.of') ?? { file };
    const message = `it is translated from ${of}, and there is no ${of}.md beside it`;
    own.warning('translation-original', place, message, { hint: 'nothing is compared with it' });
    return { ...base, of, state: stateOf(member, own, []) };
  }
  if (!original.content) return { ...base, of, state: stateOf(member, own, []) };
  const stale = compare(member.content, original.content, { blocks, member }, findings);
  return { ...base, of, stale, state: stateOf(member, own, stale) };
}

/** All that takes an original and its translation. */
function compare(
  translation: FieldedEdition,
  source: FieldedEdition,
  { blocks, member }: { readonly blocks: readonly TextBlock[]; readonly member: SetMember },
  findings: Findings,
): readonly StaleBlock[] {
  const { file } = translation.edition;
  const sourceBlocks = blocksOf(source);
  const { record } = member;
  const tags = { source: source.edition.lang, translation: translation.edition.lang };
  const { stale, pairs } = record
    ? compareWithRecord({ record, source: sourceBlocks, translation: blocks, lang: tags.translation, file })
    : { stale: [], pairs: alignBlocks(sourceBlocks, blocks, tags) };
  tellStale(stale, source.edition.file, file, findings);
  // A word diff has told what is new in these, and nobody has touched their translation since.
  const isTold = ({ change, edited }: StaleBlock): boolean =>
    findings.wants('stale') && change !== 'removed' && !edited;
  const told = new Set(stale.filter(isTold).map(({ at }) => at));
  checkParity({ pairs, file, told }, findings);
  checkFacts(source, translation, findings);
  const languages = { source: findLanguage(tags.source)!, translation: findLanguage(tags.translation)! };
  const current = pairs.filter(({ source: [first] }) => first === undefined || !told.has(first.at));
  checkLinks(current, findings);
  checkUntranslated(pairs, languages, findings);
  checkFigures(current, languages, findings);
  return stale;
}

function tellStale(stale: readonly StaleBlock[], original: string, file: string, findings: Findings): void {
  for (const { change, at, source, place, diff, edited } of stale) {
    const there = placeOf(source ?? { file: original });
    const message =
      change === 'changed'
        ? `${at} of the original has changed since this was translated (${there})`
        : change === 'added'
          ? `${at} of the original is new since this was translated (${there})`
          : `${at}, as it was in the original, is no longer there (${there})`;
    const hint = edited
      ? `this has been edited since; when it is up to date: bayan translated ${file}`
      : `bring it up to date, then: bayan translated ${file}`;
    findings.tell('stale', 'translation-stale', place, message, {
      hint,
      detail: indent(renderWordDiff(diff)),
    });
  }
}

const indent = (text: string): string => `     ${text}`;

function stateOf({ content, record }: SetMember, report: Report, stale: readonly StaleBlock[]): EditionState {
  const faults = report.diagnostics.filter(
    ({ severity, code }) => severity === 'error' && code !== 'translation-stale',
  );
  if (faults.length > 0) return 'errors';
  if (stale.length > 0) return 'stale';
  if (content?.edition.frontMatter.translation?.status === 'draft') return 'draft';
  return record ? 'fresh' : 'unrecorded';
}
