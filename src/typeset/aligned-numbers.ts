/**
 * Columns of numbers at the end of right-to-left lines. Their digits run from left to right there too, so that flush at the
 * end the units would not stand one under another: narrower numbers stand off the end until they do.
 */
import type { LayoutCell, LayoutTable, LayoutText, SpannedCell } from './layout-nodes.ts';

/** Digits with the signs that go with them: −1,234.5, ۱۲٫۵٪, ٢٠ %, $ 40, Rs. 40, ≈ 7, (3). */
const NUMBER =
  /^(?:[A-Z][A-Za-z]{0,3}\.?\s?)?[\s\p{Sc}\u200e\u200f\u061c(<>≈~±+\u2212\u2013-]*\p{Nd}[\p{Nd}.,٫٬'’\s]*[\s%٪‰)*\p{Sc}]*$/u;

/** Aligns the numbers of each column of the body of a table whose columns are as wide as they will be. */
export function alignNumbers({ table }: LayoutTable, widths: readonly number[]): void {
  widths.forEach((width, column) => {
    const numbers = table.body.slice(table.headerRows).flatMap((row) => numberIn(row[column]!) ?? []);
    const widest = numbers.reduce((most, number) => Math.max(most, widthOf(number)), 0);
    if (widest > width) return;
    for (const number of numbers) {
      const [start, top, end, bottom] = number.margin ?? [0, 0, 0, 0];
      number._margin = [start, top, end + widest - widthOf(number), bottom];
    }
  });
}

const widthOf = ({ prepared }: LayoutText): number => prepared.maxWidth;

/** The one line of a cell, where that is a number at the end of a right-to-left line. */
function numberIn(cell: LayoutCell | SpannedCell): LayoutText | undefined {
  if ('_span' in cell || (cell.colSpan ?? 1) > 1 || cell.stack.length !== 1) return undefined;
  const [text] = cell.stack;
  if (text?.kind !== 'text') return undefined;
  const { align, dir } = text.node.paragraph;
  return align === 'end' && dir === 'rtl' && NUMBER.test(text.prepared.text) ? text : undefined;
}
