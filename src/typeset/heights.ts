/**
 * Heights of nodes that are measured but not yet placed: what page breaking must know before it decides.
 */
import type { Box } from '../document/nodes.ts';
import { askedWidths } from './column-widths.ts';
import { lineHeightOf } from './inline-pictures.ts';
import type { LayoutColumns, LayoutNode, LayoutTable, SpannedCell } from './layout-nodes.ts';
import { printedSize } from './picture-size.ts';
import { tableWidths } from './table-fit.ts';
import { textLines } from './text-lines.ts';

function boxOf(node: LayoutNode): Box | undefined {
  return node.kind === 'stack' ? node.node.box : undefined;
}

/** Width left inside a node's margins and padding. */
export function innerWidth(node: LayoutNode, width: number): number {
  const margin = node._margin;
  const box = boxOf(node);
  return width - (margin ? margin[0] + margin[2] : 0) - (box ? box.padding[0] + box.padding[2] : 0);
}

/** Space above a node's first line: its margin and its padding. */
export function spaceAbove(node: LayoutNode): number {
  return (node._margin?.[1] ?? 0) + (boxOf(node)?.padding[1] ?? 0);
}

function spaceBelow(node: LayoutNode): number {
  return (node._margin?.[3] ?? 0) + (boxOf(node)?.padding[3] ?? 0);
}

/** What stands one under another in a node. */
export function childrenOf(node: LayoutNode): readonly LayoutNode[] {
  return node.kind === 'stack' || node.kind === 'list' ? node.stack : [];
}

/** Width of the column of markers in front of a list's items. */
export function indentOf(node: LayoutNode): number {
  return node.kind === 'list' ? node.indent : 0;
}

/** Height in pt of a whole node in a column `width` pt wide. */
export function fullHeight(node: LayoutNode, width: number): number {
  return spaceAbove(node) + contentHeight(node, innerWidth(node, width)) + spaceBelow(node);
}

/** Height of what is inside a node's margin and padding. */
export function contentHeight(node: LayoutNode, width: number): number {
  switch (node.kind) {
    case 'text':
      return textLines(node, width).reduce((sum, line) => sum + lineHeightOf(node, line), 0);
    case 'columns':
      return tallest(node.columns, columnWidths(node, width));
    case 'table':
      return rowHeights(node, width).reduce((sum, height) => sum + height, 0);
    case 'picture':
      return printedSize(node, width).height;
    case 'rule':
      return node.node.rule.thickness;
    case 'canvas':
      return node.height;
    case 'advance':
      return 0;
    default:
      return childrenOf(node).reduce((sum, child) => sum + fullHeight(child, width - indentOf(node)), 0);
  }
}

/** Widths of columns that stand beside one another in `width` pt. */
export function columnWidths({ columns, columnGap }: LayoutColumns, width: number): number[] {
  return askedWidths(columns, width - columnGap * (columns.length - 1));
}

/** Height of each row of a table, with the padding of its cells. */
export function rowHeights(node: LayoutTable, width: number): number[] {
  const widths = tableWidths(node, width);
  const { table, layout } = node;
  return table.body.map((row) => tallest(row, widths) + layout.paddingTop() + layout.paddingBottom());
}

function tallest(cells: readonly (LayoutNode | SpannedCell)[], widths: readonly number[]): number {
  return cells.reduce((most, cell, i) => {
    if ('_span' in cell) return most;
    const span = 'colSpan' in cell ? (cell.colSpan ?? 1) : 1;
    const width = widths.slice(i, i + span).reduce((sum, each) => sum + each, 0);
    return Math.max(most, fullHeight(cell, width));
  }, 0);
}
