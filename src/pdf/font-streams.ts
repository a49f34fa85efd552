/**
 * The streams of an embedded font, compressed, and remembered: a document that is made again and needs no new glyph
 * finds them made.
 */
import { deflateSync } from 'node:zlib';
import type { Face } from '../fonts/face.ts';
import type { ComposedGlyph } from '../fonts/truetype/writer.ts';
import { toUnicodeCMap } from './to-unicode.ts';

export interface FontStreams {
  readonly program: Uint8Array;
  /** Length of the font program before compression. */
  readonly size: number;
  readonly toUnicode: Uint8Array;
}

/** How many fonts are remembered of a face: as many as documents are likely to be made in turn. */
const REMEMBERED = 12;

/** By face, and by what its codes draw and say. */
const written = new WeakMap<Face, Map<string, FontStreams>>();

/** The font program of these glyphs, and the map from their codes to these texts. */
export function fontStreams(
  face: Face,
  glyphs: readonly ComposedGlyph[],
  texts: readonly string[],
): FontStreams {
  let ofFace = written.get(face);
  if (!ofFace) {
    ofFace = new Map();
    written.set(face, ofFace);
  }
  const key = JSON.stringify([texts, glyphs]);
  const before = ofFace.get(key);
  if (before) return before;
  const data = face.write(glyphs);
  const streams = {
    program: deflateSync(data),
    size: data.length,
    toUnicode: deflateSync(toUnicodeCMap(texts)),
  };
  ofFace.set(key, streams);
  for (const oldest of ofFace.keys()) {
    if (ofFace.size <= REMEMBERED) break;
    ofFace.delete(oldest);
  }
  return streams;
}
