/** Looks through one text for slips of its own: what `bayan check` warns of in translations and in originals. */
import type { Language } from '../../language/language.ts';
import type { TextBlock } from '../blocks.ts';
import type { Findings } from '../findings.ts';
import { checkDigits } from './digits.ts';
import { proseOf } from './prose.ts';
import { checkQuotes } from './quotes.ts';
import { checkSpaces } from './spaces.ts';
import { checkSpelling } from './spelling.ts';

/** @param source the file of the blocks */
export function checkLeftovers(
  blocks: readonly TextBlock[],
  source: string,
  language: Language,
  findings: Findings,
): void {
  if (!findings.wants('leftovers')) return;
  const texts = blocks.map(proseOf);
  const lines = source.split('\n');
  for (const block of texts) {
    checkSpaces(block, lines, language, findings);
    for (const prose of block) checkSpelling(prose, language, findings);
    checkQuotes(block, language, findings);
  }
  checkDigits(texts.flat(), language, findings);
}
