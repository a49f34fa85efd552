/** How large pictures are printed, which says how many pixels they need. */
import type { BitmapMark, Mark } from '../document/drawing.ts';
import type { PixelLimits } from '../pdf/images/print-size.ts';
import type { Page, PageItem } from '../typeset/page-item.ts';
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
  for (const { items } of pages)
    for (const item of items.flatMap(withPictures)) {
      if (item.type === 'image') need(item.image, item.width, item.height);
      if (item.type !== 'drawing') continue;
      const [across, , , down] = drawingMatrix(item.drawing, item);
      for (const { id, matrix } of bitmapsIn(item.drawing.marks)) {
        const [a, b, c, d] = matrix;
        need(id, Math.hypot(a * across, b * down), Math.hypot(c * across, d * down));
      }
    }
  return needed;
}

/** An item, or the pictures among the words of a line. */
function withPictures(item: PageItem): readonly PageItem[] {
  return item.type === 'line' ? [...(item.pictures?.values() ?? [])] : [item];
}

/** Pixels of a tile are counted in the tile's own space: too many rather than too few. */
function* bitmapsIn(marks: readonly Mark[]): Generator<BitmapMark> {
  for (const mark of marks) {
    if (mark.type === 'bitmap') yield mark;
    if (mark.type === 'group') yield* bitmapsIn([...mark.marks, ...(mark.mask?.marks ?? [])]);
    if (mark.type !== 'shape') continue;
    for (const used of [mark.fill, mark.stroke])
      if (used?.paint.type === 'pattern') yield* bitmapsIn(used.paint.marks);
  }
}

function pixels(points: number): number {
  return Math.ceil((points / 72) * PRINT_DPI);
}
