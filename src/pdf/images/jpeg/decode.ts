/**
 * Decodes JPEG files row by row, at the smallest of four scales that is large enough: a photograph of 24 megapixels that
 * is printed as wide as a column takes a few megabytes, where decoders of the whole picture take hundreds.
 */
import { ImageFormatError } from '../image-format-error.ts';
import { type RowConverter, rowConverter } from './colors.ts';
import type { JpegFile } from './file.ts';
import { type BlockGrid, blockGrids, unitOf } from './frame.ts';
import { type BlockSize, dequantization, INVERSE } from './inverse-dct.ts';
import { type BlockStore, decodeScan } from './scan-decoder.ts';
import { readSegments, type Segments } from './segments.ts';

const SIZES: readonly BlockSize[] = [1, 2, 4, 8];
/** Two bytes for each of so many coefficients is what a progressive picture may take. */
const MOST_COEFFICIENTS = 200_000_000;

/** Samples of a component for a row of units. */
interface Strip {
  readonly size: BlockSize;
  readonly table: Float64Array;
  readonly samples: Uint8ClampedArray;
  readonly stride: number;
  /** Sampling factor downwards. */
  readonly v: number;
}

export class JpegDecoder {
  readonly width: number;
  readonly height: number;
  /** Rows come in gray or in RGB. */
  readonly channels: 1 | 3;
  readonly #file: JpegFile;
  readonly #segments: Segments;
  readonly #grids: readonly BlockGrid[];
  readonly #strips: readonly Strip[];
  readonly #unitRows: number;
  readonly #convert: RowConverter;

  /**
   * @param least - the size that rows are needed in; what comes is as large or up to twice as large, or as stored
   * @throws ImageFormatError when the file is damaged, or too large to be opened
   */
  constructor(file: JpegFile, least: { readonly width: number; readonly height: number }) {
    const scaled = (side: number, size: BlockSize) => Math.ceil((side * size) / 8);
    const block =
      SIZES.find(
        (size) => scaled(file.width, size) >= least.width && scaled(file.height, size) >= least.height,
      ) ?? 8;
    this.#file = file;
    this.width = scaled(file.width, block);
    this.height = scaled(file.height, block);
    this.channels = file.components.length === 1 ? 1 : 3;
    this.#segments = readSegments(file.stripped, file);
    this.#grids = blockGrids(file);
    const unit = unitOf(file);
    this.#unitRows = unit.v * block;
    this.#strips = file.components.map(({ h, v }, i) => {
      const size = ownSize(block, unit.h / h, unit.v / v);
      const stride = this.#grids[i]!.paddedColumns * size;
      const table = dequantization(this.#segments.quantization[i]!, size);
      return { size, table, stride, v, samples: new Uint8ClampedArray(stride * v * size) };
    });
    const columns = this.#strips.map(({ size }, i) =>
      Int32Array.from({ length: this.width }, (_, x) =>
        Math.floor((x * file.components[i]!.h * size) / (unit.h * block)),
      ),
    );
    this.#convert = rowConverter(file, columns);
  }

  /**
   * Decodes the picture, calling `row` for each row from the top. The array is used again for the next row.
   *
   * @throws ImageFormatError when the samples are damaged
   */
  decode(row: (samples: Uint8ClampedArray) => void): void {
    const { scans } = this.#segments;
    const { progressive, components, stripped } = this.#file;
    const whole = !progressive && scans.length === 1 && scans[0]!.components.length === components.length;
    const store = whole ? this.#passing(row) : this.#keeping();
    for (const scan of scans) decodeScan(stripped, this.#file, scan, store);
    if (whole) return;
    for (let unitRow = 0; unitRow * this.#unitRows < this.height; unitRow++) {
      this.#strips.forEach(({ v }, i) => {
        for (let y = 0; y < v; y++)
          for (let x = 0; x < this.#grids[i]!.paddedColumns; x++) {
            const at = store.begin(i, x, unitRow * v + y);
            this.#transform(i, store.coefficients[i]!, at, x, y);
          }
      });
      this.#writeRows(unitRow, row);
    }
  }

  /** Blocks become samples as soon as they are decoded. */
  #passing(row: (samples: Uint8ClampedArray) => void): BlockStore {
    const block = new Int16Array(64);
    return {
      coefficients: this.#strips.map(() => block),
      begin: () => {
        block.fill(0);
        return 0;
      },
      end: (component, x, y) => this.#transform(component, block, 0, x, y % this.#strips[component]!.v),
      endRow: (unitRow) => this.#writeRows(unitRow, row),
    };
  }

  /** Blocks are told little by little, and kept until the last scan is read. */
  #keeping(): BlockStore {
    const sizes = this.#grids.map(({ paddedColumns, paddedRows }) => paddedColumns * paddedRows * 64);
    if (sizes.reduce((a, b) => a + b, 0) > MOST_COEFFICIENTS)
      throw new ImageFormatError(
        'too-large',
        'this progressive JPEG takes too much memory to open; make it smaller, or save it as a baseline JPEG',
      );
    return {
      coefficients: sizes.map((size) => new Int16Array(size)),
      begin: (component, x, y) => (y * this.#grids[component]!.paddedColumns + x) * 64,
      end: () => {},
      endRow: () => {},
    };
  }

  #transform(component: number, coefficients: Int16Array, at: number, x: number, y: number): void {
    const { size, table, samples, stride } = this.#strips[component]!;
    INVERSE[size](coefficients, at, table, samples, y * size * stride + x * size, stride);
  }

  #writeRows(unitRow: number, row: (samples: Uint8ClampedArray) => void): void {
    const count = Math.min(this.#unitRows, this.height - unitRow * this.#unitRows);
    for (let y = 0; y < count; y++) {
      const planes = this.#strips.map(({ samples, stride, v, size }) => {
        const own = Math.floor((y * v * size) / this.#unitRows);
        return samples.subarray(own * stride, (own + 1) * stride);
      });
      row(this.#convert(planes));
    }
  }
}

/** A component with fewer samples is made smaller less, so that it need not be made larger again. */
function ownSize(block: BlockSize, across: number, down: number): BlockSize {
  let size = block;
  for (let factor = 2; size < 8 && across >= factor && down >= factor; factor *= 2)
    size = (size * 2) as BlockSize;
  return size;
}
