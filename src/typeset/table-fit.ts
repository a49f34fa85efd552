/**
 * Widths of the columns of a table, and what is done when its words do not go in beside one another: type is set smaller,
 * as a typesetter would, before any word is cut.
 */
import { askedWidths, contentWidths, isTooNarrow, leastWidth } from './column-widths.ts';
import type { LayoutTable } from './layout-nodes.ts';

/** The smallest type that a table may be set in, as a share of its designed size. */
export const LEAST_TABLE_SCALE = 0.75;

/** Share of its padding that a table keeps when its type is set at `scale`: at the smallest type, half. */
export function tightness(scale: number): number {
  return scale <= LEAST_TABLE_SCALE ? 0.5 : scale;
}

/** Widths of the columns of a table in `width` pt, inside their padding. The table is set smaller when it must be. */
export function tableWidths(node: LayoutTable, width: number): number[] {
  if (lackingWidth(node, width) > 0 && node.scale === 1) {
    // Space after the widest word does not shrink with type: a little less than the plain ratio.
    const ratio = Math.floor((width / (leastWidth(node.table.widths) + paddings(node))) * 99) / 100;
    Object.assign(node, node.setAt(Math.max(LEAST_TABLE_SCALE, ratio)));
  }
  const { widths } = node.table;
  const available = width - paddings(node);
  return node.node.table.widths ? askedWidths(widths, available) : contentWidths(widths, available);
}

/** How much wider a table would have to be for its widest words, small as its type may be, pt; 0 when they go in. */
export function lackingWidth(node: LayoutTable, width: number): number {
  const available = width - paddings(node);
  const { widths } = node.table;
  return isTooNarrow(widths, available) ? leastWidth(widths) - available : 0;
}

/** What the padding of its cells takes of the width of a table, pt. */
export function paddings({ table, layout }: LayoutTable): number {
  return table.widths.reduce((sum, _, i) => sum + layout.paddingLeft(i) + layout.paddingRight(i), 0);
}
