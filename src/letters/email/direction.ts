/** Which way text runs, for mail: plain text has no other means than characters to say so, and HTML says it in attributes. */
import { isRightToLeft } from '../../diagnostics/display-width.ts';
import type { Direction } from '../../language/language.ts';

/** RIGHT-TO-LEFT MARK and LEFT-TO-RIGHT MARK, FIRST STRONG ISOLATE, LEFT-TO-RIGHT ISOLATE, POP DIRECTIONAL ISOLATE (UAX #9). */
const MARKS: Readonly<Record<Direction, string>> = { rtl: '\u200f', ltr: '\u200e' };
const [FSI, LRI, PDI] = ['\u2068', '\u2066', '\u2069'];

/** Direction of the first letter; undefined where there is none (UAX #9, P2, without what is isolated). */
export function firstDirection(text: string): Direction | undefined {
  const letter = /\p{L}/u.exec(text.replace(/[\u2066-\u2068][^\u2069]*\u2069/gu, ''))?.[0];
  if (letter === undefined) return undefined;
  return isRightToLeft(letter) ? 'rtl' : 'ltr';
}

/**
 * A line of plain text, with a mark before it where its first letter would turn it round: mail programs take the direction of
 * a line from there.
 */
export function directedLine(line: string, dir: Direction): string {
  const first = firstDirection(line);
  return first === dir || (first === undefined && dir === 'ltr') ? line : `${MARKS[dir]}${line}`;
}

/** A value in plain text, isolated where the text around it could turn its parts round. */
export function isolated(value: string, dir: Direction): string {
  const isAlien = dir === 'ltr' ? isRightToLeft(value) : /[\p{L}\p{N}]/u.test(value.replace(RTL_WORDS, ''));
  return isAlien ? `${FSI}${value}${PDI}` : value;
}

const RTL_WORDS =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{M}]/gu;

/** An address of a page or a person, whose signs stay in order in any text. */
export function leftToRight(text: string, dir: Direction): string {
  return dir === 'ltr' ? text : `${LRI}${text}${PDI}`;
}
