/** How the width of a row is shared out among its columns. */

/** A column of a row or of a table, measured. */
export interface Column {
  readonly width?: number | string;
  readonly _minWidth: number;
  readonly _maxWidth: number;
}

/** Widths of columns as pdfmake will share them out: fixed and percent ones first, `auto` by need, the rest in equal parts. */
export function shareWidths(columns: readonly Column[], width: number): number[] {
  let left = width;
  let shares = 0;
  const widths = columns.map((column) => {
    const wanted = column.width;
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
