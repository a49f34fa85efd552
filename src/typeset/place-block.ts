/** What stands where the page says and not where the flow has come to: blocks at a fixed place, and the flow moved on. */
import type { AdvanceNode, Place } from '../document/nodes.ts';
import { fullHeight } from './heights.ts';
import type { LayoutNode } from './layout-nodes.ts';
import { isBelowTop } from './page-edges.ts';
import type { Writer } from './pdfmake.ts';

/** Share of the height left in a place that is above what stands in it. */
const SHARE_ABOVE: Readonly<Record<Place['align'], number>> = { top: 0, middle: 0.5, bottom: 1 };

/** The fixed place of a node, if it has one. */
export function placeOf(node: LayoutNode): Place | undefined {
  return node.kind === 'stack' && 'place' in node.node ? node.node.place : undefined;
}

/**
 * Places a block in a rectangle of the page; the flow stays where it is. What is higher than the rectangle runs out of it at
 * the foot.
 *
 * @returns how many pt it is higher than its place; 0 when it fits
 */
export function inPlace(writer: Writer, node: LayoutNode, place: Place, process: () => void): number {
  const context = writer.context();
  const excess = fullHeight(node, place.width) - place.height;
  const down = SHARE_ABOVE[place.align] * Math.max(0, -excess);
  context.beginDetachedBlock();
  context.x = place.start;
  context.y = place.top + down;
  context.availableWidth = place.width;
  // Nothing of it goes on to another page.
  context.availableHeight = Number.MAX_SAFE_INTEGER;
  process();
  context.endDetachedBlock();
  return excess > 0.5 ? excess : 0;
}

/** Moves the flow down to a height of its page, or on to the next page unless it is at the top of one. */
export function advance(writer: Writer, { advanceTo }: AdvanceNode): void {
  const context = writer.context();
  if (advanceTo !== 'next page') context.moveDown(Math.max(0, advanceTo - context.y));
  else if (isBelowTop(context)) writer.moveToNextPage();
}
