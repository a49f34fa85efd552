/** How large pictures are printed, which says how many pixels they need. */
import { marksIn } from '../document/drawing.ts';
import type { PixelLimits } from '../pdf/images/print-size.ts';
import { type Page, picturesOn } from '../typeset/page-item.ts';
import { drawingMatrix } from './drawing/placement.ts';

/** Pixels a bitmap keeps for each printed inch. */
const PRINT_DPI = 300;

/** The pixels that each bitmap needs, by the name that composition gave it: for the largest size it is printed in. */
export function neededPixels(pages: readonly Page[]): ReadonlyMap<string, PixelLimits> {
  const needed = new Map<string, PixelLimits>();
  const need = (id: string, width: number, height: number): void => {
    const other = needed.get(id);
    needed.set(id, {
      maxWidth: Math.max(other?.maxWidth ?? 0, pixels(width)),
      maxHeight: Math.max(other?.maxHeight ?? 0, pixels(height)),
    });
  };
  for (const item of picturesOn(pages)) {
    if (item.type === 'image') need(item.image, item.width, item.height);
    if (item.type !== 'drawing') continue;
    const [across, , , down] = drawingMatrix(item.drawing, item);
    for (const mark of marksIn(item.drawing.marks)) {
      if (mark.type !== 'bitmap') continue;
      // Of a bitmap in a tile they are counted in the tile's own space: too many rather than too few.
      const [a, b, c, d] = mark.matrix;
      need(mark.id, Math.hypot(a * across, b * down), Math.hypot(c * across, d * down));
    }
  }
  return needed;
}

function pixels(points: number): number {
  return Math.ceil((points / 72) * PRINT_DPI);
}
