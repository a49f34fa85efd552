/**
 * Simple glyphs (OpenType 1.9, glyf, "Simple glyph description"): measuring one, checking that its data is
 * whole, and copying it without its instructions. Its coordinates are not decoded: see contours.ts.
 */
import type { Bounds } from './placement.ts';
import { FontFormatError, type TableReader } from './reader.ts';

// Flags of a point.
export const ON_CURVE = 0x01;
export const X_SHORT = 0x02;
export const Y_SHORT = 0x04;
export const REPEAT = 0x08;
export const X_SAME_OR_POSITIVE = 0x10;
export const Y_SAME_OR_POSITIVE = 0x20;
/** On the first point: contours overlap, so rasterizers should take more care. */
export const OVERLAP_SIMPLE = 0x40;

export interface SimpleGlyph {
  /** Glyph id in the source. */
  readonly id: number;
  readonly bounds: Bounds;
  readonly contourCount: number;
  readonly pointCount: number;
  readonly data: TableReader;
  /** Flags and coordinates, after the instructions, without padding. */
  readonly pointsAt: number;
  readonly pointsSize: number;
}

/** Measures a simple glyph. Throws FontFormatError when its contours or points are not whole. */
export function readSimpleGlyph(id: number, data: TableReader): SimpleGlyph {
  const contourCount = data.i16(0);
  let last = -1;
  for (let i = 0; i < contourCount; i++) {
    const end = data.u16(10 + i * 2);
    if (end <= last) throw new FontFormatError(`glyph ${id} of the font has contours out of order`);
    last = end;
  }
  const instructionsAt = 12 + contourCount * 2;
  const pointsAt = instructionsAt + data.u16(instructionsAt - 2);
  const pointCount = last + 1;
  // The one hot loop of writing a font: it reads the bytes themselves. Past the glyph's end they are still in the
  // file or undefined (read as 0), and the check after the loop finds out.
  const { bytes, start } = data;
  let at = pointsAt;
  let coordinates = 0;
  for (let left = pointCount; left > 0; ) {
    const flag = bytes[start + at++] ?? 0;
    const repeats = flag & REPEAT ? (bytes[start + at++] ?? 0) + 1 : 1;
    if (repeats > left) throw new FontFormatError(`glyph ${id} of the font has more flags than points`);
    const size =
      coordinateSize(flag, X_SHORT, X_SAME_OR_POSITIVE) + coordinateSize(flag, Y_SHORT, Y_SAME_OR_POSITIVE);
    coordinates += repeats * size;
    left -= repeats;
  }
  data.check(at, coordinates);
  return {
    id,
    bounds: [data.i16(2), data.i16(4), data.i16(6), data.i16(8)],
    contourCount,
    pointCount,
    data,
    pointsAt,
    pointsSize: at + coordinates - pointsAt,
  };
}

/** Bytes a coordinate takes, by its two bits of the flag. */
function coordinateSize(flag: number, short: number, same: number): number {
  return flag & short ? 1 : flag & same ? 0 : 2;
}

/** Bytes that `copySimpleGlyph` writes. */
export function simpleGlyphSize(glyph: SimpleGlyph): number {
  return 12 + glyph.contourCount * 2 + glyph.pointsSize;
}

/** Copies a glyph without its instructions to `at`. */
export function copySimpleGlyph(glyph: SimpleGlyph, target: Uint8Array, at: number): void {
  const { bytes, start } = glyph.data;
  const head = 10 + glyph.contourCount * 2;
  target.set(bytes.subarray(start, start + head), at);
  // The two bytes between stay zero: no instructions.
  const points = start + glyph.pointsAt;
  target.set(bytes.subarray(points, points + glyph.pointsSize), at + head + 2);
}
