/**
 * Where a typesetter would not end a line although UAX #14 allows it: before signs that close a phrase, before a dash
 * between two spaces, inside symbols, dates, ranges and telephone numbers, after one-letter words in titles.
 */
import type { Language } from '../../language/language.ts';
import type { Address } from '../isolate/address.ts';
import { BREAK_ALLOWED, NO_BREAK } from './rules.ts';

/**
 * Signs that stand at the end of a phrase, or repeat or abbreviate it, and never begin a line; some are letters to
 * UAX #14, and some are written after a space: Thai ๆ ฯ, Lao ໆ ຯ, Burmese ၊ ။ ၌ ၍ ၏, Khmer ៖ ។ ៕ ៗ, the dandas of India,
 * stops of Ethiopia and Mongolia.
 */
const CLOSING_SIGN = /[ๆฯ๚๛ໆຯ၊။၌၍၏។-៚।॥፡-፨᙮᠂᠃᠅᠈᠉]/u;

export function isClosingSign(char: string): boolean {
  return CLOSING_SIGN.test(char);
}

/** What could be the name of a file with its folders. */
const PATH = /(?<![\w./~\\-])[\w./~\\:-]+/g;

/** Folders and files, like addresses, may break after a slash: `/home/ali`, `src/text/break`. */
function isPath(word: string): boolean {
  if (/^(?:\.{0,2}|~)\/\w|^[A-Z]:\\/.test(word)) return true;
  const names = word.split('/');
  return names.length > 2 && names.every((name) => name.length > 1 && /^[a-z\d._-]+$/.test(name));
}

/** Languages whose rules forbid a preposition or conjunction of one letter at the end of a line, in any text. */
const ONE_LETTER_WORDS = new Set(['cs', 'sk', 'pl', 'ru', 'uk', 'be']);
/** After so many one-letter words in a row a line may end all the same. */
const MOST_KEPT = 3;

/** Takes opportunities out of `breaks`, which has those of UAX #14. In a `title` one-letter words go with the next one. */
export function tailorBreaks(
  text: string,
  breaks: Uint8Array,
  language: Language,
  addresses: readonly Address[],
  title: boolean,
): void {
  const keep = (at: number) => {
    if (breaks[at] === BREAK_ALLOWED) breaks[at] = NO_BREAK;
  };
  if (CLOSING_SIGN.test(text)) for (let i = 0; i < text.length; i++) if (isClosingSign(text[i]!)) keep(i);
  if (/[/.]/.test(text)) keepSymbols(text, addresses, keep);
  if (/[\u2010-\u2015-]/.test(text)) {
    for (const { index } of text.matchAll(/(?<=[ \u00a0])[\u2013\u2014-](?=[ \u00a0])/g)) keep(index);
    // A dash that touches the word after it opens an aside.
    for (const { index } of text.matchAll(/(?<=[ \u00a0])[\u2013\u2014](?=\S)/g)) keep(index + 1);
    for (const { index } of text.matchAll(/(?<=\p{Nd}[\u2010-\u2013-])\p{Nd}/gu)) keep(index);
  }
  for (const { start, end, kind } of addresses)
    if (kind === 'number') for (let i = start + 1; i < end; i++) keep(i);
  if (title || ONE_LETTER_WORDS.has(language.tag.split('-')[0]!)) keepShortWords(text, keep);
}

/** A slash, or a stop between a letter and a number, in no address and no path: `A/HRC/54/1`, `and/or`, `E/CN.4`, `p.12`. */
const INNER_SIGN = /\/(?=\S)|(?<=\p{L})\.(?=\p{Nd})/gu;

/** What has such a sign in it is not parted there. */
function keepSymbols(text: string, addresses: readonly Address[], keep: (at: number) => void): void {
  const paths = [...text.matchAll(PATH)]
    .filter(([word]) => isPath(word))
    .map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
  const places = [...addresses, ...paths].sort((a, b) => a.start - b.start);
  let next = 0;
  for (const { index } of text.matchAll(INNER_SIGN)) {
    while (next < places.length && places[next]!.end <= index) next++;
    const inside = next < places.length && places[next]!.start <= index;
    if (!inside) keep(index + 1);
  }
}

function keepShortWords(text: string, keep: (at: number) => void): void {
  let kept = 0;
  let last = -1;
  for (const { 0: word, index } of text.matchAll(/(?<![^\s([{«"“„‘])\p{L}\p{M}*[ \u00a0](?=\S)/gu)) {
    const at = index + word.length;
    kept = last === index ? kept + 1 : 1;
    if (kept <= MOST_KEPT) keep(at);
    else kept = 0;
    last = at;
  }
}
