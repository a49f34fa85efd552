/** Plain tables: words to the left, numbers to the right with the decimals of their column. */
import type { Column, Row, Table } from './context.ts';

export function renderTable({ title, columns, rows, notes = [] }: Table): string {
  const cells = rows.map((row) => columns.map((column) => cell(row[column.key], column)));
  const widths = columns.map(({ label }, i) => Math.max(label.length, ...cells.map((row) => row[i]!.length)));
  const line = (row: readonly string[]): string =>
    row
      .map((value, i) => (isNumber(columns[i]!) ? value.padStart(widths[i]!) : value.padEnd(widths[i]!)))
      .join('  ')
      .trimEnd();
  return [
    title,
    '',
    line(columns.map(({ label }) => label)),
    line(widths.map((width) => '-'.repeat(width))),
    ...cells.map(line),
    ...notes.map((note, i) => `${i === 0 ? '\n' : ''}${note}`),
  ].join('\n');
}

const isNumber = ({ digits }: Column): boolean => digits !== undefined;

function cell(value: Row[string], { digits }: Column): string {
  if (value === undefined || Number.isNaN(value)) return '–';
  return digits !== undefined && typeof value === 'number' ? value.toFixed(digits) : String(value);
}
