/** How large a picture is printed: asked before it is placed, by page breaking, and when it is placed. */
import type { LayoutPicture } from './layout-nodes.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Size in pt in a column `column` pt wide: as its author or its pixels say, and never wider than the column or higher than a page. */
export function printedSize(picture: LayoutPicture, column: number): Size {
  const { node, natural, maxHeight, fillsColumn } = picture;
  const ratio = natural.width / natural.height;
  const asked = 'height' in node ? node.height : undefined;
  const width =
    lengthIn(column, fillsColumn ? '100%' : node.width) ??
    (asked === undefined ? natural.width : asked * ratio);
  const height = asked ?? width / ratio;
  const shrink = Math.min(1, column / width, maxHeight / height);
  return { width: width * shrink, height: height * shrink };
}

/** A length, or a percentage of the column, in pt. */
function lengthIn(column: number, width: number | string | undefined): number | undefined {
  if (typeof width === 'number') return width;
  return width?.endsWith('%') ? (Number.parseFloat(width) / 100) * column : undefined;
}
