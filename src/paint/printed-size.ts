/** How large pictures are printed, which says how many pixels they need. */
import type { PixelLimits } from '../pdf/images/print-size.ts';
import type { Page, PageItem } from '../typeset/page-item.ts';

/** Pixels a bitmap keeps for each printed inch. */
const PRINT_DPI = 300;

/** The pixels that each bitmap needs, by the name that composition gave it: for the largest size it is printed in. */
export function neededPixels(pages: readonly Page[]): ReadonlyMap<string, PixelLimits> {
  const needed = new Map<string, PixelLimits>();
  for (const { items } of pages)
    for (const item of items.flatMap(withPictures)) {
      if (item.type !== 'image') continue;
      const other = needed.get(item.image);
      needed.set(item.image, {
        maxWidth: Math.max(other?.maxWidth ?? 0, pixels(item.width)),
        maxHeight: Math.max(other?.maxHeight ?? 0, pixels(item.height)),
      });
    }
  return needed;
}

/** An item, or the pictures among the words of a line. */
function withPictures(item: PageItem): readonly PageItem[] {
  return item.type === 'line' ? [...(item.pictures?.values() ?? [])] : [item];
}

function pixels(points: number): number {
  return Math.ceil((points / 72) * PRINT_DPI);
}
