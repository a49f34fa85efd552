/**
 * Rules of page breaking: no widows or orphans, headings stay with what follows, lists and panels keep their first lines.
 */
import {
  childrenOf,
  contentHeight,
  fullHeight,
  indentOf,
  innerWidth,
  rowHeights,
  spaceAbove,
} from './heights.ts';
import { lineHeightOf } from './inline-pictures.ts';
import type { LayoutNode } from './layout-nodes.ts';
import { textLines } from './text-lines.ts';

/** Fewest lines of a paragraph at the foot of a page and at the head of the next. */
export const ORPHANS = 2;
export const WIDOWS = 2;

/**
 * How many of the remaining lines of a paragraph may stand in `available` pt, when `placed` of them stand above. 0: break
 * here. A paragraph too short to obey moves whole.
 *
 * @param heights of all lines of the paragraph, pt
 */
export function linesBeforeBreak(heights: readonly number[], placed: number, available: number): number {
  const left = heights.length - placed;
  let fitting = 0;
  for (let used = 0; fitting < left; fitting++) {
    used += heights[placed + fitting]!;
    if (used > available + 0.01) break;
  }
  if (fitting === left) return left;
  const allowed = Math.min(fitting, left - WIDOWS);
  if (placed === 0 && allowed < ORPHANS) return 0;
  return Math.max(0, allowed);
}

/**
 * Height in pt of the beginning of `stack[index]` that must not be parted: its first lines, and for a heading what follows.
 */
export function leadHeight(stack: readonly LayoutNode[], index: number, width: number): number {
  const node = stack[index];
  if (!node) return 0;
  if (node.node.keepWithNext) return fullHeight(node, width) + leadHeight(stack, index + 1, width);
  return startHeight(node, width);
}

/** The blocks from `stack[index]` on of which the first must not stand without the last: headings, and a picture after them. */
export function leadOf(stack: readonly LayoutNode[], index: number): readonly LayoutNode[] {
  let last = index;
  while (stack[last]?.node.keepWithNext) last++;
  const end = stack[last];
  return end?.kind === 'picture' || end?.unbreakable
    ? stack.slice(index, last + 1)
    : stack.slice(index, last);
}

/** Height of the first lines of a node: as many as the widow and orphan rules keep together. */
function startHeight(node: LayoutNode, width: number): number {
  if (node.unbreakable) return fullHeight(node, width);
  const inner = innerWidth(node, width);
  if (node.kind === 'text') {
    const lines = textLines(node, inner);
    const together = lines.length <= ORPHANS + 1 ? lines : lines.slice(0, ORPHANS);
    return together.reduce((sum, line) => sum + lineHeightOf(node, line), spaceAbove(node));
  }
  if (node.kind === 'table') {
    const first = rowHeights(node, inner).slice(0, node.table.headerRows + 1);
    return first.reduce((sum, height) => sum + height, spaceAbove(node));
  }
  const children = childrenOf(node);
  if (children.length > 0) return spaceAbove(node) + leadHeight(children, 0, inner - indentOf(node));
  return spaceAbove(node) + (node.kind === 'picture' ? contentHeight(node, inner) : 0);
}
