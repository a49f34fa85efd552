/** How large a picture is printed: asked before it is placed, by page breaking, and when it is placed. */
import type { PictureNode } from '../document/nodes.ts';
import { lengthIn } from './column-widths.ts';
import type { LayoutPicture } from './layout-nodes.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What was asked for: pt, or a percentage of the column. */
export interface AskedSize {
  readonly width?: number | string;
  readonly height?: number;
}

/** Bitmaps without a size are printed at this resolution. */
const NATURAL_DPI = 150;

/** Size by what the picture is, pt. */
export function naturalSize(node: PictureNode): Size {
  if ('qr' in node) return { width: node.size, height: node.size };
  if ('drawing' in node) return { width: node.drawing.width, height: node.drawing.height };
  const [width, height] = node.pixels;
  const natural = Math.min((width * 72) / NATURAL_DPI, node.naturalLimit ?? Number.POSITIVE_INFINITY);
  return { width: natural, height: (natural * height) / width };
}

/** Size in pt in a column `column` pt wide: as its author or its pixels say, and never wider than the column or higher than a page. */
export function printedSize(picture: LayoutPicture, column: number): Size {
  const { node, natural, maxHeight, fillsColumn, share } = picture;
  const height = 'height' in node ? node.height : undefined;
  const width = fillsColumn ? '100%' : node.width;
  const asked = {
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
  };
  const smaller = { width: natural.width * share, height: natural.height * share };
  return sizeIn(fillsColumn ? column : column * share, smaller, asked, maxHeight);
}

/** A size as it was asked for, with what is left open in proportion, in a column and below a height, pt. */
export function sizeIn(
  column: number,
  natural: Size,
  asked: AskedSize,
  maxHeight = Number.POSITIVE_INFINITY,
): Size {
  const ratio = natural.width / natural.height;
  const width =
    lengthIn(column, asked.width) ?? (asked.height === undefined ? natural.width : asked.height * ratio);
  const height = asked.height ?? width / ratio;
  const shrink = Math.min(1, column / width, maxHeight / height);
  return { width: width * shrink, height: height * shrink };
}
