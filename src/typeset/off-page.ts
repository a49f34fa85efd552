/** Text and pictures that would be printed beyond the edge of the paper. Fills and rules may run over it. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { millimetres } from './faults.ts';
import type { LineItem, Page, PageItem, PictureItem } from './page-item.ts';

/** Less than this is not seen, pt. */
const TOLERANCE = 0.5;

/** An error for each header, footer and place of the text that has something beyond the edge, with the most that lies there. */
export function offPageFaults(pages: readonly Page[]): Diagnostic[] {
  const worst = new Map<unknown, { readonly beyond: number; readonly item: LineItem | PictureItem }>();
  for (const { width, height, items } of pages)
    for (const item of items) {
      if (!isSeen(item)) continue;
      const { left, right, top, bottom } = edgesOf(item);
      const beyond = Math.max(-left, right - width, -top, bottom - height);
      const part = typeof item.tag === 'string' ? item.tag : item.source;
      if (beyond > Math.max(TOLERANCE, worst.get(part)?.beyond ?? 0)) worst.set(part, { beyond, item });
    }
  return [...worst.values()].map(({ beyond, item }) => ({
    severity: 'error',
    code: 'off-page',
    message: `${item.type === 'line' ? 'text' : 'a picture'} would stand ${millimetres(beyond)} beyond the edge of the paper`,
    hint: 'give it more room: a larger margin for headers and footers, fewer or shorter notes, a wider column',
    ...(item.source && { span: item.source }),
  }));
}

function isSeen(item: PageItem): item is LineItem | PictureItem {
  return item.type === 'line' || item.type === 'image' || item.type === 'drawing' || item.type === 'qr';
}

function edgesOf(item: LineItem | PictureItem) {
  const { x, y } = item;
  if (item.type === 'line')
    return { left: x, right: x + item.line.width, top: item.baseline, bottom: item.baseline };
  return { left: x, right: x + item.width, top: y, bottom: y + item.height };
}
