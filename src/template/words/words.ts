/**
 * The words that templates print, from strings/<lang>.yaml: a flat map of names to text. Files are read when a language is
 * first asked for; a project's words win over the shipped ones, word by word. `words.source` and `words.reviewed` say where
 * the words of a file come from and whether a native speaker has looked at them.
 */

import * as v from 'valibot';
import { Report } from '../../diagnostics/diagnostic.ts';
import { knownYaml } from '../../files/known-file.ts';
import { readEntries } from '../../files/settings-file.ts';
import { ReadFile } from '../../files/source-file.ts';
import type { Trace } from '../../files/trace.ts';
import { TracedMemo } from '../../files/traced-memo.ts';
import { cleanText } from '../handlebars/values.ts';
import type { TemplateRoot } from '../load.ts';
import { PLURAL_CATEGORIES } from './plural.ts';

/** Words as they are for each plural category of their language (CLDR): one, few, other. */
export type PluralForms = Readonly<Record<string, string>>;

export interface FoundString {
  /** Of words with several forms, the one for “other”. */
  readonly text: string;
  /** Of words that have several, for a number that stands in them. */
  readonly forms?: PluralForms;
  /** The language it was found in. */
  readonly lang: string;
}

export interface StringTable {
  /** The words for a name in the first of these languages that has any. */
  find(languages: readonly string[], key: string, report: Report): FoundString | undefined;
  /**
   * The names that these languages have words for, each once: those that every page may need, and those of the family of
   * `like`, all of `letter.…` for one of them.
   */
  keys(languages: readonly string[], report: Report, like?: string): readonly string[];
  /** Every language that has a file of words, sorted. */
  languages(report: Report): readonly string[];
  /** The file in which the project would write the words of a language. */
  fileFor(lang: string): string;
  /** The same table, noting in `trace` which files it looked into. */
  recording(trace: Trace): StringTable;
  /** Whether anything it read has changed; it must then be made again. */
  isStale(changed: ReadonlySet<string>): boolean;
}

type FoundWords = Omit<FoundString, 'lang'>;

interface StringFile {
  readonly strings: ReadonlyMap<string, FoundWords>;
  readonly faults: Report;
}

/** A table over strings/ in each of `roots`, the first of which wins. */
export function createStringTable(roots: readonly TemplateRoot[]): StringTable {
  return tableOver(roots, new TracedMemo<StringFile>());
}

function tableOver(
  roots: readonly TemplateRoot[],
  files: TracedMemo<StringFile>,
  trace?: Trace,
): StringTable {
  const load = (lang: string, report: Report): ReadonlyMap<string, FoundWords> => {
    const file = files.get(lang, trace, (own) => readStrings(lang, roots, own));
    report.addAll(file.faults.diagnostics);
    return file.strings;
  };
  return {
    recording: (own) => tableOver(roots, files, own),
    isStale: (changed) => files.touches(changed),
    find(languages, key, report) {
      for (const lang of languages) {
        const words = load(lang, report).get(key);
        if (words !== undefined) return { ...words, lang };
      }
      return undefined;
    },
    keys: (languages, report, like = '') => {
      const family = like.slice(0, like.indexOf('.') + 1);
      const isWanted = (name: string) => isWord(name) || (family !== '' && name.startsWith(family));
      return [...new Set(languages.flatMap((lang) => [...load(lang, report).keys()]).filter(isWanted))];
    },
    languages(report) {
      const names = roots.flatMap((root) => root.list('strings', report, trace));
      return [...new Set(names.flatMap((name) => /^([^.].*)\.yaml$/.exec(name)?.[1] ?? []))].sort();
    },
    // Bayan's own files are not the user's to change: what is missing goes into the project's.
    fileFor: (lang) =>
      `${roots.find(({ shown }) => !shown.startsWith('bayan/'))?.shown ?? 'templates'}/strings/${lang}.yaml`,
  };
}

/** What a file says about its words is not one of them, nor are names of languages, which Intl has, and words of letters and signatories, which few languages need. */
function isWord(name: string): boolean {
  return !/^(?:words|language|letter|signatories)\./.test(name);
}

function readStrings(lang: string, roots: readonly TemplateRoot[], trace: Trace): StringFile {
  const strings = new Map<string, FoundWords>();
  const faults = new Report();
  for (const root of [...roots].reverse()) {
    const path = `strings/${lang}.yaml`;
    const source = root.read(path, faults, trace);
    if (source === undefined) continue;
    for (const [key, text] of parseStrings(source, `${root.shown}/${path}`, faults)) strings.set(key, text);
  }
  return { strings, faults };
}

const TextSchema = v.pipe(v.string('has no text'), v.trim(), v.nonEmpty('has no text'));
const FormsSchema = v.strictObject({
  ...Object.fromEntries(PLURAL_CATEGORIES.map((category) => [category, v.optional(TextSchema)])),
  other: TextSchema,
});
const WordsSchema = v.lazy((value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? FormsSchema : TextSchema,
);

/** Parses one strings file; what does not fit is reported as `yaml-syntax` or `string-invalid`. */
function parseStrings(source: string, file: string, report: Report): ReadonlyMap<string, FoundWords> {
  const sheet = new ReadFile(file, Buffer.from(source, 'utf8'));
  const known = knownYaml(sheet.digest) as Readonly<Record<string, string | PluralForms>> | undefined;
  const hint = 'put numbers, yes and no in quotes; only plurals are nested: { one: …, other: … }';
  const words: Iterable<readonly [string, string | PluralForms]> = known
    ? Object.entries(known)
    : (readEntries(sheet, 'string-invalid', WordsSchema, report, hint)?.value ?? []);
  return new Map([...words].map(([name, text]) => [name, wordsOf(text)]));
}

function wordsOf(written: string | PluralForms): FoundWords {
  if (typeof written === 'string') return { text: cleanText(written.trim()) };
  const forms = Object.fromEntries(
    Object.entries(written).map(([category, text]) => [category, cleanText(text.trim())]),
  );
  return { text: forms.other!, forms };
}
