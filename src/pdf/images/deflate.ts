/**
 * Compresses samples for FlateDecode, with or without PNG's row filters (ISO 32000-1 7.4.4.4), whichever is
 * smaller.
 */
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { paeth } from './png/unfilter.ts';
import type { SampleStream } from './prepared.ts';

const deflateBytes = promisify<Uint8Array, object, Buffer>(deflate);

export interface Samples {
  /** Rows one after another, each padded to whole bytes. */
  readonly data: Uint8Array;
  readonly columns: number;
  readonly colors: 1 | 3;
  readonly bitsPerComponent: 1 | 2 | 4 | 8;
}

/** Compresses samples without loss. */
export async function deflateSamples({
  data,
  columns,
  colors,
  bitsPerComponent,
}: Samples): Promise<SampleStream> {
  const rowBytes = Math.ceil((columns * colors * bitsPerComponent) / 8);
  const left = Math.max(1, (colors * bitsPerComponent) >> 3);
  const options = { level: 6, memLevel: 9 };
  const [plain, filtered] = await Promise.all([
    deflateBytes(data, options),
    deflateBytes(filterRows(data, rowBytes, left), options),
  ]);
  if (plain.length <= filtered.length) return { bitsPerComponent, filter: 'FlateDecode', data: plain };
  const decodeParms = { Predictor: 15, Colors: colors, BitsPerComponent: bitsPerComponent, Columns: columns };
  return { bitsPerComponent, filter: 'FlateDecode', decodeParms, data: filtered };
}

/** Each row after the filter that leaves the least sum of differences, as ISO/IEC 15948 12.8 advises. */
function filterRows(data: Uint8Array, rowBytes: number, left: number): Uint8Array {
  const rows = Math.ceil(data.length / rowBytes);
  const out = new Uint8Array(rows * (rowBytes + 1));
  const nothing = new Uint8Array(rowBytes);
  const candidates = [0, 1, 2, 3, 4].map(() => new Uint8Array(rowBytes));
  for (let y = 0; y < rows; y++) {
    const row = data.subarray(y * rowBytes, (y + 1) * rowBytes);
    const above = y > 0 ? data.subarray((y - 1) * rowBytes, y * rowBytes) : nothing;
    let best = 0;
    let least = Infinity;
    candidates.forEach((candidate, filter) => {
      const sum = FILTERS[filter]!(row, above, left, candidate);
      if (sum >= least) return;
      least = sum;
      best = filter;
    });
    out[y * (rowBytes + 1)] = best;
    out.set(candidates[best]!, y * (rowBytes + 1) + 1);
  }
  return out;
}

/**
 * Writes the differences of a row into `to`; returns the sum of their sizes, a byte above 127 being negative.
 */
type RowFilter = (row: Uint8Array, above: Uint8Array, left: number, to: Uint8Array) => number;

/** None, Sub, Up, Average and Paeth (ISO/IEC 15948 9.2). */
const FILTERS: readonly RowFilter[] = [
  (row, _, __, to) => {
    to.set(row);
    return sizes(to);
  },
  (row, _, left, to) => {
    for (let i = 0; i < row.length; i++) to[i] = row[i]! - (i < left ? 0 : row[i - left]!);
    return sizes(to);
  },
  (row, above, _, to) => {
    for (let i = 0; i < row.length; i++) to[i] = row[i]! - above[i]!;
    return sizes(to);
  },
  (row, above, left, to) => {
    for (let i = 0; i < row.length; i++)
      to[i] = row[i]! - (((i < left ? 0 : row[i - left]!) + above[i]!) >> 1);
    return sizes(to);
  },
  (row, above, left, to) => {
    for (let i = 0; i < row.length; i++) {
      to[i] = row[i]! - (i < left ? above[i]! : paeth(row[i - left]!, above[i]!, above[i - left]!));
    }
    return sizes(to);
  },
];

function sizes(differences: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < differences.length; i++)
    sum += differences[i]! < 128 ? differences[i]! : 256 - differences[i]!;
  return sum;
}
