/** What is printed of an edition, from its pages as they were typeset. */
import { marksIn } from '../document/drawing.ts';
import type { StructureElement } from '../document/tags.ts';
import { sha256 } from '../files/source-file.ts';
import type { TextLine } from '../text/break/line.ts';
import type { Paragraph } from '../text/paragraph.ts';
import {
  type LineItem,
  type Page,
  type PageItem,
  type PictureItem,
  picturesOn,
} from '../typeset/page-item.ts';
import type { Pages } from '../typeset/typeset.ts';
import type { Marginal, Piece, PrintedEdition, PrintedElement } from './printed.ts';
import { printedBlocks } from './printed-blocks.ts';
import { saysPage } from './printed-text.ts';

/** Bitmaps by the name that composition gave them, with the digest of each. */
export type BitmapDigests = ReadonlyMap<string, { readonly digest: string }>;

/** What is printed on pages. */
export function printedPages({ document, pages }: Pages, bitmaps: BitmapDigests): PrintedEdition {
  const lang = document.language.tag;
  const { content, marginals } = textOf(pages);
  const pictures = picturesOf(pages, bitmaps);
  const element = (own: StructureElement): PrintedElement => ({
    role: own.role,
    lang: own.lang,
    alt: own.alt,
    href: own.link?.href,
    picture: pictures.get(own),
    content: [...(content.get(own) ?? []), ...own.children.map(element)],
  });
  return {
    lang,
    pages: pages.map((page, index) => lookOf(page, [index + 1, pages.length], bitmaps)),
    blocks: printedBlocks(element(document.structure), lang, marginals, pages.length),
  };
}

/** The text of each element, and of headers and footers, in the order of the pages. */
function textOf(pages: readonly Page[]) {
  const content = new Map<StructureElement, Piece[]>();
  const marginals: Marginal[] = [];
  const before = new Map<StructureElement, TextLine>();
  pages.forEach(({ items }, index) => {
    const page = index + 1;
    for (const item of items) {
      if (item.type !== 'line') continue;
      const { tag, line } = item;
      if (tag === 'header' || tag === 'footer') marginals.push({ place: tag, page, text: textIn(line) });
      if (typeof tag === 'string') continue;
      const text = gapBetween(before.get(tag), line) + textIn(line);
      before.set(tag, line);
      const pieces = content.get(tag);
      if (pieces) pieces.push({ page, text });
      else content.set(tag, [{ page, text }]);
    }
  });
  return { content, marginals };
}

/** The white space at which a line was broken, if any: a word may go on in the next. */
function gapBetween(before: TextLine | undefined, { paragraph, start }: TextLine): string {
  if (!before) return '';
  if (before.paragraph !== paragraph || start < before.end) return ' ';
  return paragraph.text.slice(before.end, start);
}

/** The text of a line without the numbers that call notes. */
function textIn({ paragraph, start, end }: TextLine): string {
  let text = '';
  let at = 0;
  for (const span of paragraph.spans) {
    const next = at + span.text.length;
    if (span.note === undefined && next > start && at < end)
      text += paragraph.text.slice(Math.max(at, start), Math.min(next, end));
    at = next;
  }
  return text;
}

/** The pictures that belong to an element, where they stand and what they look like. */
function picturesOf(pages: readonly Page[], bitmaps: BitmapDigests) {
  const found = new Map<StructureElement, { readonly page: number; readonly look: string }>();
  pages.forEach((page, index) => {
    for (const item of picturesOn([page]))
      if (typeof item.tag !== 'string' && !found.has(item.tag))
        found.set(item.tag, { page: index + 1, look: sha256(JSON.stringify(pictureLook(item, bitmaps))) });
  });
  return found;
}

/** What a picture shows, wherever and however large. */
function pictureLook(item: PictureItem, bitmaps: BitmapDigests): unknown {
  switch (item.type) {
    case 'image':
      return bitmaps.get(item.image)?.digest;
    case 'qr':
      return item.code;
    case 'drawing': {
      const inside = [...marksIn(item.drawing.marks)].flatMap((mark) =>
        mark.type === 'bitmap' ? [bitmaps.get(mark.id)?.digest] : [],
      );
      return [item.drawing, item.language.tag, inside];
    }
  }
}

/** The digest of all that is seen on a page. */
function lookOf({ width, height, items }: Page, numbers: readonly number[], bitmaps: BitmapDigests): string {
  const seen = items.flatMap((item) => {
    const isMarginal = item.type === 'line' && (item.tag === 'header' || item.tag === 'footer');
    // Moved aside by a number of two digits, it is the same all the same.
    return isMarginal && saysPage(textIn(item.line), numbers) ? [] : [itemLook(item, bitmaps)];
  });
  return sha256(JSON.stringify([width, height, seen]));
}

function itemLook(item: PageItem, bitmaps: BitmapDigests): unknown {
  switch (item.type) {
    case 'line':
      return lineLook(item, bitmaps);
    case 'rectangle':
      return [item.type, ...placeOf(item), item.color];
    case 'stroke':
      return [item.type, ...[item.x1, item.y1, item.x2, item.y2, item.thickness].map(rounded), item.color];
    case 'qr':
      return [item.type, ...placeOf(item), item.code, item.color, item.background];
    default:
      return [item.type, ...placeOf(item), pictureLook(item, bitmaps)];
  }
}

function lineLook({ x, baseline, line, pictures }: LineItem, bitmaps: BitmapDigests): unknown {
  const fragments = line.fragments.map(({ face, size, rise, span, clusters, ...fragment }) => [
    ...[face.id, rounded(size), rounded(rise), rounded(fragment.x)],
    inkOf(line.paragraph, span),
    ...clusters.map((placed) => [rounded(placed.x), placed.cluster.glyphs.map(({ id }) => id)]),
  ]);
  const inside = [...(pictures?.values() ?? [])].map((picture) => itemLook(picture, bitmaps));
  return [rounded(x), rounded(baseline), fragments, inside];
}

function inkOf({ spans }: Paragraph, span: number): unknown {
  const { color, underline, strike } = spans[span]!.style;
  return [color, underline === true, strike === true];
}

const placeOf = ({ x, y, width, height }: Extract<PageItem, { readonly width: number }>): readonly number[] =>
  [x, y, width, height].map(rounded);

/** Hundredths of a pt: what arithmetic makes of the last digit is not seen. */
const rounded = (value: number): number => Math.round(value * 100) / 100;
