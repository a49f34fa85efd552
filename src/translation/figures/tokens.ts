/** Words, numbers and marks of a text, with digits in ASCII, for ./read-figures.ts. */
import { readDigit } from '../../language/digits.ts';
import { foldWord } from '../../language/fold-word.ts';

export interface Token {
  readonly kind: 'number' | 'word' | 'mark';
  /** A number with its digits in ASCII, a word folded, a mark as it is. */
  readonly text: string;
  /** In the text that was read. */
  readonly start: number;
  readonly end: number;
  /** Of a number: the numbering system of its digits. */
  readonly digits?: string;
}

/**
 * A number with its separators: groups of three or two after marks or spaces, a decimal mark, parts of a date or a time.
 * A plain space is a separator only before three digits.
 */
const NUMBER = /(?:\d{1,3}(?:[\u0020\u00a0\u202f\u2009]\d{3})+(?!\d)|\d+)(?:[.,٫٬،'’/:-]\d+)*/y;
const WORD = /[\p{L}\p{M}](?:[\p{L}\p{M}’']|\u200c|\u200d)*/uy;

/** Addresses are compared as links, and their numbers are none of the text. */
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/giu;

export function tokens(text: string): readonly Token[] {
  const plain = foldAllDigits(text.replace(ADDRESS, (address) => ' '.repeat(address.length)));
  const found: Token[] = [];
  for (let at = 0; at < plain.text.length; ) {
    const number = match(NUMBER, plain.text, at);
    const word = number === undefined ? match(WORD, plain.text, at) : undefined;
    const written = number ?? word ?? String.fromCodePoint(plain.text.codePointAt(at)!);
    const [start, end] = [plain.offsets[at]!, plain.offsets[at + written.length]!];
    if (number !== undefined) {
      const digits = readDigit(String.fromCodePoint(text.codePointAt(start)!))?.system ?? 'latn';
      found.push({ kind: 'number', text: number, start, end, digits });
    } else if (word !== undefined) {
      // Parts of a word that ZWNJ holds apart are looked up one by one.
      for (const part of word.matchAll(/[^\u200c]+/gu))
        found.push({
          kind: 'word',
          text: foldWord(withoutClitics(part[0])),
          start: start + part.index,
          end: start + part.index + part[0].length,
        });
    } else if (written.trim() !== '') found.push({ kind: 'mark', text: written, start, end });
    at += written.length;
  }
  return found;
}

/** Kasım’da, d’octobre: what is short before an apostrophe, and whatever stands after a longer part, belongs to the grammar. */
function withoutClitics(word: string): string {
  const [head = '', tail = ''] = word.split(/['’]/);
  return head.length <= 2 && tail !== '' ? tail : head;
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** Digits of all scripts as ASCII, and where each code unit of the new text stands in the old one. */
function foldAllDigits(text: string): { readonly text: string; readonly offsets: readonly number[] } {
  let folded = '';
  const offsets: number[] = [];
  let at = 0;
  for (const char of text) {
    const digit = /\p{Nd}/u.test(char) ? readDigit(char) : undefined;
    const put = digit === undefined ? char : String(digit.value);
    for (let unit = 0; unit < put.length; unit++) offsets.push(at + Math.min(unit, char.length - 1));
    folded += put;
    at += char.length;
  }
  offsets.push(at);
  return { text: folded, offsets };
}
