/**
 * Rules of page breaking: no widows or orphans, headings stay with what follows, lists and panels keep their first lines.
 */
import {
  columnWidths,
  contentHeight,
  fullHeight,
  indentOf,
  innerWidth,
  rowHeights,
  spaceAbove,
} from './heights.ts';
import { lineHeightOf } from './inline-pictures.ts';
import type { LayoutCell, LayoutList, LayoutNode, LayoutStack } from './layout-nodes.ts';
import { textLines } from './text-lines.ts';

/** Panels and quotations up to this share of a page are not parted. */
const KEPT_SHARE = 0.25;

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

/** A column of a page, pt. */
export interface Room {
  readonly width: number;
  readonly pageHeight: number;
}

/**
 * Height in pt of the beginning of `stack[index]` that must not be parted: its first lines, and for a heading what follows.
 */
export function leadHeight(stack: readonly LayoutNode[], index: number, room: Room): number {
  const node = stack[index];
  if (!node) return 0;
  if (node.node.keepWithNext) return fullHeight(node, room.width) + leadHeight(stack, index + 1, room);
  return startHeight(node, room);
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
function startHeight(node: LayoutNode, room: Room): number {
  const { width, pageHeight } = room;
  // The space below it may go with the end of the page.
  const whole = fullHeight(node, width) - (node._margin?.[3] ?? 0);
  if (node.unbreakable) return whole;
  const inner = innerWidth(node, width);
  const above = spaceAbove(node);
  switch (node.kind) {
    case 'text': {
      const lines = textLines(node, inner);
      const together = lines.length <= ORPHANS + 1 ? lines : lines.slice(0, ORPHANS);
      return together.reduce((sum, line) => sum + lineHeightOf(node, line), above);
    }
    case 'picture':
      return above + contentHeight(node, inner);
    case 'table': {
      const first = node.table.headerRows + node.table.keepWithHeaderRows;
      return (
        above +
        rowHeights(node, inner)
          .slice(0, first)
          .reduce((sum, height) => sum + height, 0)
      );
    }
    case 'columns': {
      const widths = columnWidths(node, inner);
      const starts = node.columns.map((column, i) => startHeight(column, { width: widths[i]!, pageHeight }));
      return above + Math.max(0, ...starts);
    }
    case 'stack':
      if ('box' in node.node && whole <= pageHeight * KEPT_SHARE) return whole;
      return above + firstOf(node, { width: inner, pageHeight });
    case 'list':
      return above + firstOf(node, { width: inner - indentOf(node), pageHeight });
    default:
      return above;
  }
}

/** The first block of a stack; in a panel, with what follows its title. */
function firstOf(node: LayoutStack | LayoutCell | LayoutList, room: Room): number {
  const [first, second] = node.stack;
  if (!first) return 0;
  const lead = leadHeight(node.stack, 0, room);
  const isTitle =
    'box' in node.node && first.kind === 'text' && textLines(first, room.width).length <= ORPHANS;
  return isTitle && second && !first.node.keepWithNext ? lead + startHeight(second, room) : lead;
}
