/**
 * Which headings say what a cell is, in tables where the scope of each heading does not: with headings over several
 * columns, in several rows, or in the middle of the table (ISO 14289-1 7.5; ISO 32000-1 table 349, Headers).
 */

export interface HeadedCell {
  readonly header?: boolean;
  readonly colSpan?: number;
}

export interface HeadedRow {
  readonly header: boolean;
  readonly cells: readonly HeadedCell[];
}

export interface CellHeaders {
  /** Of a heading. */
  readonly id?: string;
  /** Ids of the headings of a cell, those of its columns from the top first. */
  readonly headers?: readonly string[];
}

/** A cell with the columns `[from, to)` that it covers. */
interface PlacedCell {
  readonly from: number;
  readonly to: number;
  readonly heading: boolean;
  readonly id: string;
}

/** Ids and headers of each cell, row by row; nothing for a table whose scopes say it all. `name` begins the ids. */
export function cellHeaders(
  rows: readonly HeadedRow[],
  name: string,
): readonly (readonly CellHeaders[])[] | undefined {
  if (scopesSuffice(rows)) return undefined;
  const placed = rows.map((row, index) => placeCells(row, `${name}.${index + 1}`));
  return rows.map((row, index) => {
    const above = headerRowsOver(rows, index).flatMap((each) => placed[each]!);
    const cells = placed[index]!;
    return cells.map((cell) => {
      const ofColumns = above.filter(({ from, to }) => from < cell.to && cell.from < to);
      const ofRow = row.header ? [] : cells.filter(({ heading, to }) => heading && to <= cell.from);
      const headers = [...ofColumns, ...ofRow].map(({ id }) => id);
      return { ...(cell.heading && { id: cell.id }), ...(headers.length > 0 && { headers }) };
    });
  });
}

/** One row of headings at the top, each over one column, and headings of rows at their start. */
function scopesSuffice(rows: readonly HeadedRow[]): boolean {
  return rows.every(({ header, cells }, row) =>
    header
      ? row === 0 && cells.every(({ colSpan = 1 }) => colSpan === 1)
      : cells.every((cell, column) => !cell.header || (column === 0 && (cell.colSpan ?? 1) === 1)),
  );
}

function placeCells({ header, cells }: HeadedRow, name: string): PlacedCell[] {
  let column = 0;
  return cells.map((cell) => {
    const from = column;
    column += cell.colSpan ?? 1;
    return { from, to: column, heading: header || cell.header === true, id: `${name}.${from + 1}` };
  });
}

/** The rows of headings that a row stands under: those at the top of the table, and the last ones above it. */
function headerRowsOver(rows: readonly HeadedRow[], index: number): number[] {
  const groupOver = (last: number): number[] => {
    const group: number[] = [];
    for (let row = last; row >= 0 && rows[row]!.header; row--) group.unshift(row);
    return group;
  };
  if (rows[index]!.header) return groupOver(index - 1);
  const top = rows.slice(0, index).findIndex(({ header }) => !header);
  const heads = groupOver((top < 0 ? index : top) - 1);
  const last = rows.slice(0, index).findLastIndex(({ header }) => header);
  return last < heads.length ? heads : [...heads, ...groupOver(last)];
}
