/**
 * A face: one font file opened for shaping. HarfBuzz answers for coverage and shapes; the font's own tables
 * give the metrics. Faces are shared by all documents of a workspace.
 */

import { closeHarfBuzzFont, type HarfBuzzFont, nominalGlyph, openHarfBuzzFont } from './harfbuzz.ts';
import { openTrueType, type TrueTypeSource } from './truetype/source.ts';

export interface Face {
  /** Name and weight as fonts.yaml has them, for example `noto-naskh-arabic/400`; unique in a font book. */
  readonly id: string;
  readonly family: string;
  readonly harfbuzz: HarfBuzzFont;
  readonly source: TrueTypeSource;
  readonly unitsPerEm: number;
  /** Multiplies the type size, so that faces of different build look the same size beside each other. */
  readonly scale: number;
  /** Ascent and (positive) descent in em. */
  readonly ascent: number;
  readonly descent: number;
  /** Whether kashida may stretch this face; false for Nastaliq and for scripts that do not join. */
  readonly kashida: boolean;
  /** The weight or slant that was asked for and the file does not have. */
  readonly synthetic: { readonly bold: boolean };
  /** Whether the font's cmap has the character. */
  has(codePoint: number): boolean;
}

export interface FaceOptions {
  readonly id: string;
  readonly family: string;
  readonly scale: number;
  readonly kashida: boolean;
  readonly syntheticBold: boolean;
}

/** Opens a face. Throws FontFormatError when the file is no TrueType font Bayan can embed. */
export function openFace(data: Uint8Array, options: FaceOptions): Face {
  const source = openTrueType(data);
  const harfbuzz = openHarfBuzzFont(data);
  const coverage = new Map<number, boolean>();
  return {
    id: options.id,
    family: options.family,
    harfbuzz,
    source,
    unitsPerEm: source.unitsPerEm,
    scale: options.scale,
    ascent: source.ascender / source.unitsPerEm,
    descent: -source.descender / source.unitsPerEm,
    kashida: options.kashida,
    synthetic: { bold: options.syntheticBold },
    has(codePoint) {
      let covered = coverage.get(codePoint);
      if (covered === undefined) {
        covered = nominalGlyph(harfbuzz, codePoint) !== 0;
        coverage.set(codePoint, covered);
      }
      return covered;
    },
  };
}

/** Frees what HarfBuzz holds of a face. */
export function closeFace(face: Face): void {
  closeHarfBuzzFont(face.harfbuzz);
}
