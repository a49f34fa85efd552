/**
 * The order that a person's markup asks for, worked out without any code of ours: a phrase between ⟦ and ⟧ is isolated
 * as `<bdi dir>` would, and bidi-js does the rest by the letter of UAX #9.
 */
import bidiFactory from 'bidi-js';
import type { Direction } from '../../src/language/language.ts';

const bidi = bidiFactory();
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const OPENING = '⟦';
const CLOSING = '⟧';
const LRI = '\u2066';
const RLI = '\u2067';
const PDI = '\u2069';
const ARABIC_LETTER_MARK = '\u061c';
/** The first strong letter from right to left is one of a script that counts in the Arabic way (bidi class AL). */
const ARABIC = /^[^\p{sc=Hebrew}\p{sc=Nko}]*[\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}]/u;

/** What the author types: the text without the marks. */
export function withoutMarks(marked: string): string {
  return marked.replaceAll(OPENING, '').replaceAll(CLOSING, '');
}

/**
 * The line as it stands on the page, from left to right, with mirrored brackets. A mark inside another turns the
 * direction again. Stretches of Arabic script begin with an Arabic letter mark, so that ۵۰٪ looks the same at their start.
 */
export function markedVisual(marked: string, base: Direction): string {
  let controlled = base === 'rtl' && ARABIC.test(marked) ? ARABIC_LETTER_MARK : '';
  let dir = base;
  for (const [index, part] of [...marked.matchAll(/[⟦⟧]|[^⟦⟧]+/gu)].map(
    (match) => [match.index, match[0]] as const,
  )) {
    if (part === OPENING) {
      dir = dir === 'rtl' ? 'ltr' : 'rtl';
      controlled += dir === 'ltr' ? LRI : RLI;
      if (dir === 'rtl' && ARABIC.test(marked.slice(index))) controlled += ARABIC_LETTER_MARK;
    } else if (part === CLOSING) {
      dir = dir === 'rtl' ? 'ltr' : 'rtl';
      controlled += PDI;
    } else controlled += part;
  }
  const levels = bidi.getEmbeddingLevels(controlled, base);
  const clusters = new Map([...graphemes.segment(controlled)].map(({ index, segment }) => [index, segment]));
  return bidi
    .getReorderedIndices(controlled, levels)
    .map((index) =>
      levels.levels[index]! & 1 ? mirrored(clusters.get(index) ?? '') : (clusters.get(index) ?? ''),
    )
    .join('')
    .replace(/[\u061c\u2066\u2067\u2069]/g, '');
}

/** Each character as it looks from right to left. */
export function mirrored(text: string): string {
  return [...text].map((char) => bidi.getMirroredCharacter(char) ?? char).join('');
}
