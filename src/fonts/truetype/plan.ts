/**
 * Planning the glyphs of a written font: each composed glyph becomes empty, a copied simple glyph or a composite,
 * and the simple glyphs that composites need but no character code shows follow after the encoded ones.
 */
import { type Component, encodeMap } from './component.ts';
import type { Outlines, Piece } from './outlines.ts';
import { type Bounds, placedBounds, union } from './placement.ts';
import { FontFormatError } from './reader.ts';
import type { SimpleGlyph } from './simple-glyph.ts';
import type { TrueTypeSource } from './source.ts';

/** A glyph of the source at an offset from the origin, in font units. */
export interface PlacedGlyph {
  readonly glyph: number;
  readonly x: number;
  readonly y: number;
}

/** What one character code shows. Font units. */
export interface ComposedGlyph {
  readonly components: readonly PlacedGlyph[];
  readonly advance: number;
}

/** A glyph of the new font: `simple` is copied, `components` are written, neither means no outline. */
export interface PlannedGlyph {
  readonly advance: number;
  readonly bounds?: Bounds;
  readonly simple?: SimpleGlyph;
  readonly components?: readonly Component[];
  readonly pointCount: number;
  readonly contourCount: number;
}

/** Glyph ids are 16 bits and 0xFFFF is reserved. */
const MAX_GLYPHS = 65535;
/** Components of a glyph; letters with all their marks have a dozen. */
const MOST_COMPARED = 100;

/**
 * Plans the font: glyph 0 (.notdef), the composed glyphs in order, then the simple glyphs they share. A number that the
 * format cannot hold, such as the height of a letter under hundreds of marks, becomes the nearest one that it can. Throws
 * FontFormatError when the source is broken or there are more than 65,535 glyphs.
 */
export function planFont(source: TrueTypeSource, glyphs: readonly ComposedGlyph[]): readonly PlannedGlyph[] {
  const notdef: ComposedGlyph = { components: [{ glyph: 0, x: 0, y: 0 }], advance: source.advanceOf(0) };
  const encoded = [notdef, ...glyphs];
  const pieceLists = encoded.map((glyph) => piecesOf(source, glyph));

  // Where each simple glyph of the source stands in the new font: an encoded glyph that is just it, or a shared one.
  const places = new Map<SimpleGlyph, number>();
  pieceLists.forEach((pieces, id) => {
    const simple = loneGlyph(pieces);
    if (simple && !places.has(simple)) places.set(simple, id);
  });
  const shared: SimpleGlyph[] = [];
  for (const pieces of pieceLists) {
    for (const { glyph } of pieces) {
      if (places.has(glyph)) continue;
      places.set(glyph, encoded.length + shared.length);
      shared.push(glyph);
    }
  }
  if (encoded.length + shared.length > MAX_GLYPHS) {
    throw new FontFormatError(`one font file cannot hold ${encoded.length + shared.length} glyphs`);
  }

  const planned = pieceLists.map((pieces, id) => {
    const advance = Math.round(encoded[id]?.advance ?? 0);
    return planGlyph(pieces, id, Math.max(0, Math.min(0xffff, advance)), places);
  });
  return planned.concat(shared.map((simple) => planSimple(simple, 0)));
}

function piecesOf({ outlines }: TrueTypeSource, composed: ComposedGlyph): readonly Piece[] {
  const drawn = composed.components.filter(({ glyph }) => outlines.piecesOf(glyph).length > 0);
  // Glyphs whose contours run in different ways would cut holes into each other: make them all run clockwise.
  const against = drawn.map(({ glyph }) => outlines.isCounterClockwise(glyph));
  const mixed = against.includes(true) && against.includes(false) && touching(outlines, drawn);
  const pieces: Piece[] = [];
  drawn.forEach((component, i) => {
    for (const piece of outlines.piecesOf(component.glyph)) {
      const glyph = mixed && against[i] ? outlines.reversed(piece.glyph) : piece.glyph;
      const x = Math.round(piece.x + component.x);
      const y = Math.round(piece.y + component.y);
      // A map that rounds to the identity is none: the glyph may then be copied.
      pieces.push(piece.map && encodeMap(piece.map) ? { glyph, x, y, map: piece.map } : { glyph, x, y });
    }
  });
  return pieces;
}

/** Whether any two components meet. Among so many that looking at all pairs would take long, some are taken to. */
function touching(outlines: Outlines, drawn: readonly PlacedGlyph[]): boolean {
  if (drawn.length > MOST_COMPARED) return true;
  return drawn.some((a, i) => drawn.some((b, j) => j > i && overlap(outlines, a, b)));
}

/** Whether the boxes of two components meet. */
function overlap(outlines: Outlines, a: PlacedGlyph, b: PlacedGlyph): boolean {
  const boxA = outlines.bounds(a.glyph);
  const boxB = outlines.bounds(b.glyph);
  if (!boxA || !boxB) return false;
  const x = b.x - a.x;
  const y = b.y - a.y;
  return boxA[0] <= boxB[2] + x && boxB[0] + x <= boxA[2] && boxA[1] <= boxB[3] + y && boxB[1] + y <= boxA[3];
}

/** The simple glyph that a list of pieces is, unmoved; undefined when it is more or other than that. */
function loneGlyph(pieces: readonly Piece[]): SimpleGlyph | undefined {
  const [piece] = pieces;
  return pieces.length === 1 && piece && piece.x === 0 && piece.y === 0 && !piece.map
    ? piece.glyph
    : undefined;
}

function planSimple(simple: SimpleGlyph, advance: number): PlannedGlyph {
  const { bounds, pointCount, contourCount } = simple;
  return { advance, bounds, simple, pointCount, contourCount };
}

function planGlyph(
  pieces: readonly Piece[],
  id: number,
  advance: number,
  places: ReadonlyMap<SimpleGlyph, number>,
): PlannedGlyph {
  if (pieces.length === 0) return { advance, pointCount: 0, contourCount: 0 };
  const lone = loneGlyph(pieces);
  if (lone && places.get(lone) === id) return planSimple(lone, advance);

  let box: Bounds | undefined;
  let pointCount = 0;
  let contourCount = 0;
  const components: Component[] = [];
  for (const piece of pieces) {
    box = union(box, placedBounds(piece, piece.glyph.bounds));
    pointCount += piece.glyph.pointCount;
    contourCount += piece.glyph.contourCount;
    const glyph = places.get(piece.glyph) ?? 0;
    const x = int16(piece.x);
    const y = int16(piece.y);
    const map = encodeMap(piece.map);
    components.push(map ? { glyph, x, y, map } : { glyph, x, y });
  }
  const [left, bottom, right, top] = box ?? [0, 0, 0, 0];
  const bounds: Bounds = [int16(left), int16(bottom), int16(right), int16(top)];
  return { advance, bounds, components, pointCount, contourCount };
}

/** The nearest number that a signed 16-bit field holds. */
function int16(value: number): number {
  return Math.max(-32768, Math.min(32767, value));
}
