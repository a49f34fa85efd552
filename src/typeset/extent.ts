/** How far down its page something reaches that was placed on it. */
import type { PlacedItem } from './pdfmake.ts';

/** pt from the top of the page. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** Of an item on a page; undefined for what is none but says how others are placed. */
export function extentOf({ type, item }: PlacedItem): Extent | undefined {
  if (type === 'line') return { top: item.y, bottom: item.y + item.getHeight() };
  if (type === 'image') return { top: item.y, bottom: item.y + item._height };
  if (type !== 'vector') return undefined;
  if (item.type === 'rect') return { top: item.y, bottom: item.y + item.h };
  return { top: Math.min(item.y1, item.y2), bottom: Math.max(item.y1, item.y2) };
}
