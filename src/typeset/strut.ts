/**
 * Where the baseline stands in a line. The main face of the paragraph decides it for all its lines, so that one rhythm
 * holds whatever other faces a line mixes in.
 */

import type { ParagraphStyle } from '../document/style.ts';
import type { FontBook } from '../fonts/book.ts';

/** Distance of the baseline from the top of a line, pt: the face's ascent and descent centred in the line height. */
export function baselineOf(paragraph: ParagraphStyle, fonts: FontBook): number {
  const { style, language, lineHeight } = paragraph;
  for (const open of fonts.candidates(language.script, style, language)) {
    const face = open();
    if (!face) continue;
    const size = style.size * face.scale;
    return (lineHeight - (face.ascent + face.descent) * size) / 2 + face.ascent * size;
  }
  return lineHeight * 0.75;
}
