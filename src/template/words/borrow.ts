/**
 * Words for an edition: in its language, or else in one that its readers also read, in that of the original, in English, or in
 * whichever has them. What no relative has is said once for each language, with all the names to write.
 */
import type { Edition } from '../../content/edition.ts';
import type { Report } from '../../diagnostics/diagnostic.ts';
import { findLanguage } from '../../language/language.ts';
import { ancestors, readingOrder } from '../../language/tag.ts';
import type { FoundString, StringTable } from './words.ts';

export interface Words extends FoundString {
  /** Whether they are in another language than the edition. */
  readonly borrowed: boolean;
}

/** The words for a name; undefined when no language has them. */
export function findWords(
  strings: StringTable,
  { lang, frontMatter }: Pick<Edition, 'lang' | 'frontMatter'>,
  key: string,
  report: Report,
): Words | undefined {
  const own = strings.find(readingOrder(lang), key, report);
  if (own) return { ...own, borrowed: !ancestors(lang).includes(own.lang) };
  const original = frontMatter.translation?.of;
  const order = [...(original === undefined ? [] : readingOrder(original)), 'en'];
  const lent = strings.find(order, key, report) ?? strings.find(strings.languages(report), key, report);
  if (!lent) return undefined;
  warnOfLack(strings, lang, lent.lang, key, report);
  return { ...lent, borrowed: true };
}

function warnOfLack(strings: StringTable, lang: string, lender: string, key: string, report: Report): void {
  const file = strings.fileFor(lang);
  const has = new Set(strings.keys(readingOrder(lang), report, key));
  const lacking = strings.keys([lender], report, key).filter((key) => !has.has(key));
  const [name, other] = [lang, lender].map((tag) => findLanguage(tag)?.name ?? tag);
  report.warning(
    'string-missing',
    { file },
    `${has.size === 0 ? 'no words' : 'not all words'} of the page are there in ${name}, so that ${other} is printed`,
    { hint: `write ${file}, with a line for each of: ${lacking.join(', ')}` },
  );
}
