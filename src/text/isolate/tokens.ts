/**
 * Cuts a paragraph into the tokens that isolation is decided on: foreign words, numbers, spaces, punctuation,
 * brackets and what is the host script's own. One pass over the text.
 */
import type { Direction } from '../../language/language.ts';
import { LRE, PDF, PDI } from '../bidi/class.ts';
import { readWord, Sort, sortOf } from './words.ts';

/**
 * `word` is foreign text, `host` the paragraph's own letters and punctuation, `native` a number in its own digits;
 * `number` is in the digits that go with foreign words; `figure` is a number that must not be taken apart on its own
 * ($30, 2+2=4); `aside` is a link or a note's mark that reads in either direction; `line` is a forced end of a line;
 * `opaque` is text an author has put bidi controls around.
 */
export type TokenKind =
  | 'word'
  | 'host'
  | 'native'
  | 'number'
  | 'figure'
  | 'address'
  | 'aside'
  | 'space'
  | 'line'
  | 'mark'
  | 'open'
  | 'close'
  | 'opaque';

export interface Token {
  kind: TokenKind;
  readonly start: number;
  end: number;
  /** Index of the other bracket or quotation mark of a pair; -1 without one. */
  partner: number;
}

/** A stretch that stands for one token: a link, a code span, an address. */
export interface Atom {
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
}

/** Signs that belong to the number, or the word, that they touch. */
const BEFORE_NUMBER = /[.+\u2212±≈~<>≤≥√∛@#°\p{Sc}-]/u;
const BEFORE_WORD = new Set('@#.~/\\$°');
/** The sign of a section or paragraph is as good as the word: § 14(1), ¶ 252. */
const SECTION = /^[§¶№]{1,2}[ \u00a0]?[0-9]/;
/** What a sign may follow and still belong to what comes after it. */
const FREE: ReadonlySet<TokenKind> = new Set(['space', 'line', 'mark']);
/** What ends a sum of money: Rs 500/-. */
const AFTER_MONEY = /^\/[-\u2013\u2014=](?![\p{L}\p{Nd}])/u;
const OPENERS = new Set('([{«‹“‘');
const OPENER_OF = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
  ['»', '«'],
  ['›', '‹'],
  ['”', '“'],
  ['’', '‘'],
]);
const STRAIGHT = '"';
const NEW_LINE = /[\n\u2028\u2029]/;
/** As deep as UAX #9 looks for brackets. */
const MAX_OPEN = 63;

/** Tokens of `[start, end)`. `stops` lie inside it, in order, and do not overlap. */
export function tokenize(
  text: string,
  classes: Uint8Array,
  start: number,
  end: number,
  foreign: Direction,
  stops: readonly Atom[],
): Token[] {
  const tokens: Token[] = [];
  let stop = 0;
  const push = (kind: TokenKind, from: number, to: number): Token => {
    const token: Token = { kind, start: from, end: to, partner: -1 };
    tokens.push(token);
    return token;
  };
  for (let i = start; i < end; ) {
    while (stop < stops.length && stops[stop]!.start < i) stop++;
    const atom = stops[stop];
    if (atom && atom.start === i) {
      push(atom.kind, i, atom.end);
      i = atom.end;
      stop++;
      continue;
    }
    const limit = atom?.start ?? end;
    const sort = sortOf(classes[i]!, text.charCodeAt(i), foreign);
    let to = i + 1;
    if (sort === Sort.Letter || sort === Sort.Digit || sort === Sort.HostDigit) {
      const word = readWord(text, classes, i, limit, foreign);
      to = word.end;
      let kind = word.kind;
      if (kind === 'number' && AFTER_MONEY.test(text.slice(to, to + 4)) && to + 2 <= limit) {
        kind = 'figure';
        to += 2;
      }
      const sign = tokens[tokens.length - 1];
      if (sign && sign.end === i && isSignOf(text, tokens, kind, i)) {
        sign.kind = kind === 'number' ? 'figure' : kind;
        sign.end = to;
      } else push(kind, i, to);
    } else if (sort === Sort.Host) {
      while (to < limit) {
        const next = sortOf(classes[to]!, text.charCodeAt(to), foreign);
        if (next !== Sort.Host && next !== Sort.Attached) break;
        to++;
      }
      push('host', i, to);
    } else if (sort === Sort.Space) {
      while (to < limit && sortOf(classes[to]!, text.charCodeAt(to), foreign) === Sort.Space) to++;
      const line = NEW_LINE.test(text.slice(i, to));
      push(line ? 'line' : 'space', i, to);
    } else if (sort === Sort.Control) {
      to = closingControl(classes, i, limit);
      push('opaque', i, to);
    } else if (sort === Sort.Attached && tokens.length > 0) tokens[tokens.length - 1]!.end = to;
    else push(foreign === 'ltr' && SECTION.test(text.slice(i, i + 4)) ? 'word' : 'mark', i, to);
    i = to;
  }
  pairUp(text, tokens);
  return tokens;
}

/** Whether the last of `tokens` is a sign (°C, .NET, -5, #1) of what follows it: it touches nothing before it. */
function isSignOf(text: string, tokens: readonly Token[], kind: TokenKind, at: number): boolean {
  const sign = tokens[tokens.length - 1]!;
  if (sign.kind !== 'mark' || sign.end - sign.start !== 1) return false;
  const char = text[sign.start]!;
  const before = tokens[tokens.length - 2];
  const free = !before || before.end < sign.start || FREE.has(before.kind);
  if (kind === 'number' || kind === 'figure' || (kind === 'word' && /[0-9]/.test(text[at]!)))
    return BEFORE_NUMBER.test(char) && (free || !/[-\u2212<>+~/.]/.test(char));
  return kind === 'word' && BEFORE_WORD.has(char) && (free || /[@#°]/.test(char));
}

/** Where the embedding or isolate that starts at `at` ends, or `limit`. */
function closingControl(classes: Uint8Array, at: number, limit: number): number {
  let depth = 0;
  for (let i = at; i < limit; i++) {
    const cls = classes[i]!;
    if (cls < LRE || cls > PDI) continue;
    const closes = cls === PDI || cls === PDF;
    depth += closes ? -1 : 1;
    if (depth <= 0) return i + 1;
  }
  return limit;
}

/** Finds brackets and quotation marks and their partners. */
function pairUp(text: string, tokens: readonly Token[]): void {
  const open: number[] = [];
  for (let t = 0; t < tokens.length; t++) {
    const token = tokens[t]!;
    if (token.kind !== 'mark') continue;
    const char = text[token.start]!;
    const opener = OPENER_OF.get(char);
    let match = -1;
    if (opener !== undefined) match = open.findLastIndex((o) => text[tokens[o]!.start] === opener);
    else if (char === STRAIGHT) match = open.findLastIndex((o) => text[tokens[o]!.start] === STRAIGHT);
    if (match >= 0) {
      const first = open[match]!;
      tokens[first]!.kind = 'open';
      token.kind = 'close';
      token.partner = first;
      tokens[first]!.partner = t;
      open.length = match;
    } else if ((OPENERS.has(char) || char === STRAIGHT) && open.length < MAX_OPEN) open.push(t);
  }
}
