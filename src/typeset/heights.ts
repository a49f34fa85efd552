/**
 * Heights of nodes that are measured but not yet placed: what page breaking must know before it decides.
 */
import type { Box, ColumnsNode, ListNode, StackNode, TableNode } from '../document/nodes.ts';
import { breakLines } from '../text/break/break-lines.ts';
import type { MeasuredText } from './measure.ts';
import type { LayoutNode } from './pdfmake.ts';

/** Width left inside a node's margins and padding. */
export function innerWidth(node: LayoutNode, width: number): number {
  const margin = node._margin;
  const box = node.box as Box | undefined;
  return width - (margin ? margin[0] + margin[2] : 0) - (box ? box.padding[0] + box.padding[2] : 0);
}

/** Space above a node's first line: its margin and its padding. */
export function spaceAbove(node: LayoutNode): number {
  return (node._margin?.[1] ?? 0) + ((node.box as Box | undefined)?.padding[1] ?? 0);
}

function spaceBelow(node: LayoutNode): number {
  return (node._margin?.[3] ?? 0) + ((node.box as Box | undefined)?.padding[3] ?? 0);
}

export function childrenOf(node: LayoutNode): LayoutNode[] {
  return ((node as unknown as Partial<StackNode>).stack ?? []) as unknown as LayoutNode[];
}

/** Width of the column of markers in front of a list's items. */
export function indentOf(node: LayoutNode): number {
  return (node as unknown as Partial<ListNode>).list?.indent ?? 0;
}

/** Height in pt of a whole node in a column `width` pt wide. */
export function fullHeight(node: LayoutNode, width: number): number {
  return spaceAbove(node) + contentHeight(node, innerWidth(node, width)) + spaceBelow(node);
}

function contentHeight(node: LayoutNode, width: number): number {
  if ('spans' in node) {
    const leaf = node as unknown as MeasuredText;
    return breakLines(leaf.prepared, width).length * leaf.paragraph.lineHeight;
  }
  const { columns, columnGap = 0 } = node as unknown as Partial<ColumnsNode>;
  if (columns) {
    const cells = columns as unknown as LayoutNode[];
    const widths = shareWidths(cells, width - columnGap * (cells.length - 1));
    return tallest(cells, widths);
  }
  if ('table' in node) return rowHeights(node, width).reduce((sum, height) => sum + height, 0);
  const children = childrenOf(node);
  if (children.length === 0) return (node._height as number | undefined) ?? 0;
  return children.reduce((sum, child) => sum + fullHeight(child, width - indentOf(node)), 0);
}

/** Height of each row of a table, with the padding of its cells. */
export function rowHeights(node: LayoutNode, width: number): number[] {
  const { table, layout } = node as unknown as TableNode;
  const look = layout as Partial<
    Record<'paddingTop' | 'paddingBottom' | 'paddingLeft' | 'paddingRight', (i: number) => number>
  >;
  const pad = (side: keyof typeof look, index: number) => look[side]?.(index) ?? 0;
  const columns = table.widths as unknown as LayoutNode[];
  const padding = columns.reduce((sum, _, i) => sum + pad('paddingLeft', i) + pad('paddingRight', i), 0);
  const widths = shareWidths(columns, width - padding);
  return table.body.map(
    (row, i) =>
      tallest(row as unknown as LayoutNode[], widths) + pad('paddingTop', i) + pad('paddingBottom', i),
  );
}

function tallest(cells: readonly LayoutNode[], widths: readonly number[]): number {
  return cells.reduce((most, cell, i) => {
    if (cell._span) return most;
    const span = (cell.colSpan as number | undefined) ?? 1;
    const width = widths.slice(i, i + span).reduce((sum, each) => sum + each, 0);
    return Math.max(most, fullHeight(cell, width));
  }, 0);
}

/** Widths of columns as pdfmake will share them out: fixed and percent ones first, `auto` by need, the rest in equal parts. */
function shareWidths(columns: readonly LayoutNode[], width: number): number[] {
  let left = width;
  let shares = 0;
  const widths = columns.map((column) => {
    const wanted = column.width as number | string | undefined;
    let taken: number | undefined;
    if (typeof wanted === 'number') taken = wanted;
    else if (wanted === 'auto') taken = Math.min(column._maxWidth, width / columns.length);
    else if (wanted?.endsWith('%')) taken = (Number.parseFloat(wanted) / 100) * width;
    else shares++;
    left -= taken ?? 0;
    return taken;
  });
  return widths.map((taken) => taken ?? Math.max(1, left / shares));
}
