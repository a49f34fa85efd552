/**
 * The bidirectional class of each character (UAX #9 table 4) and its paired bracket, from the generated tables. The algorithm is ./levels.ts.
 */

import { type PropertyTable, unpackRanges } from '../unicode/ranges.ts';
import { BRACKETS, CLASS_NAMES, CLASS_RANGES } from './data.ts';

const NAMES = [
  'L',
  'R',
  'AL',
  'EN',
  'ES',
  'ET',
  'AN',
  'CS',
  'NSM',
  'BN',
  'B',
  'S',
  'WS',
  'ON',
  'LRE',
  'LRO',
  'RLE',
  'RLO',
  'PDF',
  'LRI',
  'RLI',
  'FSI',
  'PDI',
] as const;

/** Classes by number: small, so that a text's classes fit in a Uint8Array. */
export const L = 0;
export const R = 1;
export const AL = 2;
export const EN = 3;
export const ES = 4;
export const ET = 5;
export const AN = 6;
export const CS = 7;
export const NSM = 8;
export const BN = 9;
export const B = 10;
export const S = 11;
export const WS = 12;
export const ON = 13;
export const LRE = 14;
export const LRO = 15;
export const RLE = 16;
export const RLO = 17;
export const PDF = 18;
export const LRI = 19;
export const RLI = 20;
export const FSI = 21;
export const PDI = 22;

let table: PropertyTable | undefined;

function open(): PropertyTable {
  table = unpackRanges(
    CLASS_RANGES,
    CLASS_NAMES.split(' ').map((name) => (NAMES as readonly string[]).indexOf(name)),
  );
  return table;
}

/** The class of a code point. */
export function bidiClass(codePoint: number): number {
  return (table ?? open()).of(codePoint);
}

/** Classes of each UTF-16 code unit; both halves of a surrogate pair have the class of their character. */
export function bidiClasses(text: string): Uint8Array {
  const classes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdbff) {
      const code = text.codePointAt(i)!;
      if (code > 0xffff) {
        classes[i] = classes[i + 1] = bidiClass(code);
        i++;
        continue;
      }
    }
    classes[i] = bidiClass(unit);
  }
  return classes;
}

/** A bracket: a number its pair shares, positive for the opening side, negative for the closing one; 0 is none. */
const brackets = new Map<number, number>();
for (let i = 0; i < BRACKETS.length; i += 2) {
  brackets.set(BRACKETS.charCodeAt(i), i + 1);
  brackets.set(BRACKETS.charCodeAt(i + 1), -(i + 1));
}
// BD16: canonical equivalents pair with each other.
brackets.set(0x2329, brackets.get(0x3008)!);
brackets.set(0x232a, brackets.get(0x3009)!);

/** The paired bracket a code unit is (BD14, BD15): see the table above. */
export function bracketOf(unit: number): number {
  return brackets.get(unit) ?? 0;
}

/** Whether rule X9 takes the class out of the text. */
export function isRemoved(cls: number): boolean {
  return cls === BN || (cls >= LRE && cls <= PDF);
}

export function isIsolateInitiator(cls: number): boolean {
  return cls === LRI || cls === RLI || cls === FSI;
}
