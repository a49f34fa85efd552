/**
 * From what pdfmake placed to pages that are done: right-to-left ones are mirrored, what stands in the middle or at the
 * foot of its row is moved there, and each item says what it is.
 */
import type { Direction } from '../language/language.ts';
import type { ArtifactKind } from './artifact.ts';
import type { LayoutPicture } from './layout-nodes.ts';
import { mirrorItem } from './mirror.ts';
import type { LineItem, Page, PageItem, PictureItem, RectangleItem, StrokeItem } from './page-item.ts';
import type { PageLine } from './page-line.ts';
import { type PlacedPage, SVGMeasure, type Vector, type VerticalAlignment } from './pdfmake.ts';

/** Pages of a document that runs in direction `dir`. */
export function finishPages(pages: readonly PlacedPage[], dir: Direction): Page[] {
  return pages.map(({ items, pageSize: { width, height } }) => {
    if (dir === 'rtl') for (const item of items) mirrorItem(item, { left: 0, right: width });
    return { width, height, items: finishItems(items) };
  });
}

function finishItems(placed: PlacedPage['items']): PageItem[] {
  const items: PageItem[] = [];
  for (const { type, item } of placed) {
    switch (type) {
      case 'line':
        items.push(lineItem(item));
        break;
      case 'vector':
        items.push(vectorItem(item));
        break;
      case 'image':
        items.push(...pictureItem(item));
        break;
      case 'beginVerticalAlignment':
        if (moves(item)) items.push({ type: 'shift', down: roomAbove(item) });
        break;
      case 'endVerticalAlignment':
        if (moves(item)) items.push({ type: 'restore' });
    }
  }
  return items;
}

function moves({ verticalAlignment, isCellContentMultiPage }: VerticalAlignment): boolean {
  return verticalAlignment !== 'top' && !isCellContentMultiPage;
}

/** How far down something moves in a row that is higher than it is. */
function roomAbove(aligned: VerticalAlignment): number {
  const room = aligned.getViewHeight() - aligned.getNodeHeight();
  return aligned.verticalAlignment === 'middle' ? room / 2 : room;
}

function tagOf(owner: LineItem['tag'] | undefined, artifact: ArtifactKind | undefined): LineItem['tag'] {
  return artifact ?? owner ?? 'layout';
}

function lineItem({ x, y, baseline, line, node, first, artifact }: PageLine): LineItem {
  const { owner, groups, id, outline } = node;
  const source = node.spans[0]?.source ?? node.source;
  return {
    type: 'line',
    x,
    y,
    baseline: y + baseline,
    line,
    tag: tagOf(owner, artifact),
    ...(source && { source }),
    ...(groups && !artifact && { groups }),
    ...(first && !artifact && id && { destination: id }),
    ...(first && !artifact && outline && { outline }),
  };
}

function vectorItem(vector: Vector): RectangleItem | StrokeItem {
  const tag = vector.artifact ?? 'layout';
  if (vector.type === 'rect') {
    const { x, y, w, h, color } = vector;
    return { type: 'rectangle', x, y, width: w, height: h, color, tag };
  }
  const { x1, y1, x2, y2, lineColor, lineWidth } = vector;
  return {
    type: 'stroke',
    x1,
    y1,
    x2,
    y2,
    color: lineColor,
    thickness: lineWidth,
    tag,
  };
}

const svgMeasure = new SVGMeasure();

/** Nothing is left of a QR code whose text is too long. */
function pictureItem(picture: LayoutPicture): PictureItem[] {
  const { node, code, x, _width: width, _height: height, artifact } = picture;
  const { owner, source } = node;
  const tag = tagOf(owner, artifact);
  const placed = { x, y: picture.y, width, height, tag, ...(source && { source }) };
  if ('image' in node) return [{ ...placed, type: 'image', image: node.image }];
  if ('svg' in node)
    return [{ ...placed, type: 'svg', svg: svgMeasure.writeDimensions(node.svg, { width, height }) }];
  const { color, background } = node;
  return code ? [{ ...placed, type: 'qr', code, color, ...(background && { background }) }] : [];
}
