/**
 * The line-breaking class of a code point (UAX #14, after rule LB1), from the generated table.
 */
import { CLASS_NAMES, CLASS_RANGES } from './line-break-data.ts';

const names = CLASS_NAMES.split(' ');

/** The number of a class by name, as the tables count them. `H3` is not in the table: see {@link lineBreakClass}. */
export const CLASS_COUNT = names.length + 1;
const H3 = names.length;

/** Number of the class called `name`. */
export function classNumber(name: string): number {
  return name === 'H3' ? H3 : names.indexOf(name);
}

const FIRST_HANGUL = 0xac00;
const LAST_HANGUL = 0xd7a3;
/** Hangul syllables come in rows of 28, of which the first has no final consonant. */
const HANGUL_ROW = 28;

interface ClassTable {
  /** One class for each code point of the Basic Multilingual Plane. */
  readonly basic: Uint8Array;
  /** First code point of each range above it, and the class of that range. */
  readonly starts: Uint32Array;
  readonly classes: Uint8Array;
}

let table: ClassTable | undefined;

function unpack(): ClassTable {
  const bytes = Buffer.from(CLASS_RANGES, 'base64');
  const basic = new Uint8Array(0x10000);
  const starts: number[] = [];
  const classes: number[] = [];
  for (let at = 0, code = 0; at < bytes.length; ) {
    const number = bytes[at++]!;
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      length |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    if (code < 0x10000) basic.fill(number, code, code + length);
    if (code + length > 0x10000) {
      starts.push(code);
      classes.push(number);
    }
    code += length;
  }
  for (let code = FIRST_HANGUL; code <= LAST_HANGUL; code++)
    if ((code - FIRST_HANGUL) % HANGUL_ROW !== 0) basic[code] = H3;
  return { basic, starts: Uint32Array.from(starts), classes: Uint8Array.from(classes) };
}

/** Classes of U+0000 to U+FFFF, for loops that look one up for every character. */
export function basicClasses(): Uint8Array {
  table ??= unpack();
  return table.basic;
}

/** The class of any code point. */
export function lineBreakClass(codePoint: number): number {
  table ??= unpack();
  if (codePoint < 0x10000) return table.basic[codePoint]!;
  const { starts, classes } = table;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= codePoint) low = middle;
    else high = middle - 1;
  }
  return classes[low]!;
}

