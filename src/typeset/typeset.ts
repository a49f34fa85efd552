/**
 * Typesetting: from a document definition to pages of positioned items. A document that must fit one page is composed
 * again, smaller, until it does.
 */
import type { DocumentDefinition, Fitting, Node } from '../document/nodes.ts';
import type { FontBook } from '../fonts/book.ts';
import type { Paragraph } from '../text/paragraph.ts';
import { TextLayoutBuilder } from './builder.ts';
import { mirrorItem } from './mirror.ts';
import { PageLine } from './page-line.ts';
import type { Page } from './pdfmake.ts';

export interface Pages {
  readonly document: DocumentDefinition;
  readonly pages: readonly Page[];
  /** Share of the designed type size that a fitted page was set in. */
  readonly scale: number;
  /** False when a one-page document still needs more than one page at its smallest. */
  readonly fits: boolean;
}

export interface TypesetOptions {
  readonly fonts: FontBook;
  readonly onParagraph: (paragraph: Paragraph) => void;
}

/** How much smaller each try is. */
const SCALE_STEP = 0.97;

/** Lays out what `compose` yields and mirrors right-to-left pages. */
export function typeset(compose: (fitting: Fitting) => DocumentDefinition, options: TypesetOptions): Pages {
  let fitting: Fitting = { scale: 1, growUnit: 0 };
  let document = compose(fitting);
  let laid = layOut(document, options);
  const again = (change: Partial<Fitting>) => {
    fitting = { ...fitting, ...change };
    document = compose(fitting);
    laid = layOut(document, options);
  };
  if (document.fit) {
    while (laid.pages.length > 1 && fitting.scale * SCALE_STEP >= (document.fit?.minScale ?? 1))
      again({ scale: fitting.scale * SCALE_STEP });
    if (laid.pages.length === 1 && document.growShares > 0 && laid.remaining > 1)
      again({ growUnit: (laid.remaining - 0.5) / document.growShares });
  }
  // Its numbers may change the length of a line of contents, but never the number of lines.
  if (document.listsPages) again({ pageOf: pagesOf(laid.pages) });
  if (document.dir === 'rtl')
    for (const page of laid.pages)
      for (const item of page.items) mirrorItem(item, { left: 0, right: page.pageSize.width });
  return {
    document,
    pages: laid.pages,
    scale: fitting.scale,
    fits: !document.fit || laid.pages.length === 1,
  };
}

/** The page of each line that is named. */
function pagesOf(pages: readonly Page[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  pages.forEach(({ items }, index) => {
    for (const { item } of items)
      if (item instanceof PageLine && item.destination) found.set(item.destination, index + 1);
  });
  return found;
}

function layOut(document: DocumentDefinition, options: TypesetOptions): { pages: Page[]; remaining: number } {
  const { width, height } = document.pageSize;
  const builder = new TextLayoutBuilder(
    { width, height, orientation: width > height ? 'landscape' : 'portrait' },
    document.pageMargins,
    document.dir,
    document.notes,
    options,
  );
  const getter = (make: ((page: number, pages: number) => Node | undefined) | undefined) =>
    make && ((page: number, pages: number) => make(page, pages));
  let remaining = 0;
  // pdfmake draws headers and footers on finished pages, which moves its cursor: what is left is read before that.
  const header = (page: number, pages: number) => {
    if (page === 1) remaining = builder.remainingHeight;
    return document.header?.(page, pages);
  };
  const pages = builder.layoutDocument(
    document.content,
    {},
    {},
    {},
    getter(document.background),
    header,
    getter(document.footer),
    undefined,
    undefined,
  );
  return { pages, remaining };
}
