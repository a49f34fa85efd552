/** Publications written in a test: texts divided by `=== en` lines, front matter left out where it does not matter. */
import { COMMON_FIELDS } from '../../src/content/fields/common-fields.ts';
import { parseEdition } from '../../src/content/parse.ts';
import { type Diagnostic, Report } from '../../src/diagnostics/diagnostic.ts';
import type { CheckSettings } from '../../src/project/config.ts';
import { blocksOf, type FieldedEdition } from '../../src/translation/blocks.ts';
import { type CheckedSet, checkSet } from '../../src/translation/check-set.ts';
import type { DocumentSet } from '../../src/translation/document-set.ts';
import { makeRecord } from '../../src/translation/record/make-record.ts';
import type { TranslationRecord } from '../../src/translation/record/record.ts';

export const ALL: CheckSettings = {
  parity: 'error',
  links: 'warning',
  figures: 'error',
  stale: 'error',
  leftovers: 'warning',
  missing: 'warning',
};

/** A text with the fields that every kind has. */
export function fielded(lang: string, source: string): FieldedEdition {
  const report = new Report();
  const text = source.startsWith('---')
    ? source
    : `---\ntitle: T\ndate: 2024-04-04\n${lang === 'en' ? '' : 'translation: { of: en, by: N, status: unofficial }\n'}---\n${source}`;
  const edition = parseEdition({ file: `${lang}.md`, slug: 'a', lang, source: text }, report);
  if (!edition) throw new Error(report.diagnostics.map(({ message }) => message).join('\n'));
  return { edition, fields: COMMON_FIELDS };
}

/**
 * A set from texts divided by `=== lang`. After `=== en before` stands the original at the time the translations were made; after
 * `=== ps before`, a translation at that time.
 */
export function readSet(text: string): DocumentSet {
  const now = new Map<string, FieldedEdition>();
  const before = new Map<string, FieldedEdition>();
  const parts = text.split(/^=== (\S+)(?: (before))?$/m).slice(1);
  for (let index = 0; index < parts.length; index += 3) {
    const [lang = '', then, body = ''] = parts.slice(index, index + 3);
    (then ? before : now).set(lang, fielded(lang, body.replace(/^\n/, '')));
  }
  const members = [...now].map(([lang, content]) => {
    const record = lang === 'en' ? undefined : recordOf(before.get('en'), before.get(lang) ?? content);
    return { planned: { slug: 'a', lang, file: `${lang}.md` }, content, ...(record && { record }) };
  });
  return { slug: 'a', members };
}

function recordOf(
  source: FieldedEdition | undefined,
  translation: FieldedEdition,
): TranslationRecord | undefined {
  return (
    source &&
    makeRecord(
      { source: 'en', translation: translation.edition.lang },
      blocksOf(source),
      blocksOf(translation),
    )
  );
}

export interface Checked {
  readonly set: CheckedSet;
  readonly diagnostics: readonly Diagnostic[];
}

export function check(set: DocumentSet, checks: CheckSettings = ALL): Checked {
  const report = new Report();
  const checked = checkSet({ set, checks }, report);
  return { set: checked, diagnostics: report.diagnostics };
}

/** One line for each, as the terminal shows its first. */
export function told(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ severity, code, message, span, detail }) => {
      const place = [span?.file, span?.line, span?.column].filter((part) => part !== undefined).join(':');
      return `${place} ${severity}[${code}]: ${message}${detail ? `\n${detail}` : ''}`;
    })
    .join('\n');
}
