/**
 * Bidirectional resolution (UAX #9) of a whole paragraph, and the reordering of each of its lines (rules L1, L2).
 */
import bidiFactoryModule from 'bidi-js';
import type { Direction } from '../language/language.ts';
import { findIsolates, type IsolateRange, insertIsolates } from './isolate.ts';

// bidi-js types its default export as a module; at run time it is the factory itself.
const bidi = (bidiFactoryModule as unknown as () => BidiJs)();

interface BidiJs {
  getEmbeddingLevels(text: string, base: Direction): { levels: Uint8Array };
  getBidiCharTypeName(char: string): string;
  getMirroredCharacter(char: string): string | null;
}

/** One paragraph separator must not cut the paragraph in two: a forced line break is white space to the algorithm. */
const SEPARATORS = /[\u000a\u000d\u001c-\u001e\u0085\u2029]/g;

/**
 * Embedding level of every UTF-16 code unit of a paragraph (rules X1 to I2, before L1). Explicit ranges and the foreign
 * phrases found by ./isolate.ts are isolated first.
 */
export function paragraphLevels(text: string, base: Direction, explicit: readonly IsolateRange[] = []): Uint8Array {
  const plain = text.replace(SEPARATORS, '\u2028');
  if (base === 'ltr' && explicit.length === 0 && !MAYBE_RTL.test(plain)) return new Uint8Array(text.length);
  const isolated = insertIsolates(plain, findIsolates(plain, base, explicit));
  const { levels } = bidi.getEmbeddingLevels(isolated.text, base);
  if (isolated.text.length === text.length) return levels;
  const result = new Uint8Array(text.length);
  for (let i = 0; i < isolated.origin.length; i++) {
    const origin = isolated.origin[i]!;
    if (origin >= 0) result[origin] = levels[i]!;
  }
  return result;
}

/** Any character that could bring in a level above 0: right-to-left scripts and bidi controls. */
const MAYBE_RTL = /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** White space and isolate formatting characters that rule L1 resets at the end of a line and before separators. */
function resetsAtEdge(type: string): boolean {
  return type === 'WS' || type === 'FSI' || type === 'LRI' || type === 'RLI' || type === 'PDI' || type === 'BN' || isEmbedding(type);
}

function isEmbedding(type: string): boolean {
  return type === 'LRE' || type === 'RLE' || type === 'LRO' || type === 'RLO' || type === 'PDF';
}

/** Rule L1 for the line `[start, end)`: levels of trailing white space, and of separators with the white space before them, fall back to the paragraph's. */
export function lineLevels(text: string, levels: Uint8Array, start: number, end: number, base: Direction): Uint8Array {
  const result = levels.slice(start, end);
  const baseLevel = base === 'rtl' ? 1 : 0;
  let reset = true;
  for (let i = end - 1; i >= start; i--) {
    const type = bidi.getBidiCharTypeName(codePointText(text, i));
    if (type === 'S' || type === 'B') reset = true;
    else if (!resetsAtEdge(type)) reset = false;
    if (reset) result[i - start] = baseLevel;
  }
  return result;
}

/** bidi-js looks types up by code point; a low surrogate is asked about together with its high one. */
function codePointText(text: string, index: number): string {
  const unit = text.charCodeAt(index);
  if (unit >= 0xdc00 && unit <= 0xdfff && index > 0) return text.slice(index - 1, index + 1);
  return text.slice(index, unit >= 0xd800 && unit <= 0xdbff ? index + 2 : index + 1);
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

/** The character mirrored in right-to-left runs (BidiMirroring), used when a font has no `rtlm` of its own. */
export function mirrored(char: string): string | null {
  return bidi.getMirroredCharacter(char);
}
