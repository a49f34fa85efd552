/** The head of a page: the space above what begins it would only push it down (CSS Fragmentation 5.2). */
import { childrenOf } from './heights.ts';
import type { LayoutNode } from './layout-nodes.ts';

/** Takes the space above a block, and above what begins it, away. Space inside a box stays. */
export function dropSpaceAbove(node: LayoutNode): void {
  if (node._margin) {
    const [start, top, end, bottom] = node._margin;
    node._margin = [start, Math.min(top, 0), end, bottom];
  }
  if (node.kind === 'stack' && node.node.box) return;
  const [first] = childrenOf(node);
  if (first) dropSpaceAbove(first);
}
