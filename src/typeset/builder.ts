/**
 * pdfmake's layout engine with Bayan's text engine inside it: lines come from prepared paragraphs, pages break by
 * typographic rules, boxes carry fills, and a box of another direction is mirrored on its own.
 */
import type { Box, CanvasNode, ListNode, Node, NodeBase, StackNode, TableNode } from '../document/nodes.ts';
import type { Direction } from '../language/language.ts';
import { type ArtifactKind, markArtifact } from './artifact.ts';
import { drawBox, insertIndex } from './box.ts';
import { FootnoteArea } from './footnotes.ts';
import { fullHeight, rowHeights } from './heights.ts';
import { leafLines } from './leaf-lines.ts';
import { markerLine } from './list-marker.ts';
import { type MeasureContext, type MeasuredText, TextMeasure } from './measure.ts';
import { leadHeight, linesBeforeBreak } from './page-breaks.ts';
import {
  LayoutBuilder,
  type LayoutNode,
  type Page,
  type PageMargins,
  type PageSize,
  SVGMeasure,
  tableLayouts,
  type Writer,
} from './pdfmake.ts';
import { FramedWriter } from './writer.ts';

/** Share of a page that a row may fill before it is let split: header rows and rules need some of it. */
const ROW_LIMIT = 0.85;

export class TextLayoutBuilder extends LayoutBuilder {
  #writer!: FramedWriter;
  #dir: Direction;
  readonly #context: MeasureContext;
  readonly #footnotes: ReadonlyMap<number, Node>;
  #notes: FootnoteArea | undefined;

  constructor(
    pageSize: PageSize,
    margins: PageMargins,
    dir: Direction,
    footnotes: ReadonlyMap<number, Node>,
    context: MeasureContext,
  ) {
    super(pageSize, margins, new SVGMeasure());
    // pdfmake assigns `writer` in the middle of laying out; taking the assignment over puts ours in its place.
    Object.defineProperty(this, 'writer', {
      get: () => this.#writer,
      set: (writer: Writer) => {
        this.#writer = new FramedWriter(writer.context());
      },
    });
    this.#dir = dir;
    this.#footnotes = footnotes;
    this.#context = context;
    this.registerTableLayouts(tableLayouts);
  }

  override tryLayoutDocument(...args: unknown[]): { pages: Page[]; linearNodeList: LayoutNode[] } {
    const [, pdfDocument] = args;
    const measure = new TextMeasure(pdfDocument, {}, {}, new SVGMeasure(), tableLayouts);
    measure.setContext(this.#context);
    this.docMeasure = measure;
    if (this.#footnotes.size > 0) {
      const measured = [...this.#footnotes].map(
        ([index, node]) => [index, measure.measureBlock(this.docPreprocessor.preprocessBlock(node))] as const,
      );
      this.#notes = new FootnoteArea(
        new Map(measured),
        this.pageSize.width - this.pageMargins.left - this.pageMargins.right,
      );
    }
    return super.tryLayoutDocument(...args);
  }

  /** Height in pt left on the last page after the content. */
  get remainingHeight(): number {
    return this.#writer.context().availableHeight;
  }

  override processNode(node: LayoutNode, verticalAlignment?: boolean): void {
    const base = node as unknown as NodeBase;
    // pdfmake loses what does not fit on the one page of an unbreakable block: a taller one must break after all.
    if (base.unbreakable && fullHeight(node, this.writer.context().availableWidth) > this.#pageHeight)
      base.unbreakable = false;
    const { dir } = base;
    if (!dir || dir === this.#dir) {
      super.processNode(node, verticalAlignment);
      return;
    }
    const around = this.#dir;
    this.#dir = dir;
    this.#writer.openFrame();
    try {
      super.processNode(node, verticalAlignment);
    } finally {
      this.#writer.closeFrame();
      this.#dir = around;
    }
  }

  /** Height between the margins of a page. */
  get #pageHeight(): number {
    return this.pageSize.height - this.pageMargins.top - this.pageMargins.bottom;
  }

  /** Rows do not split, unless one is taller than a page. */
  override processTable(node: LayoutNode): void {
    const { table } = node as unknown as TableNode;
    const tallest = Math.max(...rowHeights(node, this.writer.context().availableWidth));
    if (table.dontBreakRows && tallest > this.#pageHeight * ROW_LIMIT) {
      table.dontBreakRows = false;
      table.keepWithHeaderRows = 0;
    }
    super.processTable(node);
  }

