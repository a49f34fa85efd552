/** One stop for Tab in a table of buttons; the arrow keys, Home and End move inside it. */

/** @param rows buttons by row, in the order of reading; the direction of the page says where the arrows lead */
export function moveInRows(event: KeyboardEvent, rows: readonly (readonly HTMLElement[])[]): void {
  const row = rows.findIndex((cells) => cells.includes(event.target as HTMLElement));
  if (row < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  const cells = rows[row]!;
  const column = cells.indexOf(event.target as HTMLElement);
  const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
  const inRow = (to: number, place: number): HTMLElement | undefined =>
    rows[to]?.[Math.min(place, rows[to]!.length - 1)];
  const next = {
    [forward]: cells[column + 1],
    [backward]: cells[column - 1],
    ArrowDown: inRow(row + 1, column),
    ArrowUp: inRow(row - 1, column),
    Home: rows[0]?.[0],
    End: rows.at(-1)?.at(-1),
  }[event.key];
  if (!next) return;
  event.preventDefault();
  makeStop(rows, next);
  next.focus();
}

/** Makes one button the stop for Tab. */
export function makeStop(rows: readonly (readonly HTMLElement[])[], stop: HTMLElement | undefined): void {
  for (const cell of rows.flat()) cell.tabIndex = cell === stop ? 0 : -1;
}
