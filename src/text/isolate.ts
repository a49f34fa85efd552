/**
 * Isolation by a higher-level protocol (UAX #9 HL3). Without it, by the letter of the algorithm, a foreign phrase
 * with numbers or brackets at its edges is pulled apart: `(30-day deadline)` after Arabic shows as
 * `(day deadline-30)`. Foreign phrases, addresses and marked spans are found here and isolated, so that an
 * author never types a control character.
 */
import type { Direction } from '../language/language.ts';

/** A stretch `[start, end)` of a paragraph to be isolated, in UTF-16 code units. Ranges nest, they never cross. */
export interface IsolateRange {
  readonly start: number;
  readonly end: number;
  readonly dir: Direction | 'auto';
}

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>«»“”"،؛]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w+])\+?\d[\d ()./-]{6,}\d(?![\d\p{L}])|(?<![\p{L}\d.@-])[a-z\d][a-z\d-]*(?:\.[a-z\d-]+)*\.(?:org|com|net|int|gov|edu|info|asia|au|nz|uk|pk|af|ir|in|id|my|th|jp|kr|hk|ch|eu)(?:\/[^\s<>«»“”"،؛)]*)?(?![\p{L}\d])/giu;
/** Punctuation that ends a sentence around an address more often than it belongs to it. */
const ADDRESS_TAIL = /[.,;:!?)\]'»”]+$/u;
const CONTROLS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u;
const STRONG_RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]/u;
const LETTER = /\p{L}/u;

/** Direction of the first strong character (UAX #9 P2, P3), or undefined when there is none. */
export function firstStrong(text: string): Direction | undefined {
  for (const char of text) if (LETTER.test(char)) return STRONG_RTL.test(char) ? 'rtl' : 'ltr';
  return undefined;
}

/**
 * All ranges to isolate in a paragraph. `explicit` are links, code spans and `dir` spans; inside each, foreign phrases
 * are looked for against the direction of that range.
 */
