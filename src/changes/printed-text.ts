/** Text as it is compared: what is seen of it, in one line, without the numbers of pages. */
import { readDigit } from '../language/digits.ts';
import { oneLine } from '../translation/block-text.ts';

/** Signs that a reader does not see: of direction, of places where a line may end, of pictures among words. */
const UNSEEN = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\u200b\u2060\u00ad\ufffc]/g;

/** What is seen of a text. */
export function visible(text: string): string {
  return oneLine(text.replace(UNSEEN, ''));
}

/** Whether a line says on which page of how many it stands. */
export function saysPage(text: string, numbers: readonly number[]): boolean {
  return withoutPageNumbers(text, numbers) !== text;
}

/** Text with `#` for these numbers, in whatever digits. */
export function withoutPageNumbers(text: string, numbers: readonly number[]): string {
  return text.replace(/\p{Nd}+/gu, (number) => {
    const value = Number(Array.from(number, (digit) => readDigit(digit)?.value ?? '').join(''));
    return numbers.includes(value) ? '#' : number;
  });
}
