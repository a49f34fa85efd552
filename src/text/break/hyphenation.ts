/**
 * Where words may be hyphenated, by Liang's patterns from the npm package `hyphen` (the patterns of TeX's hyph-utf8).
 * A language's patterns are loaded when a paragraph first asks for them.
 */
import { createRequire } from 'node:module';
import type { Language } from '../../language/language.ts';
import type { Address } from '../isolate/address.ts';
import { BREAK_HYPHEN, NO_BREAK } from './opportunities.ts';

/** Fewest letters before and after a hyphen. */
const MIN_BEFORE = 2;
const MIN_AFTER = 3;
const SHY = '\u00ad';
/**
 * `hyphen` copies the rest of the word for each of its letters, which is seconds for one of 50,000. Longer words are
 * looked at in pieces of so many letters, each with more letters on both sides than the longest pattern has.
 */
const PIECE = 256;
const OVERLAP = 48;
const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Georgian}\p{M}]{5,}/gu;
/** A word that touches one of these is part of something else: a number, a compound, a name in code. */
const NEIGHBOUR = /[\p{L}\p{N}_@#/\\\u00ad\u2010\u2011'’.-]/u;

type Hyphenate = (word: string) => string;

const loaded = new Map<string, Hyphenate | undefined>();

/** The hyphenator for a pattern name (`en-gb`); undefined when the package has no such patterns. */
function hyphenator(name: string): Hyphenate | undefined {
  if (loaded.has(name)) return loaded.get(name);
  let hyphenate: Hyphenate | undefined;
  try {
    const require = createRequire(import.meta.url);
    const create = require('hyphen') as (
      patterns: unknown,
      options: { async: false; hyphenChar: string },
    ) => Hyphenate;
    hyphenate = create(require(`hyphen/patterns/${name}.js`), { async: false, hyphenChar: SHY });
  } catch {
    // No patterns: the language is set without hyphenation.
  }
  loaded.set(name, hyphenate);
  return hyphenate;
}

/** Indices in `word` before which a hyphen may stand: none in short words and words in capitals. */
function hyphenationPoints(word: string, patterns: string): number[] {
  if (word.length < MIN_BEFORE + MIN_AFTER || word === word.toUpperCase()) return [];
  const hyphenate = hyphenator(patterns);
  if (!hyphenate) return [];
  const points: number[] = [];
  for (let from = 0; from < word.length; from += PIECE) {
    const start = Math.max(0, from - OVERLAP);
    for (const point of pointsOf(word.slice(start, from + PIECE + OVERLAP), hyphenate)) {
      const at = start + point;
      if (at >= from && at < from + PIECE && at >= MIN_BEFORE && word.length - at >= MIN_AFTER)
        points.push(at);
    }
  }
  return points;
}

function pointsOf(piece: string, hyphenate: Hyphenate): number[] {
  const split = hyphenate(piece.toLowerCase());
  if (split.replaceAll(SHY, '').length !== piece.length) return [];
  const points: number[] = [];
  let at = 0;
  for (const char of split) {
    if (char === SHY) points.push(at);
    else at += char.length;
  }
  return points;
}

/** Adds hyphenation points to `breaks`. `languageAt` is the language of the word at an index; words of `addresses` stay whole. */
export function addHyphenation(
  text: string,
  breaks: Uint8Array,
  languageAt: (index: number) => Language,
  addresses: readonly Address[],
): void {
  let next = 0;
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const end = start + match[0].length;
    const patterns = languageAt(start).hyphenation;
    if (!patterns || NEIGHBOUR.test(text[start - 1] ?? '') || isPartOfMore(text, end)) continue;
    while (next < addresses.length && addresses[next]!.end <= start) next++;
    if (next < addresses.length && addresses[next]!.start < end) continue;
    for (const point of hyphenationPoints(match[0], patterns))
      if (breaks[start + point] === NO_BREAK) breaks[start + point] = BREAK_HYPHEN;
  }
}

/** A full stop or an apostrophe after a word is part of more only when letters follow it. */
function isPartOfMore(text: string, end: number): boolean {
  const after = text[end] ?? '';
  if (/[.'’]/.test(after)) return /[\p{L}\p{N}]/u.test(text[end + 1] ?? '') && after === '.';
  return NEIGHBOUR.test(after);
}
