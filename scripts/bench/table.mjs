/** Plain tables: words to the left, numbers to the right with the decimals of their column. */

/**
 * @param section.columns `{ key, label, digits? }`; a column with `digits` holds numbers
 * @param section.rows objects by column key; a value that is undefined is printed as a dash
 */
export function renderTable({ title, columns, rows, notes = [] }) {
  const cells = rows.map((row) => columns.map((column) => cell(row[column.key], column)));
  const widths = columns.map(({ label }, i) => Math.max(label.length, ...cells.map((row) => row[i].length)));
  const line = (row) =>
    row
      .map((value, i) => (isNumber(columns[i]) ? value.padStart(widths[i]) : value.padEnd(widths[i])))
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

const isNumber = ({ digits }) => digits !== undefined;

function cell(value, column) {
  if (value === undefined || Number.isNaN(value)) return '–';
  return isNumber(column) && typeof value === 'number' ? value.toFixed(column.digits) : String(value);
}
