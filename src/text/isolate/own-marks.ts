/** Which of the marks behind a phrase are its own: Who Pays? and Acme Ltd., but not the stop of the host's sentence. */
import { keepsItsStop } from './gaps.ts';
import { textOf } from './items.ts';
import type { Reader } from './phrases.ts';
import { isSentenceLike, type Surroundings } from './stretch.ts';

/** A name or title, a comma, and a year or page. */
const REFERENCE = /,.*(?:\b(?:1[5-9]|20)\d\d\b|\bpp?\. ?\d)/;

/**
 * The last token of a phrase with the marks after it that are its own: a per cent sign, the mark of a note, the question
 * mark where the host has another, the exclamation mark and the stop of what reads as a sentence.
 */
export function withOwnMarks(
  reader: Reader,
  first: number,
  last: number,
  { left, right, end, after }: Surroundings,
): number {
  const { text, tokens, hostHasOwnMarks } = reader;
  const written = textOf(reader, { first, last });
  let to = last;
  for (let t = last + 1; t < end; t++) {
    const mark = tokens[t]!;
    if (mark.start !== tokens[to]!.end) break;
    if (mark.kind === 'aside') {
      to = t;
      continue;
    }
    if (mark.kind !== 'mark') break;
    const char = text[mark.start]!;
    const own =
      char === '?'
        ? hostHasOwnMarks
        : char === '!'
          ? left !== 'tied' || isSentenceLike(written)
          : char === '.'
            ? right === 'free' &&
              ((left === 'clause' && (isSentenceLike(written) || REFERENCE.test(written))) ||
                (t + 1 < end && keepsItsStop(written)))
            : char === '>'
              ? written.includes('<')
              : char === '…'
                ? /^…\s?\S/.test(after)
                : /[%‰°]/.test(char) && /\p{Nd}$/u.test(written);
    if (!own) break;
    to = t;
  }
  return to;
}
