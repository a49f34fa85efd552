/**
 * The line-breaking class of a code point (UAX #14, after rule LB1), from the generated table.
 */

import { type PropertyTable, unpackRanges } from '../unicode/ranges.ts';
import { CLASS_NAMES, CLASS_RANGES } from './data.ts';

const names = CLASS_NAMES.split(' ');
/** The table has every Hangul syllable as H2; those of class H3 are told apart by arithmetic. */
const H3 = names.length;

export const CLASS_COUNT = names.length + 1;

/** Number of the class called `name`. */
export function classNumber(name: string): number {
  return name === 'H3' ? H3 : names.indexOf(name);
}

const FIRST_HANGUL = 0xac00;
const LAST_HANGUL = 0xd7a3;
/** Hangul syllables come in rows of 28, of which the first has no final consonant. */
const HANGUL_ROW = 28;

let table: PropertyTable | undefined;

function open(): PropertyTable {
  table = unpackRanges(CLASS_RANGES);
  for (let code = FIRST_HANGUL; code <= LAST_HANGUL; code++)
    if ((code - FIRST_HANGUL) % HANGUL_ROW !== 0) table.basic[code] = H3;
  return table;
}

/** Classes of U+0000 to U+FFFF, for loops that look one up for every character. */
export function basicClasses(): Uint8Array {
  return (table ?? open()).basic;
}

/** The class of any code point. */
export function lineBreakClass(codePoint: number): number {
  return (table ?? open()).of(codePoint);
}
