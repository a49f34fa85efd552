/**
 * Fills and bars behind a block: drawn when the block's height is known, on every page that it reaches, behind what
 * stands on it.
 */
import type { Box } from '../document/nodes.ts';
import { extentOf } from './extent.ts';
import { footOf } from './page-edges.ts';
import type { PageSize, PlacedItem, Writer } from './pdfmake.ts';

/** Where a box begins. */
export interface BoxStart {
  readonly page: number;
  readonly y: number;
  /** Place among the items of its page where the fill goes, behind everything the block draws. */
  readonly index: number;
  readonly x: number;
  readonly width: number;
}

/** Goes into a box: what is placed next stands inside its padding. */
export function openBox(writer: Writer, { padding }: Box): BoxStart {
  const context = writer.context();
  const { page, y, x, availableWidth: width } = context;
  const start = { page, y, x, width, index: context.getCurrentPage()?.items.length ?? 0 };
  context.moveDown(padding[1]);
  context.addMargin(padding[0], padding[2]);
  return start;
}

/**
 * Leaves a box, and draws its fill and bar from where it began to where the writer now stands; on the pages before, down to
 * what stands there.
 *
 * @param notesOn height that notes take at the foot of a page, pt
 */
export function closeBox(
  writer: Writer,
  box: Box,
  start: BoxStart,
  paper: PageSize,
  notesOn: (page: number) => number,
): void {
  const context = writer.context();
  context.addMargin(-box.padding[0], -box.padding[2]);
  context.moveDown(box.padding[3]);
  const { bleed } = box;
  for (let page = start.page; page <= context.page; page++) {
    const first = page === start.page;
    const last = page === context.page;
    // Text goes on at the head of a page without padding: the fill reaches as far above it.
    const top = first ? (bleed?.top ? 0 : start.y) : context.pageMargins.top - box.padding[1];
    const index = first ? start.index : (context.backgroundLength[page] ?? 0);
    const room = footOf(context, page) - notesOn(page);
    const bottom = last
      ? bleed?.bottom
        ? paper.height
        : context.y
      : Math.min(room, lowest(context.pages[page]!.items.slice(index)) + box.padding[3]);
    if (bottom <= top) continue;
    const add = (x: number, w: number, color: string) =>
      writer.addVector(
        { type: 'rect', x, y: top, w, h: bottom - top, color, lineWidth: 0 },
        true,
        true,
        index,
        page,
      );
    // Later ones go in at the same index, so behind: the bar first, then the fill.
    if (box.bar) add(start.x, box.bar.width, box.bar.color);
    if (box.fill) add(bleed?.sides ? 0 : start.x, bleed?.sides ? paper.width : start.width, box.fill);
  }
}

/** Where the lowest of some items ends, pt from the top of the page; the top when there are none. */
function lowest(items: readonly PlacedItem[]): number {
  return items.reduce((most, placed) => Math.max(most, extentOf(placed)?.bottom ?? 0), 0);
}
