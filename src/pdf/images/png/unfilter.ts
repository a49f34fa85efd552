/** Undoes the filters of PNG rows (ISO/IEC 15948 clause 9). */
import { damaged } from '../image-format-error.ts';

/** Gathers the bytes of a row, which start with the number of its filter, and undoes the filter. */
export class Unfilter {
  readonly #left: number;
  #row: Uint8Array;
  #above: Uint8Array;
  #filled = 0;

  /** @param left - bytes of a pixel, at least 1 */
  constructor(rowBytes: number, left: number) {
    this.#left = left;
    this.#row = new Uint8Array(rowBytes + 1);
    this.#above = new Uint8Array(rowBytes + 1);
  }

  get isFull(): boolean {
    return this.#filled === this.#row.length;
  }

  /** Takes what is missing of the row; returns what is left over. */
  fill(bytes: Uint8Array): Uint8Array {
    const taken = bytes.subarray(0, this.#row.length - this.#filled);
    this.#row.set(taken, this.#filled);
    this.#filled += taken.length;
    return bytes.subarray(taken.length);
  }

  /** The row, and begins the next. It is valid until the next but one is taken. */
  take(): Uint8Array {
    const row = this.#row;
    undo(row, this.#above, this.#left);
    this.#row = this.#above;
    this.#above = row;
    this.#filled = 0;
    return row.subarray(1);
  }
}

/** One loop for each filter: this is where the time of a large PNG goes. */
function undo(row: Uint8Array, above: Uint8Array, left: number): void {
  const size = row.length;
  const first = 1 + left;
  switch (row[0]) {
    case 0:
      return;
    case 1:
      for (let i = first; i < size; i++) row[i]! += row[i - left]!;
      return;
    case 2:
      for (let i = 1; i < size; i++) row[i]! += above[i]!;
      return;
    case 3:
      for (let i = 1; i < first && i < size; i++) row[i]! += above[i]! >> 1;
      for (let i = first; i < size; i++) row[i]! += (row[i - left]! + above[i]!) >> 1;
      return;
    case 4:
      for (let i = 1; i < first && i < size; i++) row[i]! += above[i]!;
      for (let i = first; i < size; i++) row[i]! += paeth(row[i - left]!, above[i]!, above[i - left]!);
      return;
    default:
      throw damaged('PNG', 'it has a row filter that does not exist');
  }
}

/** Of left, above and above left, the one nearest to left + above − above left (9.4). */
export function paeth(a: number, b: number, c: number): number {
  const toA = Math.abs(b - c);
  const toB = Math.abs(a - c);
  const toC = Math.abs(a + b - c - c);
  return toA <= toB && toA <= toC ? a : toB <= toC ? b : c;
}
