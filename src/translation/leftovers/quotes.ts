/** Quotation marks that are not those of the language. */
import type { Language } from '../../language/language.ts';
import { LANGUAGES } from '../../language/table.ts';
import { ancestors } from '../../language/tag.ts';
import type { Findings } from '../findings.ts';
import { type Prose, spanIn } from './prose.ts';

/** Marks around a quotation. Single ones are apostrophes too. */
const MARK = /["“”„‟«»]/g;

/**
 * Tells the first mark of a block that its language does not use. Within a quotation all marks may stand; of a language that the
 * table has no row for, only straight marks are known to be wrong.
 */
export function checkQuotes(block: readonly Prose[], language: Language, findings: Findings): void {
  if (language.proof?.ignore?.includes('quotes')) return;
  const own = language.quotes.join('') + (language.proof?.quotes ?? '');
  const known = ancestors(language.tag).some((tag) => LANGUAGES.some((row) => row.tag === tag));
  let depth = 0;
  for (const prose of block) {
    for (const found of prose.text.matchAll(MARK)) {
      const [mark] = found;
      if (mark === '«') depth++;
      if (mark === '»') depth--;
      const inches = mark === '"' && /\d$/.test(prose.text.slice(0, found.index));
      const inside = depth > 0 && mark !== '«' && mark !== '"';
      if (own.includes(mark) || inches || inside || (!known && mark !== '"')) continue;
      const [open, close] = language.quotes;
      const message = `${mark} is no quotation mark of ${language.name}`;
      findings.tell('leftovers', 'text-quotes', spanIn(prose, found.index, 1), message, {
        hint: `write ${open}…${close}`,
      });
      return;
    }
  }
}
