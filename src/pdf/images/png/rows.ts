/**
 * The rows of a PNG file, one after another as they are inflated: what is large on paper need not be large in memory.
 * Interlaced files alone are whole in memory, because their first row is complete last (ISO/IEC 15948 clause 8).
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createInflate } from 'node:zlib';
import { cutOff, damaged, ImageFormatError } from '../image-format-error.ts';
import type { PngFile } from './file.ts';
import { Unfilter } from './unfilter.ts';

/** What an interlaced picture may take: 24 megapixels of RGB with alpha and 16 bits. */
const MOST_BYTES = 200_000_000;
/** Some encoders write a few bytes too many; more than these is not waited for. */
const SLACK = 65_536;
const CHUNK = 1 << 18;

interface Pass {
  /** First column and row, and the steps from there. */
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  readonly columns: number;
  readonly rows: number;
}

/** Adam7. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Bytes of a row of so many pixels. */
export function rowBytes(file: PngFile, columns = file.width): number {
  return Math.ceil((columns * file.samples * file.bitDepth) / 8);
}

/**
 * Decodes the samples. `row` gets each row from the top, packed as in the file – several samples to a byte below 8 bits,
 * big-endian at 16 – in an array that is used again.
 *
 * @throws ImageFormatError when they are too few or cannot be inflated
 */
export async function readRows(file: PngFile, row: (samples: Uint8Array) => void): Promise<void> {
  const passes = (file.interlaced ? PASSES : ([[0, 0, 1, 1]] as const))
    .map(([x, y, dx, dy]): Pass => {
      const columns = Math.ceil((file.width - x) / dx);
      return { x, y, dx, dy, columns, rows: Math.ceil((file.height - y) / dy) };
    })
    .filter(({ columns, rows }) => columns > 0 && rows > 0);
  if (!file.interlaced) {
    await inflatePasses(file, passes, row);
    return;
  }
  const bytes = rowBytes(file);
  if (bytes * file.height > MOST_BYTES)
    throw new ImageFormatError(
      'too-large',
      'this interlaced PNG takes too much memory to open; make it smaller or save it without interlacing',
    );
  const picture = new Uint8Array(bytes * file.height);
  await inflatePasses(file, passes, (samples, pass, y) =>
    spread(samples, pass, picture.subarray((pass.y + y * pass.dy) * bytes), file),
  );
  for (let y = 0; y < file.height; y++) row(picture.subarray(y * bytes, (y + 1) * bytes));
}

async function inflatePasses(
  file: PngFile,
  passes: readonly Pass[],
  row: (samples: Uint8Array, pass: Pass, y: number) => void,
): Promise<void> {
  const left = Math.max(1, (file.samples * file.bitDepth) >> 3);
  const waiting = passes.map((pass) => ({
    pass,
    unfilter: new Unfilter(rowBytes(file, pass.columns), left),
  }));
  let y = 0;
  let surplus = 0;
  const take = (chunk: Uint8Array): void => {
    let rest = chunk;
    while (rest.length > 0) {
      const current = waiting[0];
      if (!current) {
        surplus += rest.length;
        if (surplus > SLACK) throw damaged('PNG', 'it has more samples than its header says');
        return;
      }
      rest = current.unfilter.fill(rest);
      if (!current.unfilter.isFull) continue;
      row(current.unfilter.take(), current.pass, y++);
      if (y < current.pass.rows) continue;
      waiting.shift();
      y = 0;
    }
  };
  // Z_SYNC_FLUSH: a stream without its end gives what there is, and the number of rows tells.
  const inflate = createInflate({ chunkSize: CHUNK, finishFlush: constants.Z_SYNC_FLUSH });
  let fault: unknown;
  try {
    await pipeline(Readable.from(file.imageData), inflate, async (inflated: AsyncIterable<Uint8Array>) => {
      try {
        for await (const chunk of inflated) take(chunk);
      } catch (error) {
        fault = error;
        throw error;
      }
    });
  } catch {
    // The pipeline tells of the stream that it closed, where a row told what is wrong.
    if (fault instanceof ImageFormatError || fault instanceof RangeError) throw fault;
    throw damaged('PNG', 'its samples cannot be decompressed');
  }
  if (waiting.length > 0) throw cutOff('PNG');
}

/** Puts the pixels of a row of a pass where they belong. */
function spread(samples: Uint8Array, { x, dx, columns }: Pass, to: Uint8Array, file: PngFile): void {
  const bits = file.samples * file.bitDepth;
  const bytes = bits >> 3;
  for (let column = 0; column < columns; column++) {
    const at = x + column * dx;
    if (bytes > 0) {
      for (let i = 0; i < bytes; i++) to[at * bytes + i] = samples[column * bytes + i]!;
    } else {
      to[(at * bits) >> 3]! |= packed(samples, column, bits) << (8 - bits - ((at * bits) & 7));
    }
  }
}

/** The sample in a column of a row of samples of 1, 2, 4 or 8 bits. */
export function packed(row: Uint8Array, column: number, bits: number): number {
  const bit = column * bits;
  return (row[bit >> 3]! >> (8 - bits - (bit & 7))) & ((1 << bits) - 1);
}
