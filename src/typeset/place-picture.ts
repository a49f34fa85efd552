/**
 * Pictures on the page: as large as they are printed in their column, on the next page where this one has no room, and
 * smaller where no page has: a picture is never lost.
 */
import { childrenOf, contentHeight, fullHeight, indentOf, innerWidth } from './heights.ts';
import type { LayoutNode, LayoutPicture } from './layout-nodes.ts';
import type { Position, Writer } from './pdfmake.ts';
import { printedSize } from './picture-size.ts';

/** A figure's pictures give way to its caption, but not below this share of a page. */
const LEAST_SHARE = 0.25;

/** Places a picture; undefined when the page writer would not have it. */
export function placePicture(
  writer: Writer,
  picture: LayoutPicture,
  mayBreak: boolean,
): Position | undefined {
  const { availableWidth } = writer.context();
  if (mayBreak && printedSize(picture, availableWidth).height > writer.context().availableHeight + 0.01)
    writer.moveToNextPage();
  const { availableHeight } = writer.context();
  if (availableHeight > 1) picture.maxHeight = Math.min(picture.maxHeight, availableHeight);
  const { width, height } = printedSize(picture, availableWidth);
  picture._width = picture._minWidth = picture._maxWidth = width;
  picture._height = height;
  return writer.addImage(picture) || undefined;
}

/** Makes the pictures of blocks smaller that must stand together, so that they go on one page of `pageHeight` pt. */
export function shrinkPictures(nodes: readonly LayoutNode[], width: number, pageHeight: number): void {
  const pictures = nodes.flatMap((node) => picturesOf(node, width));
  if (pictures.length === 0) return;
  const excess = nodes.reduce((sum, node) => sum + fullHeight(node, width), 0) - pageHeight;
  if (excess <= 0) return;
  const share = excess / pictures.length + 0.01;
  for (const { picture, column } of pictures)
    picture.maxHeight = Math.max(pageHeight * LEAST_SHARE, contentHeight(picture, column) - share);
}

/** The pictures in a node, each with the width of the column it stands in, pt. */
function picturesOf(
  node: LayoutNode,
  width: number,
): readonly { readonly picture: LayoutPicture; readonly column: number }[] {
  const inner = innerWidth(node, width);
  if (node.kind === 'picture') return [{ picture: node, column: inner }];
  return childrenOf(node).flatMap((child) => picturesOf(child, inner - indentOf(node)));
}
