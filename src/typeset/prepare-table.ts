/** What is decided of a table when it is placed: the widths of its columns, and whether its rows may split. */
import { alignNumbers } from './aligned-numbers.ts';
import { rowHeights } from './heights.ts';
import type { LayoutTable } from './layout-nodes.ts';
import { lackingWidth, tableWidths } from './table-fit.ts';

/** Share of a page that a row may fill before it is let split: header rows and rules need some of it. */
const ROW_LIMIT = 0.85;

/** Sets a table for `width` pt and pages of `pageHeight`. Returns how much wider its words would need it to be, pt. */
export function prepareTable(node: LayoutTable, width: number, pageHeight: number): number {
  const tallest = Math.max(...rowHeights(node, width));
  const widths = tableWidths(node, width);
  const { table } = node;
  table.widths.forEach((column, i) => {
    column.width = widths[i]!;
  });
  alignNumbers(node, widths);
  if (table.dontBreakRows && tallest > pageHeight * ROW_LIMIT) {
    table.dontBreakRows = false;
    table.keepWithHeaderRows = 0;
  }
  return lackingWidth(node, width);
}
