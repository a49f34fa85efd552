/**
 * From what pdfmake placed to pages that are done: right-to-left ones are mirrored, what stands in the middle or at the
 * foot of its row is moved there, and each item says what it is.
 */
import type { DrawingNode, ImageNode, TextNode } from '../document/nodes.ts';
import type { Direction } from '../language/language.ts';
import type { ArtifactKind } from './artifact.ts';
import type { LayoutPicture } from './layout-nodes.ts';
import { mirrorItem } from './mirror.ts';
import type {
  ImageItem,
  LineItem,
  Page,
  PageItem,
  PictureItem,
  RectangleItem,
  StrokeItem,
} from './page-item.ts';
import type { PageLine } from './page-line.ts';
import type { PlacedPage, Vector } from './pdfmake.ts';
import { type SettledItem, settleVertically } from './vertical-alignment.ts';

/** Pages of a document that runs in direction `dir`. */
export function finishPages(pages: readonly PlacedPage[], dir: Direction): Page[] {
  return pages.map(({ items, pageSize: { width, height } }) => {
    if (dir === 'rtl') for (const item of items) mirrorItem(item, { left: 0, right: width });
    return { width, height, items: settleVertically(items).flatMap(pageItems) };
  });
}

function pageItems(settled: SettledItem): readonly PageItem[] {
  switch (settled.type) {
    case 'line':
      return [lineItem(settled.item)];
    case 'vector':
      return [vectorItem(settled.item)];
    case 'image':
      return pictureItem(settled.item);
  }
}

function tagOf(owner: LineItem['tag'] | undefined, artifact: ArtifactKind | undefined): LineItem['tag'] {
  return artifact ?? owner ?? 'layout';
}

function lineItem(placed: PageLine): LineItem {
  const { x, y, baseline, line, node, first, artifact } = placed;
  const { owner, groups, outline } = node;
  const destinations = artifact ? [] : namesOf(placed);
  const pictures = node.pictures && picturesOf(placed, node.pictures);
  const source = node.spans[0]?.source ?? node.source;
  return {
    type: 'line',
    x,
    y,
    baseline: y + baseline,
    line,
    spans: node.spans,
    tag: tagOf(owner, artifact),
    ...(source && { source }),
    ...(groups && !artifact && { groups }),
    ...(pictures && { pictures }),
    ...(destinations.length > 0 && { destinations }),
    ...(first && !artifact && outline && { outline }),
  };
}

/** Names of its paragraph, where it is the first line of it, and of what stands in it. */
function namesOf({ line, node, first }: PageLine): readonly string[] {
  const { spans } = line.paragraph;
  const inside = [...new Set(line.fragments.map(({ span }) => span))].sort((a, b) => a - b);
  const names = inside.flatMap((span) => spans[span]!.destinations ?? []);
  return [...((first && node.destinations) || []), ...names];
}

/** The pictures of a line, each with the place of its span. */
function picturesOf(
  { x, y, baseline, line, node, artifact }: PageLine,
  pictures: NonNullable<TextNode['pictures']>,
): ReadonlyMap<number, PictureItem> {
  const placed = new Map<number, PictureItem>();
  for (const { span, x: offset } of line.fragments) {
    const { object, element } = line.paragraph.spans[span]!;
    const picture = element === undefined ? undefined : pictures.get(element);
    if (!object || !picture || element === undefined) continue;
    const { width, height, depth } = object;
    const tag = tagOf(node.groups?.get(element), artifact);
    const place = { x: x + offset, y: y + baseline + depth - height, width, height, tag };
    placed.set(span, drawn(picture, place));
  }
  return placed;
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

/** Nothing is left of a QR code whose text is too long. */
function pictureItem(picture: LayoutPicture): PictureItem[] {
  const { node, code, x, y, _width: width, _height: height, artifact } = picture;
  const { owner, source, destinations } = node;
  const named = destinations && !artifact && { destinations };
  const place = { x, y, width, height, tag: tagOf(owner, artifact) };
  const placed = { ...place, ...(source && { source }), ...named };
  if (!('qr' in node)) return [drawn(node, placed)];
  const { color, background } = node;
  return code ? [{ ...placed, type: 'qr', code, color, ...(background && { background }) }] : [];
}

/** A bitmap or drawing at its place. */
function drawn(node: ImageNode | DrawingNode, placed: Omit<ImageItem, 'type' | 'image'>): PictureItem {
  if ('image' in node) return { ...placed, type: 'image', image: node.image };
  const { drawing, language, links } = node;
  // One that only decorates may still lead somewhere; drawn again on another page it does not.
  const isRepeated = typeof placed.tag === 'string' && placed.tag !== 'layout';
  return { ...placed, type: 'drawing', drawing, language, ...(!isRepeated && links && { links }) };
}
