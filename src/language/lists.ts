/** Lists in running text, as a language writes them. */
import type { Language } from './language.ts';
import { hasWords, printLocale, stripBidiControls } from './locale.ts';

/** `a, b and c`; with commas alone in a language whose word for “and” Intl does not have. */
export function joinList(items: readonly string[], language: Language): string {
  if (!hasWords(language.tag)) return items.join(COMMAS[language.script] ?? ', ');
  const format = new Intl.ListFormat(printLocale(language), { type: 'conjunction' });
  return stripBidiControls(format.format(items));
}

const COMMAS: Readonly<Record<string, string>> = {
  Arab: '، ',
  Rohg: '، ',
  Syrc: '، ',
  Thaa: '، ',
  Nkoo: '߸ ',
  Adlm: '⹁ ',
  Ethi: '፣ ',
  Mymr: '၊ ',
};
