/**
 * Where a line may end (UAX #14), with what Bayan adds: words of Khmer, Burmese, Thai and Lao from Intl.Segmenter's
 * dictionaries, and breaks inside addresses that never gain a hyphen.
 */
import LineBreaker from 'linebreak';
import type { Language } from '../language/language.ts';

export const NO_BREAK = 0;
export const BREAK_ALLOWED = 1;
export const BREAK_MANDATORY = 2;
/** A break at a soft hyphen or a hyphenation point: a hyphen is drawn. */
export const BREAK_HYPHEN = 3;

const DICTIONARY = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const ADDRESS = /(?:https?:\/\/|www\.)[^\s]+|[\w.+-]+@[\w.-]+/giu;

/** For each index `i` of `text`, whether the line may end before the code unit at `i`. Index `text.length` is always mandatory. */
export function lineBreaks(text: string, language: Language): Uint8Array {
  const breaks = new Uint8Array(text.length + 1);
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak())
    breaks[next.position] = next.required ? BREAK_MANDATORY : BREAK_ALLOWED;
  breaks[text.length] = BREAK_MANDATORY;
  for (let i = text.indexOf('\u00ad'); i >= 0; i = text.indexOf('\u00ad', i + 1))
    if (breaks[i + 1] === BREAK_ALLOWED) breaks[i + 1] = BREAK_HYPHEN;
  if (DICTIONARY.test(text)) addDictionaryWords(text, language, breaks);
  addAddressBreaks(text, breaks);
  return breaks;
}

function addDictionaryWords(text: string, language: Language, breaks: Uint8Array): void {
  const words = new Intl.Segmenter(language.tag, { granularity: 'word' });
  for (const { index } of words.segment(text))
    if (index > 0 && breaks[index] === NO_BREAK && DICTIONARY.test(text[index]!) && DICTIONARY.test(text[index - 1]!)) breaks[index] = BREAK_ALLOWED;
}

/** An address breaks after `/`, `.`, `-`, `_`, `?`, `&`, `=` when something follows, and nowhere between `//`. */
function addAddressBreaks(text: string, breaks: Uint8Array): void {
  for (const match of text.matchAll(ADDRESS)) {
    const from = match.index;
    const to = from + match[0].length;
    for (let i = from + 1; i < to; i++) {
      const before = text[i - 1]!;
      const after = text[i]!;
      const allowed = /[/.\-_?&=@]/.test(before) && !/[/.\-_?&=@]/.test(after) && i - from > 3 && to - i > 2;
      if (breaks[i] !== BREAK_MANDATORY) breaks[i] = allowed ? BREAK_ALLOWED : NO_BREAK;
    }
  }
}
