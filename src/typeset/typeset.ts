/**
 * Typesetting: from a document definition to pages of positioned items. A document that must fit one page is set
 * again, smaller, until it does.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Composition, DocumentDefinition, Fitting, Node } from '../document/nodes.ts';
import type { FontBook } from '../fonts/book.ts';
import type { Paragraph } from '../text/paragraph.ts';
import type { ParagraphMemory } from '../text/paragraph-cache.ts';
import { TextLayoutBuilder } from './builder.ts';
import { SetDrawings } from './drawing-text.ts';
import { highHeader } from './faults.ts';
import { finishPages } from './finish-pages.ts';
import { fullHeight } from './heights.ts';
import { measured } from './measure.ts';
import { offPageFaults } from './off-page.ts';
import type { Page } from './page-item.ts';
import type { PageNode } from './pdfmake.ts';
import { layoutNode } from './to-layout.ts';

export interface Pages {
  readonly document: DocumentDefinition;
  readonly pages: readonly Page[];
  /** Its drawings with their text. */
  readonly drawings: SetDrawings;
  /** What cannot be printed as it was asked for. */
  readonly diagnostics: readonly Diagnostic[];
  /** Share of the designed type size that a fitted page was set in. */
  readonly scale: number;
  /** False when a one-page document still needs more than one page at its smallest. */
  readonly fits: boolean;
}

export interface TypesetOptions {
  readonly fonts: FontBook;
  /** Prepares the text, with faces of `fonts`. */
  readonly paragraphs: ParagraphMemory;
  readonly onParagraph: (paragraph: Paragraph) => void;
}

/** How much smaller each try is. */
const SCALE_STEP = 0.97;

/** Lays out a composed document, as it fits, and mirrors right-to-left pages. */
export function typeset(composition: Composition, options: TypesetOptions): Pages {
  let fitting: Fitting = { scale: 1, growUnit: 0 };
  let document = composition.fit(fitting);
  let laid = layOut(document, options);
  const again = (change: Partial<Fitting>) => {
    fitting = { ...fitting, ...change };
    document = composition.fit(fitting);
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
  const { pages, diagnostics } = laid;
  return {
    document,
    pages,
    drawings: new SetDrawings(pages, options),
    diagnostics,
    scale: fitting.scale,
    fits: !document.fit || pages.length === 1,
  };
}

/** The page of each line that is named. */
function pagesOf(pages: readonly Page[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  pages.forEach(({ items }, index) => {
    for (const item of items)
      if ('destinations' in item)
        for (const name of item.destinations ?? []) if (!found.has(name)) found.set(name, index + 1);
  });
  return found;
}

interface LaidOut {
  readonly pages: readonly Page[];
  /** Height left on the last page, pt. */
  readonly remaining: number;
  readonly diagnostics: readonly Diagnostic[];
}

function layOut(document: DocumentDefinition, { fonts, paragraphs, onParagraph }: TypesetOptions): LaidOut {
  const { pageSize, pageMargins, dir } = document;
  const { width, height } = pageSize;
  const diagnostics: Diagnostic[] = [];
  const context = {
    fonts,
    paragraphs,
    onParagraph,
    onFault: (fault: Diagnostic) => diagnostics.push(fault),
    pageHeight: height - pageMargins.top - pageMargins.bottom,
    pageWidth: width - pageMargins.left - pageMargins.right,
  };
  const orientation = width > height ? 'landscape' : 'portrait';
  const builder = new TextLayoutBuilder(
    { width, height, orientation },
    pageMargins,
    dir,
    { notes: document.notes, separator: document.noteSeparator },
    context,
  );
  const pageNode =
    (make: ((page: number, pages: number) => Node | undefined) | undefined): PageNode =>
    (page, pages) => {
      const node = make?.(page, pages);
      return node && layoutNode(node, context);
    };
  let remaining = 0;
  const header = pageNode(document.header);
  const placed = builder.layoutDocument(
    layoutNode(document.content, context),
    {},
    {},
    {},
    pageNode(document.background),
    (page, pages) => {
      // pdfmake draws headers and footers on finished pages, which moves its cursor: what is left is read before that.
      if (page === 1) remaining = builder.remainingHeight;
      const node = header(page, pages);
      const missing = node ? fullHeight(measured(node), width) - pageMargins.top : 0;
      if (node && missing > 0.5) context.onFault(highHeader(node, missing));
      return node;
    },
    pageNode(document.footer),
  );
  const pages = finishPages(placed, dir);
  return { pages, remaining, diagnostics: [...diagnostics, ...offPageFaults(pages)] };
}
