/**
 * What a character is to isolation, and how letters and digits make a word: `COVID-19`, `A/HRC/54/38`, `3.7`.
 */
import type { Direction } from '../../language/language.ts';
import { AL, AN, B, BN, CS, EN, L, LRE, NSM, PDI, R, S, WS } from '../bidi/class.ts';
import type { TokenKind } from './tokens.ts';

/** Characters that hold a word or a number together when letters or digits stand on both sides. */
const JOINERS = new Set("-\u2010\u2011\u2013\u2014_'’&/@#+=*×~.,:·\u2212°′″^\u207a\u207b\\");
const AFTER_WORD = new Set('%‰°+#*$€£™®©′″_\u207a\u207b\u208a\u208b');

/** What one character is to a paragraph with foreign text of direction `foreign`. */
export const Sort = {
  Letter: 0,
  Host: 1,
  /** Digits that go with foreign words, and those that go with the host's. */
  Digit: 2,
  HostDigit: 3,
  Space: 4,
  Attached: 5,
  Control: 6,
  Other: 7,
} as const;
export type Sort = (typeof Sort)[keyof typeof Sort];

export function sortOf(cls: number, unit: number, foreign: Direction): Sort {
  switch (cls) {
    case L:
      return foreign === 'ltr' ? Sort.Letter : Sort.Host;
    case R:
    case AL:
      return foreign === 'rtl' && unit !== 0x200f && unit !== 0x61c ? Sort.Letter : Sort.Host;
    case AN:
      return foreign === 'rtl' ? Sort.Digit : Sort.HostDigit;
    case EN: {
      const native = unit >= 0x6f0 && unit <= 0x6f9;
      return native === (foreign === 'rtl') ? Sort.Digit : Sort.HostDigit;
    }
    case NSM:
    case BN:
      return Sort.Attached;
    case WS:
    case S:
    case B:
      return Sort.Space;
    case CS:
      if (unit === 0xa0 || unit === 0x202f) return Sort.Space;
      return unit === 0x60c && foreign === 'ltr' ? Sort.Host : Sort.Other;
    default:
      if (cls >= LRE && cls <= PDI) return Sort.Control;
      if (foreign === 'ltr' && isFraction(unit)) return Sort.Digit;
      return unit === 0x66a && foreign === 'ltr' ? Sort.Host : Sort.Other;
  }
}

/** ½ and its like: as good as a digit, and no digit to UAX #9. */
function isFraction(unit: number): boolean {
  return (unit >= 0xbc && unit <= 0xbe) || (unit >= 0x2150 && unit <= 0x215f);
}

/** Reads letters and digits with what joins them: `COVID-19`, `A/HRC/54/38`, `U.S.`, `3.7`, `30-day`, `C++`. */
export function readWord(
  text: string,
  classes: Uint8Array,
  start: number,
  limit: number,
  foreign: Direction,
): { kind: TokenKind; end: number } {
  let letters = false;
  let hostDigits = false;
  let equation = false;
  let end = start;
  let before: Sort = Sort.Other;
  for (let i = start; i < limit; ) {
    const sort = sortOf(classes[i]!, text.charCodeAt(i), foreign);
    if (sort === Sort.Letter || sort === Sort.Digit || sort === Sort.HostDigit) {
      letters ||= sort === Sort.Letter;
      hostDigits ||= sort === Sort.HostDigit;
      before = sort;
      end = ++i;
      continue;
    }
    if (sort === Sort.Attached) {
      end = ++i;
      continue;
    }
    const joined = joins(text, classes, i, limit, before, foreign);
    if (joined === 0) break;
    equation ||= /[=×*+\u207a\u207b]/.test(text.slice(i, i + joined));
    i += joined;
  }
  if (letters && foreign === 'ltr') {
    // An abbreviation keeps its last stop: `U.S.`, `e.g.`
    if (
      text[end] === '.' &&
      end < limit &&
      /(?:^|[^\p{L}])\p{L}\.\p{L}$/u.test(text.slice(Math.max(start, end - 5), end))
    )
      end++;
    for (let more = 0; more < 3 && end < limit && AFTER_WORD.has(text[end]!); more++) end++;
  }
  return { kind: letters ? 'word' : hostDigits ? 'native' : equation ? 'figure' : 'number', end };
}

/** Length of the joiners at `at` when a letter or digit that they join follows; else 0. */
function joins(
  text: string,
  classes: Uint8Array,
  at: number,
  limit: number,
  before: Sort,
  foreign: Direction,
): number {
  let to = at;
  while (to < limit && to - at < 3 && JOINERS.has(text[to]!)) to++;
  if (to === at || to >= limit) return 0;
  const after = sortOf(classes[to]!, text.charCodeAt(to), foreign);
  if (after !== Sort.Letter && after !== Sort.Digit && after !== Sort.HostDigit) return 0;
  const digits = before !== Sort.Letter && after !== Sort.Letter;
  for (let i = at; i < to; i++) {
    const char = text[i]!;
    if (char === ',' && !digits) return 0;
    // `2.UNHCR` is an item of a list, `ب.UNHCR` two words; `a.b` and `1.5` are one.
    if (char === '.' && before !== Sort.Letter && after === Sort.Letter) return 0;
  }
  return to - at;
}
