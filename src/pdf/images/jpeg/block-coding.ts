/** How the 64 coefficients of a block are coded: at once, or in a progressive file little by little (ITU-T T.81 F.2, G.1). */
import { damaged } from '../image-format-error.ts';
import type { BitReader, HuffmanTable } from './bits.ts';

/** The order of coefficients in the file: from low to high frequency (figure 5), as their places in rows. */
export const ZIGZAG = Uint8Array.of(
  ...[
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7,
  ],
  ...[14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39],
  ...[46, 53, 60, 61, 54, 47, 55, 62, 63],
);

/** What a scan tells of its coefficients, and what decoding it remembers from block to block. */
export interface ScanState {
  readonly reader: BitReader;
  /** First and last coefficient, in the order of the file. */
  readonly spectralStart: number;
  readonly spectralEnd: number;
  /** The bit below which this scan tells nothing. */
  readonly lowBit: number;
  /** Blocks that have nothing more in this band. */
  endOfBand: number;
}

/** A component as a scan sees it. */
export interface CodedComponent {
  readonly dc: HuffmanTable;
  readonly ac: HuffmanTable;
  /** The first coefficient of the block before. */
  predicted: number;
}

/** Decodes a block of a scan into 64 coefficients, row after row from `at` on. */
export type DecodeBlock = (
  scan: ScanState,
  component: CodedComponent,
  coefficients: Int16Array,
  at: number,
) => void;

function firstCoefficient({ reader }: ScanState, component: CodedComponent): number {
  const length = reader.symbol(component.dc);
  if (length > 16) throw damaged('JPEG', 'its samples cannot be decoded');
  if (length > 0) component.predicted += reader.difference(length);
  return component.predicted;
}

/** The whole block; it must hold zeros. */
export const sequential: DecodeBlock = (scan, component, coefficients, at) => {
  const { reader } = scan;
  coefficients[at] = firstCoefficient(scan, component);
  for (let k = 1; k < 64; k++) {
    const symbol = reader.symbol(component.ac);
    const length = symbol & 15;
    if (length === 0) {
      if (symbol < 0xf0) return;
      k += 15;
      continue;
    }
    k += symbol >> 4;
    if (k > 63) throw damaged('JPEG', 'its samples cannot be decoded');
    coefficients[at + ZIGZAG[k]!] = reader.difference(length);
  }
};

export const firstOfDc: DecodeBlock = (scan, component, coefficients, at) => {
  coefficients[at] = firstCoefficient(scan, component) << scan.lowBit;
};

export const refinedDc: DecodeBlock = ({ reader, lowBit }, _component, coefficients, at) => {
  if (reader.bit() === 1) coefficients[at]! |= 1 << lowBit;
};

export const firstOfAc: DecodeBlock = (scan, { ac }, coefficients, at) => {
  if (scan.endOfBand > 0) {
    scan.endOfBand--;
    return;
  }
  const { reader, spectralEnd, lowBit } = scan;
  for (let k = scan.spectralStart; k <= spectralEnd; k++) {
    const symbol = reader.symbol(ac);
    const run = symbol >> 4;
    const length = symbol & 15;
    if (length === 0) {
      if (run < 15) {
        scan.endOfBand = (1 << run) - 1 + (run > 0 ? reader.bits(run) : 0);
        return;
      }
      k += 15;
      continue;
    }
    k += run;
    if (k > 63) throw damaged('JPEG', 'its samples cannot be decoded');
    coefficients[at + ZIGZAG[k]!] = reader.difference(length) << lowBit;
  }
};

/** One more bit of coefficients that are known, and between them those that come to be (G.1.2.3). */
export const refinedAc: DecodeBlock = (scan, { ac }, coefficients, at) => {
  const { reader, spectralEnd } = scan;
  const bit = 1 << scan.lowBit;
  let k = scan.spectralStart;
  const refine = (place: number): void => {
    const value = coefficients[place]!;
    if (reader.bit() === 1 && (value & bit) === 0) coefficients[place] = value + (value > 0 ? bit : -bit);
  };
  for (; scan.endOfBand === 0 && k <= spectralEnd; k++) {
    const symbol = reader.symbol(ac);
    let run = symbol >> 4;
    let value = 0;
    if ((symbol & 15) !== 0) value = reader.bit() === 1 ? bit : -bit;
    else if (run < 15) {
      scan.endOfBand = (1 << run) + (run > 0 ? reader.bits(run) : 0);
      break;
    }
    for (; k <= spectralEnd; k++) {
      const place = at + ZIGZAG[k]!;
      if (coefficients[place] !== 0) refine(place);
      else if (run-- === 0) {
        coefficients[place] = value;
        break;
      }
    }
  }
  if (scan.endOfBand === 0) return;
  for (; k <= spectralEnd; k++) {
    const place = at + ZIGZAG[k]!;
    if (coefficients[place] !== 0) refine(place);
  }
  scan.endOfBand--;
};
