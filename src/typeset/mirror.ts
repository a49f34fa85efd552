/**
 * Mirroring. Everything is laid out from start at the left; right-to-left boxes are then turned over by moving each
 * item, whole, to the other side of its frame. Glyphs, pictures and QR codes are moved, never flipped.
 */

import type { PlacedItem, Vector } from './pdfmake.ts';

/** The edges of a box whose direction differs from what is around it, pt. */
export interface Frame {
  readonly left: number;
  readonly right: number;
}

/** Moves one item to the other side of a frame. */
export function mirrorItem(placed: PlacedItem, frame: Frame): void {
  const sum = frame.left + frame.right;
  if (placed.type === 'line') placed.item.x = sum - placed.item.x - placed.item.getWidth();
  else if (placed.type === 'image') placed.item.x = sum - placed.item.x - placed.item._width;
  else if (placed.type === 'vector') mirrorVector(placed.item, sum);
}

function mirrorVector(vector: Vector, sum: number): void {
  if (vector.type === 'rect') vector.x = sum - vector.x - vector.w;
  else {
    vector.x1 = sum - vector.x1;
    vector.x2 = sum - vector.x2;
  }
}
