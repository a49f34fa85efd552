/** How pictures side by side share the width of their column. */
import type { Picture, PictureTable } from '../pictures.ts';

export interface SizedPicture {
  readonly path: string;
  /** pt, or a percentage of the column. */
  readonly width?: number | string;
}

/** Pictures without a width that stand beside each other at most: more would be too small to look at. */
const MOST = 4;
/** Rounding that a sum of percentages is forgiven. */
const TOLERANCE = 0.5;
/** Printed resolution of a bitmap without a width, where its column has room, dpi. */
const NATURAL_DPI = 150;
/** Width to height of a drawing, which nobody has measured yet. */
const USUAL_RATIO = 4 / 3;

/**
 * Parts a row of pictures where their widths come to more than the column has, and where there are too many of them.
 *
 * @param column width of their column, pt
 * @param gap between two pictures, pt
 */
export function fillRows<P extends SizedPicture>(
  row: readonly P[],
  column: number,
  gap: number,
): readonly (readonly P[])[] {
  const rows: P[][] = [];
  let filled = 0;
  const balanced = Math.ceil(row.length / Math.ceil(row.length / MOST));
  for (const picture of row) {
    const share = shareOf(picture.width, column);
    const current = rows.at(-1);
    const gaps = current ? (current.length * gap * 100) / column : 0;
    const lengths =
      current?.some(({ width }) => typeof width === 'number') || typeof picture.width === 'number';
    const full =
      filled + share + (lengths ? gaps : 0) > 100 + TOLERANCE || (current?.length ?? 0) >= balanced;
    if (!current || full) {
      rows.push([picture]);
      filled = share;
    } else {
      current.push(picture);
      filled += share;
    }
  }
  return rows;
}

/** What a width takes of the column, per cent; nothing for one that takes what is left. */
function shareOf(width: number | string | undefined, column: number): number {
  if (typeof width === 'string') return Number.parseFloat(width);
  return width === undefined ? 0 : (width / column) * 100;
}

/** The columns of a row: as wide as was said; the others as wide as makes them equally high, and no wider than natural. */
export function columnWidths(
  row: readonly SizedPicture[],
  pictures: PictureTable,
  column: number,
  gap: number,
): readonly (number | string)[] {
  const room = column - gap * (row.length - 1);
  const left = row.reduce((rest, { width }) => rest - shareOf(width, room), 100);
  const open = row.filter(({ width }) => width === undefined).map(({ path }) => pictures.get(path));
  const natural = open.map(naturalWidth);
  const small =
    natural.every((width) => width !== undefined) &&
    natural.reduce((sum, width) => sum + width!, 0) <= (room * left) / 100;
  const ratios = open.reduce((sum, picture) => sum + ratioOf(picture), 0);
  return row.map(({ path, width }) => {
    if (width !== undefined) return width;
    const picture = pictures.get(path);
    return (small && naturalWidth(picture)) || `${(left * ratioOf(picture)) / ratios}%`;
  });
}

function naturalWidth(picture: Picture | undefined): number | undefined {
  return picture?.type === 'bitmap' ? (picture.width * 72) / NATURAL_DPI : undefined;
}

function ratioOf(picture: Picture | undefined): number {
  return picture?.type === 'bitmap' ? picture.width / picture.height : USUAL_RATIO;
}