export function findIsolates(text: string, base: Direction, explicit: readonly IsolateRange[] = []): IsolateRange[] {
  const found: IsolateRange[] = [];
  const ordered = [...explicit].sort((a, b) => a.start - b.start || b.end - a.end);
  visit(text, 0, text.length, base, ordered, found);
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

function visit(text: string, start: number, end: number, base: Direction, explicit: readonly IsolateRange[], found: IsolateRange[]): void {
  let at = start;
  for (let i = 0; i < explicit.length; ) {
    const range = explicit[i]!;
    const next = i + explicit.slice(i).findIndex((other) => other.start >= range.end);
    const inside = explicit.slice(i + 1, next < i ? explicit.length : next);
    phrases(text, at, range.start, base, found);
    found.push(range);
    const dir = range.dir === 'auto' ? (firstStrong(text.slice(range.start, range.end)) ?? 'ltr') : range.dir;
    visit(text, range.start, range.end, dir, inside, found);
    at = range.end;
    i = next < i ? explicit.length : next;
  }
  phrases(text, at, end, base, found);
}

/** Addresses first, then foreign phrases in what lies between them. */
function phrases(text: string, start: number, end: number, base: Direction, found: IsolateRange[]): void {
  if (end - start < 2) return;
  const part = text.slice(start, end);
  let at = 0;
  if (base === 'rtl' || /[@/+]/.test(part))
    for (const match of part.matchAll(ADDRESS)) {
      const address = match[0].replace(ADDRESS_TAIL, (tail) => (tail.startsWith(')') && match[0].includes('(') ? ')' : ''));
      if (address.length < 2) continue;
      foreign(part, at, match.index, start, base, found);
      found.push({ start: start + match.index, end: start + match.index + address.length, dir: 'ltr' });
      at = match.index + address.length;
    }
  foreign(part, at, part.length, start, base, found);
}

/** A token is a stretch without white space; the phrase grows over tokens of the other direction. */
function foreign(part: string, from: number, to: number, offset: number, base: Direction, found: IsolateRange[]): void {
  if (to - from < 2) return;
  const pattern = base === 'rtl' ? LATIN_PHRASE : RTL_PHRASE;
  for (const match of part.slice(from, to).matchAll(pattern)) {
    let start = match.index;
    let end = match.index + match[0].length;
    const slice = part.slice(from, to);
    if (base === 'rtl') {
      start = extendStart(slice, start);
      end = extendEnd(slice, end);
    }
    found.push({ start: offset + from + start, end: offset + from + end, dir: base === 'rtl' ? 'ltr' : 'rtl' });
  }
}

/** Left-to-right words with what joins them: spaces, hyphens, apostrophes, Latin commas and stops, slashes, ampersands, European digits. */
const L = '(?:(?![\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}\\p{Script=Adlam}\\p{Script=Hanifi_Rohingya}])\\p{L})';
const LATIN_PHRASE = new RegExp(
  `${L}[${'\\p{M}'}\\d]*(?:(?:[\\d\\p{M}’'&/@#_+=*-]|[.:,](?=[\\d\\p{L}])|[ ]?[&/–—-][ ]?|[.,;:]?[ ]|’s )*${L}[\\p{M}]*)*`,
  'gu',
);
const R = '[\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}\\p{Script=Adlam}\\p{Script=Hanifi_Rohingya}]';
const RTL_PHRASE = new RegExp(`${R}[\\p{M}\\u200c\\u200d]*(?:[\\p{M}\\u200c\\u200d\\u0660-\\u0669\\u06f0-\\u06f9،؛٫٬'’״׳-]*[ ]?${R}[\\p{M}\\u200c\\u200d]*)*`, 'gu');

/** A number that belongs to the phrase after it: joined by a hyphen (`30-day`), or a count of a lower-case word (`3.7 million`, `30 days`). */
function extendStart(text: string, start: number): number {
  const before = text.slice(Math.max(0, start - 24), start);
  const joined = /(?:[$€£]\s?)?\d[\d.,:/]*[-–/.']?$/u.exec(before);
  if (joined) return start - joined[0].length;
  const counted = /(?:[$€£]\s?)?\d[\d.,]* $/u.exec(before);
  if (counted && /^\p{Ll}/u.test(text.slice(start, start + 2))) return start - counted[0].length;
  // A number that opens a bracket or quotation belongs to the phrase that fills it: `(1951 Convention)`.
  const opened = /(?<=[([«“‘"])\d[\d.,]* $/u.exec(before);
  if (opened) return start - opened[0].length;
  return start;
}

/** A number, unit or sign that belongs to the phrase before it: `Phase 3`, `COVID-19`, `C++`, `Article 33(2)`. */
function extendEnd(text: string, end: number): number {
  const after = text.slice(end, end + 32);
  const tail = /^(?:[-–/:.]?\d[\d.,:/–-]*\d|[-–/:.]?\d|[+#*%°]+|[ ]\d+(?:[.,:/–-]\d+)*(?:\(\d+\))?%?(?![\d\p{L}])|[-–]\d+)+/u.exec(after);
  let grown = tail ? end + tail[0].length : end;
  // A bracket that belongs to the phrase, `Article 33(2)`, is closed by the pattern above; an abbreviation keeps its stop before a Latin bracket only.
  if (text[grown] === '.' && /^\p{L}(?:\.\p{L})+$/u.test(text.slice(Math.max(0, grown - 5), grown).replace(/^.*[^\p{L}.]/u, ''))) grown += 1;
  return grown;
}

export interface IsolatedText {
  /** The text with U+2066–U+2069 put in around the ranges. */
  readonly text: string;
  /** For each code unit of `text`, its index in the original, or -1 for an inserted control. */
  readonly origin: Int32Array;
}

/** UAX #9 BD2 lets embeddings nest 125 deep; ranges beyond this are left as they are. */
const MAX_NESTING = 60;

/** Puts isolate controls around ranges (sorted by start, outer first). */
export function insertIsolates(text: string, ranges: readonly IsolateRange[]): IsolatedText {
  const origin: number[] = [];
  let out = '';
  let at = 0;
  const closing: number[] = [];
  const copy = (to: number) => {
    for (; at < to; at++) {
      origin.push(at);
      out += text[at];
    }
  };
  const control = (char: string) => {
    origin.push(-1);
    out += char;
  };
  for (const range of ranges) {
    while (closing.length > 0 && closing[closing.length - 1]! <= range.start) {
      copy(closing.pop()!);
      control('\u2069');
    }
    if (closing.length >= MAX_NESTING || CONTROLS.test(text.slice(range.start, range.end))) continue;
    copy(range.start);
    control(range.dir === 'ltr' ? '\u2066' : range.dir === 'rtl' ? '\u2067' : '\u2068');
    closing.push(range.end);
  }
  while (closing.length > 0) {
    copy(closing.pop()!);
    control('\u2069');
  }
  copy(text.length);
  return { text: out, origin: Int32Array.from(origin) };
}
