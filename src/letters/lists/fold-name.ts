/** How names of columns, and words in cells, are compared: people write `E-Mail`, `email` and `e mail`. */
import { foldDigits } from '../../language/digits.ts';
import { foldWord } from '../../language/fold-word.ts';

/** A name of a column as it is compared. */
export function foldName(name: string): string {
  return foldWord(foldDigits(name))
    .replace(/[\s_\-–./:*’'`]+/gu, ' ')
    .trim();
}
