/**
 * The samples of a PNG file: inflated within bounds, unfiltered (ISO/IEC 15948 clause 9) and put in order
 * (clause 8).
 */
import { promisify } from 'node:util';
import { constants, inflate } from 'node:zlib';
import { cutOff, damaged, ImageFormatError } from '../image-format-error.ts';
import type { PngFile } from './file.ts';

const inflateBytes = promisify<Uint8Array, object, Buffer>(inflate);

/** 100 megapixels of RGB with alpha, or half as many with 16 bits. */
const MOST_BYTES = 420_000_000;
/** Some encoders write a few bytes too many; more than these is not waited for. */
const SLACK = 65_536;
/** First column, first row, column step and row step of the seven passes of Adam7. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/**
 * Rows one after another, samples packed as in the file: several to a byte below 8 bits, big-endian at 16.
 */
export interface PngRows {
  readonly data: Uint8Array;
  readonly rowBytes: number;
}

/** Bytes of a row of so many pixels. */
function bytesOf(columns: number, file: PngFile): number {
  return Math.ceil((columns * file.samples * file.bitDepth) / 8);
}

/**
 * Decodes the samples.
 *
 * @throws ImageFormatError when they are too few or cannot be inflated
 */
export async function readRows(file: PngFile): Promise<PngRows> {
  const passes = (file.interlaced ? PASSES : ([[0, 0, 1, 1]] as const))
    .map(([x, y, dx, dy]) => ({
      x,
      y,
      dx,
      dy,
      columns: Math.ceil((file.width - x) / dx),
      rows: Math.ceil((file.height - y) / dy),
    }))
    .filter(({ columns, rows }) => columns > 0 && rows > 0);
  const size = passes.reduce((sum, { columns, rows }) => sum + rows * (1 + bytesOf(columns, file)), 0);
  if (size > MOST_BYTES)
    throw new ImageFormatError(
      'too-large',
      'the picture takes too much memory to open; make it smaller or save it with 8 bits a channel',
    );
  const filtered = await inflateSamples(file, size);
  const rowBytes = bytesOf(file.width, file);
  if (!file.interlaced) return { data: unfilter(filtered, 0, rowBytes, file.height, file), rowBytes };
  const data = new Uint8Array(rowBytes * file.height);
  let offset = 0;
  for (const pass of passes) {
    const passBytes = bytesOf(pass.columns, file);
    const length = pass.rows * (1 + passBytes);
    spread(unfilter(filtered, offset, passBytes, pass.rows, file), passBytes, pass, { data, rowBytes }, file);
    offset += length;
  }
  return { data, rowBytes };
}

async function inflateSamples(file: PngFile, size: number): Promise<Uint8Array> {
  let samples: Uint8Array;
  try {
    // Z_SYNC_FLUSH: a stream without its end gives what there is, and the length tells.
    const options = {
      maxOutputLength: size + SLACK,
      chunkSize: Math.max(1024, Math.min(size, 1 << 20)),
      finishFlush: constants.Z_SYNC_FLUSH,
    };
    samples = await inflateBytes(Buffer.concat(file.imageData), options);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw damaged(
      'PNG',
      code === 'ERR_BUFFER_TOO_LARGE'
        ? 'it has more samples than its header says'
        : 'its samples cannot be decompressed',
    );
  }
  if (samples.length < size) throw cutOff('PNG');
  return samples;
}

/** Undoes the filters of rows, in place: a row moves to where the filter bytes before it stood. */
function unfilter(
  buffer: Uint8Array,
  start: number,
  rowBytes: number,
  rows: number,
  file: PngFile,
): Uint8Array {
  const left = Math.max(1, (file.samples * file.bitDepth) >> 3);
  for (let y = 0; y < rows; y++) {
    const from = start + y * (rowBytes + 1) + 1;
    const filter = buffer[from - 1]!;
    if (filter > 4) throw damaged('PNG', 'it has a row filter that does not exist');
    unfilterRow(buffer, from, start + y * rowBytes, rowBytes, left, filter, y === 0);
  }
  return buffer.subarray(start, start + rows * rowBytes);
}

/** One loop for each filter: this is where the time of a large PNG goes. */
function unfilterRow(
  buffer: Uint8Array,
  from: number,
  to: number,
  size: number,
  left: number,
  filter: number,
  first: boolean,
): void {
  const above = to - size;
  if (filter === 0 || (filter === 2 && first)) {
    buffer.copyWithin(to, from, from + size);
  } else if (filter === 2) {
    for (let i = 0; i < size; i++) buffer[to + i] = buffer[from + i]! + buffer[above + i]!;
  } else if (filter === 1 || (filter === 4 && first)) {
    buffer.copyWithin(to, from, from + Math.min(left, size));
    for (let i = left; i < size; i++) buffer[to + i] = buffer[from + i]! + buffer[to + i - left]!;
  } else if (filter === 3) {
    for (let i = 0; i < size; i++) {
      const a = i < left ? 0 : buffer[to + i - left]!;
      buffer[to + i] = buffer[from + i]! + ((a + (first ? 0 : buffer[above + i]!)) >> 1);
    }
  } else {
    for (let i = 0; i < Math.min(left, size); i++) buffer[to + i] = buffer[from + i]! + buffer[above + i]!;
    for (let i = left; i < size; i++) {
      buffer[to + i] =
        buffer[from + i]! + paeth(buffer[to + i - left]!, buffer[above + i]!, buffer[above + i - left]!);
    }
  }
}

/** Of left, above and above left, the one nearest to left + above − above left (9.4). */
export function paeth(a: number, b: number, c: number): number {
  const toA = Math.abs(b - c);
  const toB = Math.abs(a - c);
  const toC = Math.abs(a + b - c - c);
  return toA <= toB && toA <= toC ? a : toB <= toC ? b : c;
}

/** Puts the pixels of an interlace pass where they belong. */
function spread(
  pass: Uint8Array,
  passBytes: number,
  {
    x,
    y,
    dx,
    dy,
    columns,
    rows,
  }: { x: number; y: number; dx: number; dy: number; columns: number; rows: number },
  to: PngRows,
  file: PngFile,
): void {
  const bits = file.samples * file.bitDepth;
  const bytes = bits >> 3;
  for (let row = 0; row < rows; row++) {
    const source = row * passBytes;
    const target = (y + row * dy) * to.rowBytes;
    for (let column = 0; column < columns; column++) {
      const at = x + column * dx;
      if (bytes > 0) {
        for (let i = 0; i < bytes; i++) to.data[target + at * bytes + i] = pass[source + column * bytes + i]!;
      } else {
        const value = packed(pass, source, column, bits);
        to.data[target + ((at * bits) >> 3)]! |= value << (8 - bits - ((at * bits) & 7));
      }
    }
  }
}

/** The sample in a column of a row of samples of 1, 2, 4 or 8 bits. */
export function packed(data: Uint8Array, row: number, column: number, bits: number): number {
  const bit = column * bits;
  return (data[row + (bit >> 3)]! >> (8 - bits - (bit & 7))) & ((1 << bits) - 1);
}
