/**
 * How high a line is and where its baseline stands. The main face of the paragraph decides it for all its lines, so that one rhythm
 * holds whatever other faces a line mixes in.
 */

import type { ParagraphStyle } from '../document/style.ts';
import type { FontBook } from '../fonts/book.ts';
import type { Face } from '../fonts/face.ts';
import { mannersOf } from '../language/manners.ts';

/** Ascent and descent of a face whose words step down to the baseline, em: Noto Nastaliq has 2.5, Noto Naskh 1.7. */
const STEPPED = 2;

/**
 * Distance from baseline to baseline, pt. A language that is set in Nastaliq has room for it; in another face (a brand's
 * Naskh) it takes the room of its script.
 */
export function lineHeightIn(paragraph: ParagraphStyle, fonts: FontBook): number {
  const { language, lineHeight } = paragraph;
  const usual = mannersOf(language.script).lineHeight;
  if (language.script !== 'Arab' || language.lineHeight <= usual) return lineHeight;
  const face = mainFace(paragraph, fonts);
  return !face || face.ascent + face.descent >= STEPPED
    ? lineHeight
    : (lineHeight * usual) / language.lineHeight;
}

/** Distance of the baseline from the top of a line, pt: the face's ascent and descent centred in the line height. */
export function baselineOf(paragraph: ParagraphStyle, fonts: FontBook): number {
  const { style, lineHeight } = paragraph;
  const face = mainFace(paragraph, fonts);
  if (!face) return lineHeight * 0.75;
  const size = style.size * face.scale;
  return (lineHeight - (face.ascent + face.descent) * size) / 2 + face.ascent * size;
}

function mainFace({ style, language }: ParagraphStyle, fonts: FontBook): Face | undefined {
  for (const open of fonts.candidates(language.script, style, language)) {
    const face = open();
    if (face) return face;
  }
  return undefined;
}
