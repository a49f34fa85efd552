/** Whether the links, addresses and other facts of a translation are those of the original. */
import type { Edition } from '../content/edition.ts';
import type { Field, FieldValue } from '../content/fields/field.ts';
import { fieldName, pathKey } from '../content/fields/field-path.ts';
import { visitFields } from '../content/fields/visit.ts';
import { withInner } from '../content/walk.ts';
import type { SourceSpan } from '../diagnostics/diagnostic.ts';
import type { Pair } from './align.ts';
import type { FieldedEdition, TextBlock } from './blocks.ts';
import { type Findings, placeOf } from './findings.ts';

interface Target {
  readonly url: string;
  readonly span: SourceSpan;
}

/** Tells links of the text that lead elsewhere, or that only one of the two has. */
export function checkLinks(pairs: readonly Pair[], findings: Findings): void {
  for (const { source, translation } of pairs) {
    if (source.length === 0 || translation.length === 0) continue;
    const [from, to] = [targetsIn(source), targetsIn(translation)];
    const lost = from.filter(({ url }) => !to.some((other) => other.url === url));
    const added = to.filter(({ url }) => !from.some((other) => other.url === url));
    for (const [index, { url, span }] of added.entries()) {
      const instead = lost[index];
      const message = instead
        ? `this leads to ${url}, and in the original to ${instead.url} (${placeOf(instead.span)})`
        : `this leads to ${url}, and the original has no such link (${placeOf(source[0]!.span)})`;
      findings.tell('links', 'translation-link', span, message);
    }
    for (const { url, span } of lost.slice(added.length)) {
      const message = `the link to ${url} is missing here (${placeOf(span)})`;
      findings.tell('links', 'translation-link', translation[0]!.span, message);
    }
  }
}

/** Links to addresses; one to a heading of the same text is named as each language names it. */
function targetsIn(blocks: readonly TextBlock[]): readonly Target[] {
  return blocks.flatMap(({ inlines }) =>
    [...withInner(inlines)].flatMap((inline) =>
      inline.type === 'link' && !inline.url.startsWith('#') ? [{ url: inline.url, span: inline.span }] : [],
    ),
  );
}

const CODES = { links: 'translation-link', parity: 'translation-parity' } as const;

/** Types of fields that say the same in every language, and the check that they belong to. */
const FACTS: Readonly<Partial<Record<Field['type'], keyof typeof CODES>>> = {
  url: 'links',
  email: 'links',
  phone: 'links',
  date: 'parity',
  time: 'parity',
  number: 'parity',
  boolean: 'parity',
  choice: 'parity',
};

interface Fact {
  readonly check: keyof typeof CODES;
  readonly value: FieldValue;
  readonly name: string;
  readonly span: SourceSpan;
}

/** Tells facts of the front matter – addresses, QR targets, dates, numbers – that are others, missing or too many. */
export function checkFacts(source: FieldedEdition, translation: FieldedEdition, findings: Findings): void {
  const [from, to] = [factsOf(source), factsOf(translation)];
  for (const [key, { check, name, value, span }] of from) {
    const other = to.get(key);
    const file: SourceSpan = { file: translation.edition.file, line: 1, column: 1 };
    if (!other)
      findings.tell(
        check,
        CODES[check],
        file,
        `${name} is missing; in the original it is ${value} (${placeOf(span)})`,
      );
    else if (other.value !== value)
      findings.tell(
        check,
        CODES[check],
        other.span,
        `${name} is ${other.value} here, and ${value} in the original (${placeOf(span)})`,
      );
  }
  for (const [key, { check, name, span }] of to)
    if (!from.has(key))
      findings.tell(
        check,
        CODES[check],
        span,
        `${name} is here, and not in the original (${source.edition.file})`,
      );
}

function factsOf({ edition, fields }: FieldedEdition): ReadonlyMap<string, Fact> {
  const facts = new Map<string, Fact>();
  const values = { ...edition.frontMatter, ...edition.declared };
  visitFields(fields, values, (field, value, path) => {
    const check = FACTS[field.type];
    const key = pathKey(path);
    // What is written nowhere is a default, and `translation` is the translation's own.
    if (check === undefined || path[0] === 'translation' || !isWritten(edition, key)) return;
    const span = edition.places.get(key) ?? { file: edition.file };
    facts.set(key, { check, value, name: fieldName(path), span });
  });
  return facts;
}

const isWritten = ({ places }: Edition, key: string): boolean => places.has(key);
