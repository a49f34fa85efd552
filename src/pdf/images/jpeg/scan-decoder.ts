/** Decodes the blocks of a scan in their order: one component alone, or units of several (ITU-T T.81 A.2). */
import { BitReader, HuffmanTable } from './bits.ts';
import {
  type CodedComponent,
  type DecodeBlock,
  firstOfAc,
  firstOfDc,
  refinedAc,
  refinedDc,
  type ScanState,
  sequential,
} from './block-coding.ts';
import { blockGrids, type Frame } from './frame.ts';
import type { Scan } from './segments.ts';

/** Where coefficients of blocks are kept while and after they are decoded. */
export interface BlockStore {
  readonly coefficients: readonly Int16Array[];
  /** The place of a block's first coefficient. */
  begin(component: number, column: number, row: number): number;
  end(component: number, column: number, row: number): void;
  /** A row of units of an interleaved scan is done. */
  endRow(row: number): void;
}

const NO_CODES = new HuffmanTable(new Uint8Array(16), new Uint8Array());

/** @throws ImageFormatError when the samples are damaged or end too early */
export function decodeScan(bytes: Uint8Array, frame: Frame, scan: Scan, store: BlockStore): void {
  const reader = new BitReader(bytes, scan.start);
  const { spectralStart, spectralEnd, lowBit, restartInterval } = scan;
  const state: ScanState = { reader, spectralStart, spectralEnd, lowBit, endOfBand: 0 };
  const coded = scan.components.map(
    ({ dc, ac }): CodedComponent => ({ dc: dc ?? NO_CODES, ac: ac ?? NO_CODES, predicted: 0 }),
  );
  const decode = coding(frame, scan);
  let units = 0;
  const beginUnit = (): void => {
    if (restartInterval > 0 && units > 0 && units % restartInterval === 0) {
      reader.restart((units / restartInterval - 1) & 7);
      for (const component of coded) component.predicted = 0;
      state.endOfBand = 0;
    }
    units++;
  };
  const block = (i: number, index: number, column: number, row: number): void => {
    const at = store.begin(index, column, row);
    decode(state, coded[i]!, store.coefficients[index]!, at);
    store.end(index, column, row);
  };
  const grids = blockGrids(frame);
  const [alone] = scan.components;
  if (scan.components.length === 1 && alone && frame.components.length > 1) {
    const { columns, rows } = grids[alone.index]!;
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        beginUnit();
        block(0, alone.index, column, row);
      }
      reader.check();
    }
    return;
  }
  const sides = scan.components.map(({ index }) => frame.components[index]!);
  const across = grids[0]!.paddedColumns / frame.components[0]!.h;
  const down = grids[0]!.paddedRows / frame.components[0]!.v;
  for (let row = 0; row < down; row++) {
    for (let column = 0; column < across; column++) {
      beginUnit();
      for (let i = 0; i < coded.length; i++) {
        const { h, v } = sides[i]!;
        for (let y = 0; y < v; y++)
          for (let x = 0; x < h; x++) block(i, scan.components[i]!.index, column * h + x, row * v + y);
      }
    }
    reader.check();
    store.endRow(row);
  }
}

function coding({ progressive }: Frame, { spectralStart, highBit }: Scan): DecodeBlock {
  if (!progressive) return sequential;
  if (spectralStart === 0) return highBit === 0 ? firstOfDc : refinedDc;
  return highBit === 0 ? firstOfAc : refinedAc;
}