  override processLeaf(node: LayoutNode): void {
    const leaf = node as unknown as MeasuredText;
    const { paragraph } = leaf;
    const context = this.writer.context();
    const lines = leafLines(leaf, context.availableWidth, this.#context.fonts);
    for (let i = 0; i < lines.length; i++) {
      const notes = this.#notes?.calledBy(lines[i]!) ?? [];
      const context = this.writer.context();
      const room = context.availableHeight - (this.#notes?.heightOf(notes, context.page) ?? 0);
      if (this.#mayBreak() && linesBeforeBreak(lines.length - i, i, room, paragraph.lineHeight) === 0)
        this.writer.moveToNextPage();
      const position = this.writer.addLine(lines[i]!);
      if (position) node.positions.push(position);
      this.#notes?.reserve(notes, this.writer.context(), this.#nested());
    }
  }

  #nested(): boolean {
    return this.writer.transactionLevel > 0 || this.writer.context().snapshots.length > 0;
  }

  /** Sets the notes of each page at its foot, before headers and footers go in. */
  override addHeadersAndFooters(header: unknown, footer: unknown): void {
    const { left, right, bottom } = this.pageMargins;
    for (const { page, height, node } of this.#notes?.areas() ?? []) {
      this.writer.context().page = page;
      this.writer.beginUnbreakableBlock(this.pageSize.width - left - right, height + 20);
      this.processNode(node as unknown as LayoutNode);
      this.writer.commitUnbreakableBlock(left, this.pageSize.height - bottom - height);
    }
    this.#marginal('header', () => super.addHeadersAndFooters(header, undefined));
    this.#marginal('footer', () => super.addHeadersAndFooters(undefined, footer));
  }

  /** Marks what a step adds to the pages as a header or footer. */
  #marginal(kind: ArtifactKind, add: () => void): void {
    const { pages } = this.writer.context();
    const known = new Set(pages.flatMap((page) => page.items.map(({ item }) => item)));
    add();
    for (const page of pages)
      for (const item of page.items) if (!known.has(item.item)) markArtifact(item, kind);
  }

  /** A break helps only below the top of a page. */
  #mayBreak(): boolean {
    const context = this.writer.context();
    return context.y > context.pageMargins.top + 0.5;
  }

  override processVerticalContainer(node: LayoutNode): void {
    const { box, list } = node as unknown as StackNode & Partial<ListNode>;
    if (box) this.#processBox(node, box);
    else if (list) this.#processList(node, list);
    else this.#processStack(node);
  }

  #processStack(node: LayoutNode): void {
    const { stack } = node as unknown as StackNode;
    for (let i = 0; i < stack.length; i++) {
      this.#keepTogether(stack as unknown as LayoutNode[], i);
      this.processNode(stack[i] as unknown as LayoutNode);
      for (const position of (stack[i] as unknown as LayoutNode).positions) node.positions.push(position);
      if (!this.#nested()) this.#notes?.settle(this.writer.context());
    }
  }

  /** Headings stay with what follows: when the group's beginning does not fit, it moves to the next page whole. */
  #keepTogether(stack: LayoutNode[], index: number): void {
    if (index > 0 && (stack[index - 1] as unknown as NodeBase).keepWithNext) return;
    if (!this.#mayBreak()) return;
    const { availableWidth, availableHeight } = this.writer.context();
    if (leadHeight(stack, index, availableWidth) > availableHeight + 0.01) this.writer.moveToNextPage();
  }

  /** A QR code goes to the page as one picture, so that mirroring moves it whole. */
  override processQr(node: LayoutNode): void {
    const position = this.writer.addSVG(node);
    if (position) node.positions.push(position);
  }

  /** A picture without a size is never wider than its column. */
  override processImage(node: LayoutNode): void {
    const { availableWidth } = this.writer.context();
    const width = node._width as number;
    if (width > availableWidth) {
      node._height = ((node._height as number) * availableWidth) / width;
      node._width = node._minWidth = node._maxWidth = availableWidth;
    }
    super.processImage(node);
  }

  /** A rule takes the width of its column, which only now is known. */
  override processCanvas(node: LayoutNode): void {
    const { rule } = node as unknown as CanvasNode;
    if (!rule) {
      super.processCanvas(node);
      return;
    }
    const context = this.writer.context();
    if (context.availableHeight < rule.thickness) this.writer.moveToNextPage();
    const { x, y, availableWidth } = this.writer.context();
    const w = Math.min(rule.length ?? availableWidth, availableWidth);
    this.writer.addVector(
      { type: 'rect', x, y, w, h: rule.thickness, color: rule.color, lineWidth: 0 },
      true,
      true,
    );
    this.writer.context().moveDown(rule.thickness);
  }

  #processBox(node: LayoutNode, box: Box): void {
    const context = this.writer.context();
    const start = {
      page: context.page,
      y: context.y,
      index: insertIndex(this.writer),
      x: context.x,
      width: context.availableWidth,
    };
    context.moveDown(box.padding[1]);
    context.addMargin(box.padding[0], box.padding[2]);
    this.#processStack(node);
    this.writer.context().addMargin(-box.padding[0], -box.padding[2]);
    this.writer.context().moveDown(box.padding[3]);
    drawBox(this.writer, box, start, this.pageSize);
  }

  #processList(node: LayoutNode, list: ListNode['list']): void {
    const { stack } = node as unknown as StackNode;
    const indent = list.indent ?? 0;
    for (let i = 0; i < stack.length; i++) {
      const context = this.writer.context();
      if (
        this.#mayBreak() &&
        leadHeight(stack as unknown as LayoutNode[], i, context.availableWidth - indent) >
          context.availableHeight + 0.01
      )
        this.writer.moveToNextPage();
      const marker = markerLine(
        list.markers[i]!,
        stack[i] as unknown as StackNode,
        indent - list.gap,
        this.#context.fonts,
      );
      if (marker) this.writer.addLine(marker, true);
      this.writer.context().addMargin(indent);
      this.processNode(stack[i] as unknown as LayoutNode);
      this.writer.context().addMargin(-indent);
      for (const position of (stack[i] as unknown as LayoutNode).positions) node.positions.push(position);
    }
  }
}
