/** Compares a publication with an older state of it: what `bayan diff` tells. */
import {
  type ComparedPrint,
  compareStates,
  isUnreadable,
  type LanguageChanges,
  type PrintComparison,
  type PublicationChanges,
} from '../changes/publication.ts';
import type { Edition } from '../content/edition.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { nearestHint } from '../diagnostics/nearest.ts';
import { canonicalTag, findLanguage, languageHint } from '../language/language.ts';
import { planEditions } from '../project/plan.ts';
import { type OlderOptions, openOlderState } from './older-state.ts';
import { ProjectPrints } from './project-prints.ts';
import type { Workspace } from './workspace.ts';

export interface ComparedPublication {
  readonly changes: PublicationChanges;
  /** The edition whose title and date the report has: the original, where it can be read. */
  readonly edition: Edition | undefined;
}

/**
 * Compares what a project prints of a publication with what it printed. What cannot be compared is in the changes, with its
 * reason, and in the report.
 *
 * @returns undefined after reporting that there is nothing to compare, or nothing to compare it with
 */
export async function compareWithOlder(
  workspace: Workspace,
  options: Omit<OlderOptions, 'project'>,
  report: Report,
): Promise<ComparedPublication | 'misused' | undefined> {
  const { project } = workspace;
  const { slug, kinds } = options;
  const plan = planEditions(project, { slugs: [slug], ...(kinds && { kinds }) }, report, workspace.files);
  if (plan.misused) return 'misused';
  const older = openOlderState({ ...options, project }, report);
  if (!older) return undefined;
  try {
    const now = new ProjectPrints(workspace, plan.editions, older.readOff, ({ file }, { diagnostics }) => {
      const faults = diagnostics.filter(({ severity }) => severity === 'error');
      report.addAll(faults);
      return { reason: `${file} has errors (${faults[0]?.message ?? 'unknown'})` };
    });
    const wanted = older.only ? [older.only.lang] : options.langs;
    const present = [...new Set([...now.langs, ...older.prints.langs])];
    const langs = wanted && knownLanguages(wanted, present, report);
    if (wanted && !langs) return 'misused';
    const languages = await compareStates(older.prints, now, {
      langs,
      kinds: older.only ? [older.only.kind] : kinds,
    });
    if (kinds && !older.only && !arePrinted(kinds, languages, slug, report)) return 'misused';
    // The original first: what has changed in it is why the others have.
    const original = project.source ?? 'en';
    const isOriginal = ({ lang }: LanguageChanges): boolean => lang === original;
    const sorted = [...languages.filter(isOriginal), ...languages.filter((one) => !isOriginal(one))];
    const changes = { slug, since: older.name, languages: sorted };
    if (older.only) warnOfOther(changes, report);
    const tags = [original, ...now.langs].filter((tag) => now.langs.includes(tag));
    const [edition] = tags.flatMap((tag) => {
      const found = now.edition(tag);
      return isUnreadable(found) ? [] : [found];
    });
    return { changes, edition };
  } finally {
    older.close();
  }
}

/** Canonical tags of languages that one of both states is in; undefined after reporting one that neither is in. */
function knownLanguages(
  wanted: readonly string[],
  present: readonly string[],
  report: Report,
): readonly string[] | undefined {
  const own = report.child();
  const tags = wanted.flatMap((tag) => {
    const lang = canonicalTag(tag);
    if (lang !== undefined && present.includes(lang)) return [lang];
    const isKnown = findLanguage(tag) !== undefined;
    own.error(
      'language-unknown',
      undefined,
      isKnown ? `neither state is in the language "${tag}"` : `"${tag}" is no language Bayan knows`,
      { hint: isKnown ? nearestHint(tag, present) : languageHint(tag) },
    );
    return [];
  });
  return own.hasErrors ? undefined : tags;
}

/** Whether each of these kinds is one that either state is printed in; reports those that are not. */
function arePrinted(
  kinds: readonly string[],
  languages: readonly LanguageChanges[],
  slug: string,
  report: Report,
): boolean {
  const prints = languages.flatMap((language) => language.prints);
  // Of a text that cannot be read, the kinds are not known.
  if (prints.some(({ kind }) => kind === '')) return true;
  const absent = kinds.filter((wanted) => prints.every(({ kind }) => kind !== wanted));
  for (const kind of absent)
    report.error('kind-unknown', undefined, `${slug} is not printed as "${kind}" in either state`, {
      hint: 'leave --kind out, and all that it is printed as is compared',
    });
  return absent.length === 0;
}

/** Part of the blocks of an older print that is found again in a newer one of the same document. */
const ALIKE = 0.2;

function warnOfOther({ slug, since, languages }: PublicationChanges, report: Report): void {
  const isOther = (print: PrintComparison): boolean =>
    print.state === 'compared' && print.kept < ALIKE * (print.kept + removedOf(print));
  if (languages.some(({ prints }) => prints.some(isOther)))
    report.warning(
      'since-unknown',
      undefined,
      `hardly anything in ${since} is in ${slug}: it may be of another document`,
      {
        hint: 'check which PDF it is; the comparison is written all the same',
      },
    );
}

const removedOf = ({ blocks }: ComparedPrint): number =>
  blocks.filter(({ change }) => change === 'removed').length;
