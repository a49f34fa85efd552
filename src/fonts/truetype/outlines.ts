/**
 * The outlines of a font (loca and glyf): where each glyph's data lies, and composite glyphs taken apart into
 * the simple glyphs they place. What has been read is kept, because the editions of a run share their fonts.
 */

import { type ComponentRecord, readComponents } from './component.ts';
import { pointOf, reversed, signedArea } from './contours.ts';
import { type Bounds, chain, type Placement, placed } from './placement.ts';
import { FontFormatError, type TableReader } from './reader.ts';
import { readSimpleGlyph, type SimpleGlyph } from './simple-glyph.ts';
import type { TrueTypeSource } from './source.ts';

export type { Bounds } from './placement.ts';

/** A composite inside a composite inside … this deep is a loop. */
const MAX_DEPTH = 8;
/** More pieces than any real glyph has; keeps broken fonts from growing without end. */
const MAX_PIECES = 1024;

/** A simple glyph of the font, placed: a composite glyph is a list of these. */
export interface Piece extends Placement {
  readonly glyph: SimpleGlyph;
}

/**
 * `shift` moves the outline to the glyph's origin: rasterizers put the left edge of the header's box at the left
 * side bearing of hmtx (the phantom points of the TrueType instruction manual). It is 0 in nearly every font.
 */
interface Flattened {
  readonly pieces: readonly Piece[];
  readonly shift: number;
  /** The box in the glyph's header. */
  readonly bounds?: Bounds;
}

const EMPTY: Flattened = { pieces: [], shift: 0 };

export class Outlines {
  readonly #source: TrueTypeSource;
  readonly #loca: TableReader;
  readonly #glyf: TableReader;
  readonly #longOffsets: boolean;
  readonly #flattened = new Map<number, Flattened>();
  readonly #counterClockwise = new Map<number, boolean>();
  readonly #reversed = new Map<SimpleGlyph, SimpleGlyph>();

  /** Throws FontFormatError when the font has no TrueType outlines. */
  constructor(source: TrueTypeSource) {
    if (source.isCFF)
      throw new FontFormatError('the font has PostScript outlines; Bayan needs its TrueType (.ttf) build');
    this.#source = source;
    this.#loca = source.tables.need('loca');
    this.#glyf = source.tables.need('glyf');
    this.#longOffsets = source.head.i16(50) !== 0;
  }

  /** The box in a glyph's header; undefined for a glyph that draws nothing. */
  bounds(glyph: number): Bounds | undefined {
    const before = this.#flattened.get(glyph);
    if (before) return before.bounds;
    const data = this.#data(glyph);
    return data && headerBounds(data);
  }

  /** The simple glyphs that make up a glyph, in the coordinates of its own origin; empty when it draws nothing. */
  piecesOf(glyph: number): readonly Piece[] {
    const { pieces, shift } = this.#flatten(glyph, 0);
    return shift === 0 ? pieces : pieces.map((piece) => ({ ...piece, x: piece.x + shift }));
  }

  /**
   * Whether a glyph's contours run counter-clockwise, against the rule of TrueType. Alone that does no harm, but
   * two glyphs that run in opposite ways cut a hole into each other where they overlap in one composite.
   */
  isCounterClockwise(glyph: number): boolean {
    let answer = this.#counterClockwise.get(glyph);
    if (answer === undefined) {
      let area = 0;
      for (const { glyph: simple, map } of this.#flatten(glyph, 0).pieces) {
        area += signedArea(simple) * (map ? map.xx * map.yy - map.xy * map.yx : 1);
      }
      answer = area > 0;
      this.#counterClockwise.set(glyph, answer);
    }
    return answer;
  }

  /** A simple glyph with its contours run the other way; the same object every time. */
  reversed(simple: SimpleGlyph): SimpleGlyph {
    let other = this.#reversed.get(simple);
    if (!other) {
      other = reversed(simple);
      this.#reversed.set(simple, other);
    }
    return other;
  }

  #flatten(glyph: number, depth: number): Flattened {
    const before = this.#flattened.get(glyph);
    if (before) return before;
    if (depth > MAX_DEPTH) throw new FontFormatError(`glyph ${glyph} of the font is made of itself`);
    const data = this.#data(glyph);
    let flattened = EMPTY;
    if (data) {
      const bounds = headerBounds(data);
      const shift = this.#source.leftSideBearingOf(glyph) - bounds[0];
      flattened =
        data.i16(0) < 0
          ? { ...this.#flattenComposite(glyph, data, shift, depth), bounds }
          : { pieces: [{ glyph: readSimpleGlyph(glyph, data), x: 0, y: 0 }], shift, bounds };
    }
    this.#flattened.set(glyph, flattened);
    return flattened;
  }

  #flattenComposite(glyph: number, data: TableReader, ownShift: number, depth: number): Flattened {
    const pieces: Piece[] = [];
    let shift = ownShift;
    for (const record of readComponents(data, MAX_PIECES)) {
      const component = this.#flatten(record.glyph, depth + 1);
      if (record.ownsMetrics) shift = component.shift;
      const outer = place(record, pieces, component.pieces);
      for (const piece of component.pieces) pieces.push({ glyph: piece.glyph, ...chain(outer, piece) });
      if (pieces.length > MAX_PIECES)
        throw new FontFormatError(`glyph ${glyph} of the font has too many components`);
    }
    return { pieces, shift };
  }

  /** A glyph's data; undefined when it has no outline. */
  #data(glyph: number): TableReader | undefined {
    this.#source.checkGlyph(glyph);
    const start = this.#offset(glyph);
    const end = this.#offset(glyph + 1);
    if (start === end) return undefined;
    if (end < start || end > this.#glyf.length) {
      throw new FontFormatError(`glyph ${glyph} of the font lies outside the table "glyf"`);
    }
    const data = this.#glyf.slice(start, end - start);
    return data.i16(0) === 0 ? undefined : data;
  }

  #offset(glyph: number): number {
    return this.#longOffsets ? this.#loca.u32(glyph * 4) : this.#loca.u16(glyph * 2) * 2;
  }
}

function headerBounds(data: TableReader): Bounds {
  return [data.i16(2), data.i16(4), data.i16(6), data.i16(8)];
}

/** Where a component goes: at its offset, or so that one of its points meets one of the glyph so far. */
function place(record: ComponentRecord, before: readonly Piece[], component: readonly Piece[]): Placement {
  if (!record.points) return record;
  const anchor = pointIn(before, record.points.parent);
  const own = placed(record, pointIn(component, record.points.child));
  return { ...record, x: anchor.x - own.x, y: anchor.y - own.y };
}

/** A point of a glyph by its number, counted through its pieces. */
function pointIn(pieces: readonly Piece[], index: number): { readonly x: number; readonly y: number } {
  let left = index;
  for (const piece of pieces) {
    if (left < piece.glyph.pointCount) return placed(piece, pointOf(piece.glyph, left));
    left -= piece.glyph.pointCount;
  }
  throw new FontFormatError(`a glyph of the font is hung on point ${index}, which it does not have`);
}
