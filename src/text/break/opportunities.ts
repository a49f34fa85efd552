/**
 * Where a line may end: UAX #14 (./rules.ts) with what Bayan adds, words of Khmer, Burmese, Thai and Lao from
 * Intl.Segmenter's dictionaries, soft hyphens, and breaks inside addresses that never gain a hyphen, and with what it
 * takes out (./tailoring.ts).
 */
import type { Language } from '../../language/language.ts';
import { type Address, findAddresses } from '../isolate/address.ts';
import { classNumber, lineBreakClass } from './classes.ts';
import { BREAK_ALLOWED, BREAK_MANDATORY, NO_BREAK, unicodeLineBreaks } from './rules.ts';
import { isClosingSign, tailorBreaks } from './tailoring.ts';

export { BREAK_ALLOWED, BREAK_MANDATORY, NO_BREAK };
/** A break at a soft hyphen or a hyphenation point: a hyphen is drawn. */
export const BREAK_HYPHEN = 3;

/**
 * Stretches written without spaces between words, which UAX #14 leaves to a dictionary (class SA). They are cut at a
 * length no sentence has, because the dictionaries of ICU take more than linear time.
 */
const DICTIONARY = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const STRETCH =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{M}\u200c\u200d]{1,1000}/gu;

/**
 * For each index `i` of `text`, whether the line may end before the code unit at `i`: one of the four constants.
 * Index `text.length` is always mandatory. In a `title` one-letter words stay with what follows them.
 */
export function lineBreaks(
  text: string,
  language: Language,
  title = false,
  addresses: readonly Address[] = findAddresses(text),
): Uint8Array {
  const breaks = unicodeLineBreaks(text);
  for (let i = text.indexOf('\u00ad'); i >= 0; i = text.indexOf('\u00ad', i + 1))
    if (breaks[i + 1] === BREAK_ALLOWED) breaks[i + 1] = BREAK_HYPHEN;
  if (DICTIONARY.test(text)) addDictionaryWords(text, language, breaks);
  tailorBreaks(text, breaks, language, addresses, title);
  addAddressBreaks(text, breaks, addresses);
  return breaks;
}

const segmenters = new Map<string, Intl.Segmenter>();

function addDictionaryWords(text: string, language: Language, breaks: Uint8Array): void {
  let words = segmenters.get(language.tag);
  if (!words) {
    words = new Intl.Segmenter(language.tag, { granularity: 'word' });
    segmenters.set(language.tag, words);
  }
  for (const stretch of text.matchAll(STRETCH))
    for (const { index } of words.segment(stretch[0])) {
      const at = stretch.index + index;
      if (index > 0 && breaks[at] === NO_BREAK && partsLetters(text, at)) breaks[at] = BREAK_ALLOWED;
    }
}

const AL = classNumber('AL');
const CM = classNumber('CM');

/** A dictionary parts letters alone (LB1 has them as AL); before digits, signs and marks the rules of UAX #14 hold. */
function partsLetters(text: string, at: number): boolean {
  const before = lineBreakClass(text.charCodeAt(at - 1));
  return (
    lineBreakClass(text.charCodeAt(at)) === AL &&
    (before === AL || before === CM) &&
    !isClosingSign(text[at]!)
  );
}

/** A line may end after these in an address, when something else follows. */
const ADDRESS_BREAK = /[/.\-_?&=@]/;
/** Characters of an address that stay together at its start and end. */
const KEEP_START = 3;
const KEEP_END = 2;

function addAddressBreaks(text: string, breaks: Uint8Array, addresses: readonly Address[]): void {
  for (const { start, end, kind } of addresses) {
    if (kind === 'number') continue;
    // The scheme alone, `https://`, is nothing to end a line with.
    const scheme =
      /^[a-z]+:\/\/(?:www\.)?/i.exec(text.slice(start, Math.min(end, start + 16)))?.[0].length ?? 0;
    const from = start + Math.max(scheme, KEEP_START);
    for (let i = start + 1; i < end; i++) {
      if (breaks[i] === BREAK_MANDATORY) continue;
      const open = ADDRESS_BREAK.test(text[i - 1]!) && !ADDRESS_BREAK.test(text[i]!);
      breaks[i] = open && i > from && end - i > KEEP_END ? BREAK_ALLOWED : NO_BREAK;
    }
  }
}
