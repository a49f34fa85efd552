/**
 * Bidirectional resolution (UAX #9) of a whole paragraph, and the reordering of each of its lines (rules L1, L2).
 */
import type { Direction } from '../../language/language.ts';
import { findIsolates, type IsolateRange } from '../isolate/isolate.ts';
import {
  AL,
  B,
  bidiClass,
  bidiClasses,
  FSI,
  isIsolateInitiator,
  isRemoved,
  LRI,
  PDI,
  R,
  RLI,
  S,
  WS,
} from './class.ts';
import { resolveLevels } from './levels.ts';

/**
 * Embedding level of every UTF-16 code unit of a paragraph (rules X1 to I2, before L1). Explicit ranges and the
 * foreign phrases found by ../isolate/isolate.ts are isolated first (HL3).
 */
export function paragraphLevels(
  text: string,
  base: Direction,
  explicit: readonly IsolateRange[] = [],
): Uint8Array {
  if (base === 'ltr' && explicit.length === 0 && !MAYBE_RTL.test(text)) return new Uint8Array(text.length);
  const classes = paragraphClasses(text);
  return isolatedLevels(text, classes, base, findIsolates(text, classes, base, explicit));
}

/** Any character that could bring in a level above 0: right-to-left scripts and bidi controls. */
const MAYBE_RTL =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Classes of a paragraph; a forced line break inside it is white space, or it would be cut in two. */
function paragraphClasses(text: string): Uint8Array {
  const classes = bidiClasses(text);
  for (let i = 0; i < classes.length; i++) if (classes[i] === B) classes[i] = WS;
  return classes;
}

/** BD2 lets embeddings nest 125 deep; ranges nested deeper than this are left as they are, to leave the author room. */
const MAX_NESTING = 60;

/**
 * Resolves with isolate initiators and PDIs put in around `ranges` (sorted by start, outer first). An Arabic letter mark
 * opens each stretch of Arabic script, so that a number at its start (۵۰٪) looks as it does elsewhere.
 */
function isolatedLevels(
  text: string,
  classes: Uint8Array,
  base: Direction,
  ranges: readonly IsolateRange[],
): Uint8Array {
  const size = text.length + ranges.length * 3 + 1;
  const controlled = new Uint8Array(size);
  const units = new Uint16Array(size);
  const place = new Uint32Array(text.length);
  let out = 0;
  let at = 0;
  const copyTo = (to: number) => {
    for (; at < to; at++) {
      place[at] = out;
      units[out] = text.charCodeAt(at);
      controlled[out++] = classes[at]!;
    }
  };
  if (base === 'rtl' && isArabic(classes, 0, text.length)) controlled[out++] = AL;
  const closing: number[] = [];
  for (const range of ranges) {
    while (closing.length > 0 && closing[closing.length - 1]! <= range.start) {
      copyTo(closing.pop()!);
      controlled[out++] = PDI;
    }
    if (closing.length >= MAX_NESTING) continue;
    copyTo(range.start);
    controlled[out++] = range.dir === 'ltr' ? LRI : range.dir === 'rtl' ? RLI : FSI;
    if (range.dir === 'rtl' && isArabic(classes, range.start, range.end)) controlled[out++] = AL;
    closing.push(range.end);
  }
  while (closing.length > 0) {
    copyTo(closing.pop()!);
    controlled[out++] = PDI;
  }
  copyTo(text.length);
  const all = resolveLevels(controlled.subarray(0, out), units, base === 'rtl' ? 1 : 0);
  const levels = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) levels[i] = all[place[i]!]!;
  return levels;
}

/** Whether the first right-to-left letter of a stretch is of an Arabic kind (AL). */
function isArabic(classes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    if (classes[i] === AL) return true;
    if (classes[i] === R) return false;
  }
  return false;
}

/**
 * Rule L1 for the line `[start, end)`: levels of trailing white space, and of separators with the white space before
 * them, fall back to the paragraph's.
 */
export function lineLevels(
  text: string,
  levels: Uint8Array,
  start: number,
  end: number,
  base: Direction,
): Uint8Array {
  const result = levels.slice(start, end);
  const baseLevel = base === 'rtl' ? 1 : 0;
  let reset = true;
  for (let i = end - 1; i >= start; i--) {
    const cls = classAt(text, i);
    if (cls === S || cls === B) reset = true;
    else if (!(cls === WS || isIsolateInitiator(cls) || cls === PDI || isRemoved(cls))) reset = false;
    if (reset) result[i - start] = baseLevel;
  }
  return result;
}

/** The class of the character a code unit is part of. */
function classAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit >= 0xdc00 && unit <= 0xdfff && index > 0) return bidiClass(text.codePointAt(index - 1)!);
  return bidiClass(unit >= 0xd800 && unit <= 0xdbff ? text.codePointAt(index)! : unit);
}

/** Rule L2: the visual order, left to right, of items with the given levels. Returns indices into `levels`. */
export function visualOrder(levels: ArrayLike<number>): number[] {
  const order = Array.from(levels, (_, i) => i);
  let highest = 0;
  let lowestOdd = 255;
  for (let i = 0; i < levels.length; i++) {
    const level = levels[i]!;
    if (level > highest) highest = level;
    if (level & 1 && level < lowestOdd) lowestOdd = level;
  }
  for (let level = highest; level >= lowestOdd; level--)
    for (let i = 0; i < levels.length; ) {
      if (levels[order[i]!]! < level) {
        i++;
        continue;
      }
      let end = i;
      while (end < levels.length && levels[order[end]!]! >= level) end++;
      for (let a = i, b = end - 1; a < b; a++, b--) {
        const swap = order[a]!;
        order[a] = order[b]!;
        order[b] = swap;
      }
      i = end;
    }
  return order;
}
