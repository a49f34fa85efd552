/**
 * A face: one font file opened for shaping. HarfBuzz answers for coverage and shapes; the font's own tables
 * give the metrics. Faces are shared by all documents of a workspace.
 */

import type { DiagnosticError } from '../diagnostics/diagnostic.ts';
import { closeHarfBuzzFont, type HarfBuzzFont, nominalGlyph, openHarfBuzzFont } from './harfbuzz.ts';
import { FontFormatError, openTrueType, type TrueTypeSource } from './truetype/source.ts';
import { type ComposedGlyph, writeTrueType } from './truetype/writer.ts';

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
  /** Advance of a glyph, font units. Throws DiagnosticError `font-corrupt` when the font has none of that number. */
  advanceOf(glyph: number): number;
  /** The small font that has these glyphs. Throws DiagnosticError `font-corrupt` when their outlines are broken. */
  write(glyphs: readonly ComposedGlyph[]): Uint8Array;
}

export interface FaceOptions {
  readonly id: string;
  readonly family: string;
  readonly scale: number;
  readonly kashida: boolean;
  readonly syntheticBold: boolean;
  /** What to throw when a part of the font that is read later cannot be. */
  readonly corrupt: (reason: string) => DiagnosticError;
}

/** Opens a face. Throws FontFormatError when the file is no TrueType font Bayan can embed, or its tables are broken. */
export function openFace(data: Uint8Array, options: FaceOptions): Face {
  const source = openTrueType(data);
  source.check();
  const told = <T>(read: () => T): T => {
    try {
      return read();
    } catch (error) {
      throw error instanceof FontFormatError ? options.corrupt(error.message) : error;
    }
  };
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
    advanceOf: (glyph) => told(() => source.advanceOf(glyph)),
    write: (glyphs) => told(() => writeTrueType(source, glyphs)),
  };
}

/** Frees what HarfBuzz holds of a face. */
export function closeFace(face: Face): void {
  closeHarfBuzzFont(face.harfbuzz);
}
