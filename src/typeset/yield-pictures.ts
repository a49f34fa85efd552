/**
 * Pictures give way to the page: where the rest of it has almost room for one, the picture is made smaller rather than the
 * rest left empty. What has a width in millimetres keeps it.
 */
import { childrenOf, contentHeight, indentOf, innerWidth } from './heights.ts';
import type { LayoutColumns, LayoutNode, LayoutPicture } from './layout-nodes.ts';
import { printedSize } from './picture-size.ts';

/** Share of its size down to which a picture gives way. */
const LEAST = 0.6;

/** A picture, or a row of them, that may be set smaller. */
interface Yielding {
  /** pt */
  readonly height: number;
  readonly setAt: (share: number) => void;
}

/**
 * Makes pictures of blocks smaller that must stand together, so that these need `excess` pt less.
 *
 * @param fits whether they do, when they have been made smaller
 * @returns false when that is not enough; the pictures are then as they were
 */
export function yieldPictures(
  nodes: readonly LayoutNode[],
  width: number,
  excess: number,
  fits: () => boolean,
): boolean {
  const open = nodes.flatMap((node) => yieldingsOf(node, width));
  const height = open.reduce((sum, each) => sum + each.height, 0);
  const share = (height - excess - 0.01) / height;
  if (!(share >= LEAST)) return false;
  for (const each of open) each.setAt(share);
  if (fits()) return true;
  for (const each of open) each.setAt(1);
  return false;
}

function yieldingsOf(node: LayoutNode, width: number): Yielding[] {
  const inner = innerWidth(node, width);
  if (node.kind === 'picture') return yieldingPicture(node, inner);
  if (node.kind === 'columns') return yieldingRow(node, inner);
  return childrenOf(node).flatMap((child) => yieldingsOf(child, inner - indentOf(node)));
}

function yieldingPicture(picture: LayoutPicture, width: number): Yielding[] {
  const { node, maxHeight } = picture;
  if ('qr' in node || typeof node.width === 'number' || node.height !== undefined) return [];
  const { height } = printedSize(picture, width);
  const setAt = (share: number) => {
    picture.maxHeight = share === 1 ? maxHeight : height * share;
  };
  return [{ height, setAt }];
}

/** Pictures side by side stay equally high: the whole row becomes narrower. */
function yieldingRow(row: LayoutColumns, width: number): Yielding[] {
  const pictures = row.columns.every(
    (column) =>
      typeof column.width === 'string' &&
      column.width.endsWith('%') &&
      childrenOf(column)[0]?.kind === 'picture',
  );
  if (!pictures) return [];
  const { _margin } = row;
  const [start, top, end, bottom] = _margin ?? [0, 0, 0, 0];
  const setAt = (share: number) => {
    row._margin = [start, top, end + width * (1 - share), bottom];
  };
  return [{ height: contentHeight(row, width), setAt }];
}
