/** Where the text of a page begins and ends, and what begins it. */
import { childrenOf } from './heights.ts';
import type { LayoutNode } from './layout-nodes.ts';
import type { Context } from './pdfmake.ts';

/** Whether the writer stands below the head of the page, or below `repeated` pt of rows that are drawn again there. */
export function isBelowTop({ y, pageMargins }: Context, repeated = 0): boolean {
  return y > pageMargins.top + repeated + 0.5;
}

/** Where the text of a page ends, pt from its top; notes stand above that. */
export function footOf({ pages, page: current, pageMargins }: Context, page = current): number {
  return pages[page]!.pageSize.height - pageMargins.bottom;
}

/**
 * Takes the space above a block, and above what begins it, away: on a new page it would only push them down (CSS
 * Fragmentation 5.2). Space inside a box stays.
 */
export function dropSpaceAbove(node: LayoutNode): void {
  if (node._margin) {
    const [start, top, end, bottom] = node._margin;
    node._margin = [start, Math.min(top, 0), end, bottom];
  }
  if (node.kind === 'stack' && node.node.box) return;
  const [first] = childrenOf(node);
  if (first) dropSpaceAbove(first);
}
