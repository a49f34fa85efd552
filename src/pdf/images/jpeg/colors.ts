/** From the components of a JPEG file to gray or RGB, a row at a time. */
import type { JpegFile } from './file.ts';
import { printInks } from './inks.ts';

/** Makes a row of the picture from rows of its components. The array is the converter's, for each row the same. */
export type RowConverter = (planes: readonly Uint8ClampedArray[]) => Uint8ClampedArray;

/** @param columns - for each component, where the sample for each column of the picture stands in its row */
export function rowConverter(file: JpegFile, columns: readonly Int32Array[]): RowConverter {
  const width = columns[0]!.length;
  switch (file.components.length) {
    case 1:
      return ([plane]) => plane!.subarray(0, width);
    case 3:
      return threeComponents(columns, new Uint8ClampedArray(width * 3), !file.storedAsRgb);
    default: {
      const inks = new Uint8ClampedArray(width * 4);
      const row = new Uint8ClampedArray(width * 3);
      const colors = threeComponents(columns, row, file.adobeTransform === 2);
      return (planes) => {
        colors(planes);
        inkRow(row, planes[3]!, columns[3]!, inks, file);
        printInks(inks, row);
        return row;
      };
    }
  }
}

/** ITU-T T.871 clause 7, or components as they are. */
function threeComponents(
  [first, second, third]: readonly Int32Array[],
  row: Uint8ClampedArray,
  luminance: boolean,
): RowConverter {
  const width = row.length / 3;
  return ([a, b, c]) => {
    for (let x = 0, i = 0; x < width; x++, i += 3) {
      const p = a![first![x]!]!;
      const q = b![second![x]!]!;
      const r = c![third![x]!]!;
      if (luminance) {
        row[i] = p + 1.402 * (r - 128);
        row[i + 1] = p - 0.344136 * (q - 128) - 0.714136 * (r - 128);
        row[i + 2] = p + 1.772 * (q - 128);
      } else {
        row[i] = p;
        row[i + 1] = q;
        row[i + 2] = r;
      }
    }
    return row;
  };
}

/**
 * Coverage of each ink, 255 being full. Adobe's programs store inks inverted, and say with a segment that they wrote
 * the file; with luminance and chroma, these are of the inks turned round once more.
 */
function inkRow(
  colors: Uint8ClampedArray,
  black: Uint8ClampedArray,
  column: Int32Array,
  inks: Uint8ClampedArray,
  { adobeTransform }: JpegFile,
): void {
  const inverted = adobeTransform !== undefined;
  const turned = inverted !== (adobeTransform === 2);
  for (let x = 0; x < column.length; x++) {
    for (let k = 0; k < 3; k++) {
      const value = colors[x * 3 + k]!;
      inks[x * 4 + k] = turned ? 255 - value : value;
    }
    const value = black[column[x]!]!;
    inks[x * 4 + 3] = inverted ? 255 - value : value;
  }
}
