/** Words that depend on a number: which of their forms goes with it, by the plural rules of CLDR. */
import type { Edition } from '../../content/edition.ts';
import type { Report } from '../../diagnostics/diagnostic.ts';
import { findLanguage, type Language } from '../../language/language.ts';
import { formatNumber } from '../../language/numerals.ts';
import { findWords } from './borrow.ts';
import type { FoundString, StringTable } from './words.ts';

/** The categories of CLDR but “other”, which every language has. */
export const PLURAL_CATEGORIES = ['zero', 'one', 'two', 'few', 'many'] as const;

/** The words for a number; those of “other” where the category has none of its own. */
export function wordsFor({ text, forms, lang }: FoundString, count: number): string {
  if (!forms) return text;
  // In a language whose rules Intl does not know, every number would be counted as the machine's language does.
  const isKnown = Intl.PluralRules.supportedLocalesOf(lang).length > 0;
  return (isKnown ? forms[new Intl.PluralRules(lang).select(count)] : undefined) ?? text;
}

export interface PhraseContext {
  readonly strings: StringTable;
  readonly edition: Pick<Edition, 'lang' | 'frontMatter'>;
  readonly language: Language;
  readonly report: Report;
}

/** Plain words with values in place of their {placeholders}; `count` chooses the form. Undefined when no language has them. */
export function phrase(
  key: string,
  values: Readonly<Record<string, string | number>>,
  { strings, edition, language, report }: PhraseContext,
): string | undefined {
  const words = findWords(strings, edition, key, report);
  if (!words) return undefined;
  const own = (words.borrowed && findLanguage(words.lang)) || language;
  const text = wordsFor(words, Number(values.count ?? 0));
  return text.replace(/\{([A-Za-z][\w-]*)\}/g, (written, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return typeof value === 'number' ? formatNumber(value, own) : (value ?? written);
  });
}
