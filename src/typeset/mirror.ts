/**
 * Mirroring. Everything is laid out from start at the left; right-to-left boxes are then turned over by moving each
 * item, whole, to the other side of its frame. Glyphs, pictures and QR codes are moved, never flipped.
 */

import type { PageLine } from './page-line.ts';
import type { PageItem, Vector } from './pdfmake.ts';

/** The edges of a box whose direction differs from what is around it, pt. */
export interface Frame {
  readonly left: number;
  readonly right: number;
}

/** Moves one item to the other side of a frame. */
export function mirrorItem({ type, item }: PageItem, frame: Frame): void {
  const sum = frame.left + frame.right;
  switch (type) {
    case 'line':
      item.x = sum - item.x - (item as unknown as PageLine).getWidth();
      return;
    case 'vector':
      mirrorVector(item as unknown as Vector, sum);
      return;
    case 'image':
    case 'svg':
      item.x = sum - item.x - ((item._width ?? item.width ?? 0) as number);
      return;
    case 'beginClip':
      item.x = sum - item.x - (item.width ?? 0);
      return;
    default:
      return;
  }
}

function mirrorVector(vector: Vector, sum: number): void {
  switch (vector.type) {
    case 'rect':
      vector.x = sum - vector.x - vector.w;
      return;
    case 'ellipse':
      vector.x = sum - vector.x;
      return;
    case 'line':
      vector.x1 = sum - vector.x1;
      vector.x2 = sum - vector.x2;
      return;
    case 'polyline':
      for (const point of vector.points) point.x = sum - point.x;
      return;
    case 'path':
      return;
  }
}
