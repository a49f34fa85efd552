/** Where on the pages each piece of the text is printed, by what layout placed and by the place it came from. */
import type { SourceSpan } from '../diagnostics/diagnostic.ts';
import type { StructureElement } from '../document/tags.ts';
import type { LineItem, Page, PageItem } from './page-item.ts';
import type { Pages } from './typeset.ts';

/** A block, or what of it is on one page. */
export interface PrintedPlace {
  /** Its element in the tag tree. */
  readonly element: StructureElement;
  /** From 0. */
  readonly page: number;
  /** pt from the left and the top of the page. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Of the first of its words that are from the file. */
  readonly source: SourceSpan;
}

/** The blocks that are printed from a file, in the order of reading. Repeated heads of tables, and contents, are none. */
export function printedPlaces({ document, pages }: Pages, file: string): readonly PrintedPlace[] {
  const order = new Map([...elementsIn(document.structure)].map((element, index) => [element, index]));
  return pages
    .flatMap((page, index) => placesOn(page, index, file))
    .sort((a, b) => order.get(a.element)! - order.get(b.element)! || a.page - b.page);
}

function placesOn({ items }: Page, page: number, file: string): readonly PrintedPlace[] {
  const found = new Map<string, PrintedPlace>();
  const numbers = new Map<StructureElement, number>();
  for (const item of items) {
    const element = 'tag' in item && typeof item.tag !== 'string' ? item.tag : undefined;
    const source = element && !isInContents(element) && sourceIn(item, file);
    if (!element || !source) continue;
    if (!numbers.has(element)) numbers.set(element, numbers.size);
    const key = `${numbers.get(element)} ${source.line} ${source.column}`;
    const before = found.get(key);
    const box = boxOf(item);
    found.set(key, { element, page, source, ...(before ? union(before, box) : box) });
  }
  return [...found.values()];
}

/** The first place in the file that the words of a paragraph come from, or a picture. */
function sourceIn(item: PageItem, file: string): SourceSpan | undefined {
  const isThere = (source: SourceSpan | undefined): boolean =>
    source?.file === file && source.line !== undefined;
  if (item.type === 'line')
    return item.spans.map(({ source, written }) => written ?? source).find((place) => isThere(place));
  return isThere(item.source) ? item.source : undefined;
}

const isInContents = ({ role, parent }: StructureElement): boolean =>
  role === 'TOC' || (parent !== undefined && isInContents(parent));

type Box = Pick<PrintedPlace, 'x' | 'y' | 'width' | 'height'>;

function boxOf(item: PageItem): Box {
  if (item.type === 'line') return [...(item.pictures?.values() ?? [])].reduce<Box>(union, lineBox(item));
  if (item.type === 'stroke') {
    const { x1, y1, x2, y2 } = item;
    return { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
  }
  const { x, y, width, height } = item;
  return { x, y, width, height };
}

function lineBox({ x, y, line }: LineItem): Box {
  return { x, y, width: line.width, height: line.paragraph.style.lineHeight };
}

function union(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  const right = Math.max(a.x + a.width, b.x + b.width);
  const bottom = Math.max(a.y + a.height, b.y + b.height);
  return { x, y, width: right - x, height: bottom - y };
}

function* elementsIn(element: StructureElement): Generator<StructureElement> {
  yield element;
  for (const child of element.children) yield* elementsIn(child);
}
