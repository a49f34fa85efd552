/** One layout of a document: pages of items at their final places, and what is to be said of them. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { DocumentDefinition, Node } from '../document/nodes.ts';
import { TextLayoutBuilder } from './builder.ts';
import { highHeader } from './faults.ts';
import { finishPages } from './finish-pages.ts';
import { fullHeight } from './heights.ts';
import { type EarlyBreak, earlierLastBreak } from './last-page.ts';
import { measured } from './measure.ts';
import { offPageFaults } from './off-page.ts';
import type { Page } from './page-item.ts';
import type { PageNode } from './pdfmake.ts';
import { type LayoutContext, layoutNode } from './to-layout.ts';

export interface LaidOut {
  readonly pages: readonly Page[];
  /** Height left on the last page, pt. */
  readonly remaining: number;
  /** Where the last page had better begin: there is too little on it. */
  readonly earlier: EarlyBreak | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export type LayoutOptions = Pick<LayoutContext, 'paragraphs' | 'fonts' | 'onParagraph' | 'pictureShare'>;

/** Lays out a document. A page begins at `breakBefore`. */
export function layOut(
  document: DocumentDefinition,
  options: LayoutOptions,
  breakBefore?: EarlyBreak,
): LaidOut {
  const { width, height } = document.pageSize;
  const { left, right, top, bottom } = document.pageMargins;
  const diagnostics: Diagnostic[] = [];
  const onFault = (fault: Diagnostic) => diagnostics.push(fault);
  const context: LayoutContext = {
    ...options,
    onFault,
    pageWidth: width - left - right,
    pageHeight: height - top - bottom,
  };
  const builder = new TextLayoutBuilder(document, context, breakBefore);
  type Make = ((page: number, pages: number) => Node | undefined) | undefined;
  const pageNode =
    (make: Make): PageNode =>
    (page, pages) => {
      const node = make?.(page, pages);
      return node && layoutNode(node, context);
    };
  const header: PageNode = (page, pages) => {
    const node = pageNode(document.header)(page, pages);
    const missing = node ? fullHeight(measured(node), width) - top : 0;
    if (node && missing > 0.5) onFault(highHeader(node, missing));
    return node;
  };
  const content = layoutNode(document.content, context);
  const [background, footer] = [pageNode(document.background), pageNode(document.footer)];
  const placed = builder.layoutDocument(content, {}, {}, {}, background, header, footer);
  const pages = finishPages(placed, document.dir);
  return {
    pages,
    remaining: builder.remainingHeight,
    earlier: earlierLastBreak(builder.blocks, pages.length - 1, top, context.pageHeight),
    diagnostics: [...diagnostics, ...offPageFaults(pages)],
  };
}
