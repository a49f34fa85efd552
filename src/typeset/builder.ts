/**
 * pdfmake's layout engine with Bayan's text engine inside it: lines come from prepared paragraphs, pages break by
 * typographic rules, boxes carry fills, and a box of another direction is mirrored on its own.
 */
import type { Node, RuleNode } from '../document/nodes.ts';
import type { Direction } from '../language/language.ts';
import { type ArtifactKind, markArtifact } from './artifact.ts';
import { closeBox, openBox } from './box.ts';
import { askedWidths } from './column-widths.ts';
import { crampedTable, cutWord } from './faults.ts';
import { FootnoteArea } from './footnotes.ts';
import { fullHeight, rowHeights } from './heights.ts';
import type {
  LayoutCanvas,
  LayoutColumns,
  LayoutList,
  LayoutNode,
  LayoutPicture,
  LayoutRule,
  LayoutStack,
  LayoutTable,
  LayoutText,
} from './layout-nodes.ts';
import { leafLines } from './leaf-lines.ts';
import { markerLine } from './list-marker.ts';
import { measured, TextMeasure } from './measure.ts';
import { leadHeight, leadOf, linesBeforeBreak } from './page-breaks.ts';
import {
  LayoutBuilder,
  type PageMargins,
  type PageNode,
  type PageSize,
  type PlacedPage,
  type Writer,
} from './pdfmake.ts';
import { placePicture, shrinkPictures } from './place-picture.ts';
import { placeRule } from './place-rule.ts';
import { lackingWidth, tableWidths } from './table-fit.ts';
import { type LayoutContext, layoutNode } from './to-layout.ts';
import { FramedWriter } from './writer.ts';

/** Share of a page that a row may fill before it is let split: header rows and rules need some of it. */
const ROW_LIMIT = 0.85;

/** The footnotes of a document, and the line that stands above those of a page. */
export interface Footnotes {
  readonly notes: ReadonlyMap<number, Node>;
  readonly separator: RuleNode;
}

export class TextLayoutBuilder extends LayoutBuilder {
  #writer!: FramedWriter;
  #dir: Direction;
  readonly #context: LayoutContext;
  readonly #footnotes: Footnotes;
  #notes: FootnoteArea | undefined;
  /** Open tables that are too wide: of them it is said once, and not of each word. */
  #cramped = 0;

  constructor(
    pageSize: PageSize,
    margins: PageMargins,
    dir: Direction,
    footnotes: Footnotes,
    context: LayoutContext,
  ) {
    super(pageSize, margins, {});
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
  }

  override tryLayoutDocument(...parameters: unknown[]): {
    pages: PlacedPage[];
    linearNodeList: LayoutNode[];
  } {
    this.docMeasure = new TextMeasure({}, {}, {}, {}, {});
    const { notes, separator } = this.#footnotes;
    if (notes.size > 0) {
      const { left, right } = this.pageMargins;
      const measured = [...notes].map(([index, node]) => [index, this.#measured(node)] as const);
      this.#notes = new FootnoteArea(new Map(measured), separator, this.pageSize.width - left - right);
    }
    return super.tryLayoutDocument(...parameters);
  }

  #measured(node: Node): LayoutNode {
    return measured(layoutNode(node, this.#context));
  }

  /** Height in pt left on the last page after the content. */
  get remainingHeight(): number {
    return this.#writer.context().availableHeight;
  }

  override processNode(node: LayoutNode, verticalAlignment?: boolean): void {
    // pdfmake loses what does not fit on the one page of an unbreakable block: a taller one must break after all.
    if (node.unbreakable) {
      const { availableWidth } = this.writer.context();
      shrinkPictures([node], availableWidth, this.#context.pageHeight);
      if (fullHeight(node, availableWidth) > this.#context.pageHeight) node.unbreakable = false;
    }
    const { dir } = node.node;
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

  /** Rows do not split, unless one is taller than a page. */
  override processTable(node: LayoutTable): void {
    const { availableWidth } = this.writer.context();
    const tallest = Math.max(...rowHeights(node, availableWidth));
    const widths = tableWidths(node, availableWidth);
    const { table } = node;
    table.widths.forEach((column, i) => {
      column.width = widths[i]!;
    });
    const missing = lackingWidth(node, availableWidth);
    if (missing > 0 && this.#cramped === 0) this.#context.onFault(crampedTable(node, missing));
    if (table.dontBreakRows && tallest > this.#context.pageHeight * ROW_LIMIT) {
      table.dontBreakRows = false;
      table.keepWithHeaderRows = 0;
    }
    if (missing > 0) this.#cramped++;
    super.processTable(node);
    if (missing > 0) this.#cramped--;
  }

  override processColumns(node: LayoutColumns): void {
    const { columns, columnGap } = node;
    const room = this.writer.context().availableWidth - columnGap * (columns.length - 1);
    const widths = askedWidths(columns, room);
    columns.forEach((column, i) => {
      column.width = widths[i]!;
    });
    super.processColumns(node);
  }

  override processLeaf(node: LayoutText): void {
    const { availableWidth } = this.writer.context();
    const lines = leafLines(node, availableWidth);
    const heights = lines.map((line) => line.getHeight());
    lines.forEach((line, i) => {
      const fault = cutWord(line, lines[i - 1], availableWidth);
      if (fault && this.#cramped === 0) this.#context.onFault(fault);
      const notes = this.#notes?.calledBy(line) ?? [];
      const { availableHeight, page } = this.writer.context();
      const room = availableHeight - (this.#notes?.heightOf(notes, page) ?? 0);
      if (this.#mayBreak() && linesBeforeBreak(heights, i, room) === 0) this.writer.moveToNextPage();
      const position = this.writer.addLine(line);
      if (position) node.positions.push(position);
      this.#notes?.reserve(notes, this.writer.context(), this.#nested());
    });
  }

  #nested(): boolean {
    return this.writer.transactionLevel > 0 || this.writer.context().snapshots.length > 0;
  }

  /** Sets the notes of each page at its foot, before headers and footers go in. */
  override addHeadersAndFooters(header: PageNode | undefined, footer: PageNode | undefined): void {
    const { left, right, bottom } = this.pageMargins;
    for (const { page, height, rule, notes } of this.#notes?.areas() ?? []) {
      this.writer.context().page = page;
      this.writer.beginUnbreakableBlock(this.pageSize.width - left - right, height + 20);
      for (const node of [this.#measured(rule), ...notes]) this.processNode(node);
      this.writer.commitUnbreakableBlock(left, this.pageSize.height - bottom - height);
    }
    this.#marginal('header', () => super.addHeadersAndFooters(header, undefined));
    this.#marginal('footer', () => super.addHeadersAndFooters(undefined, footer));
  }

  /** Marks what a step adds to the pages as a header or footer. */
  #marginal(kind: ArtifactKind, add: () => void): void {
    const { pages } = this.writer.context();
    const before = new Set(pages.flatMap(({ items }) => items));
    add();
    for (const { items } of pages) for (const item of items) if (!before.has(item)) markArtifact(item, kind);
  }

  /** A break helps only below the top of a page. */
  #mayBreak(): boolean {
    const context = this.writer.context();
    return context.y > context.pageMargins.top + 0.5;
  }

  override processVerticalContainer(node: LayoutStack | LayoutList): void {
    const box = node.kind === 'stack' ? node.node.box : undefined;
    const start = box && openBox(this.writer, box);
    node.stack.forEach((child, i) => {
      if (node.kind === 'list') this.#processItem(node, i);
      else {
        this.#keepTogether(node.stack, i, 0);
        this.processNode(child);
      }
      node.positions.push(...child.positions);
      if (!this.#nested()) this.#notes?.settle(this.writer.context());
    });
    if (box && start) closeBox(this.writer, box, start, this.pageSize);
  }

  /** Headings stay with what follows: when the group's beginning does not fit, it moves to the next page whole. */
  #keepTogether(stack: readonly LayoutNode[], index: number, indent: number): void {
    if (index > 0 && stack[index - 1]!.node.keepWithNext) return;
    if (!this.#mayBreak()) return;
    const { availableWidth, availableHeight } = this.writer.context();
    shrinkPictures(leadOf(stack, index), availableWidth - indent, this.#context.pageHeight);
    if (leadHeight(stack, index, availableWidth - indent) > availableHeight + 0.01)
      this.writer.moveToNextPage();
  }

  #processItem({ stack, markers, indent, node }: LayoutList, index: number): void {
    this.#keepTogether(stack, index, indent);
    const body = stack[index]!;
    const marker = markerLine(markers[index]!, body, indent - node.list.gap);
    if (marker) this.writer.addLine(marker, true);
    this.writer.context().addMargin(indent);
    this.processNode(body);
    this.writer.context().addMargin(-indent);
  }

  override processImage(node: LayoutPicture): void {
    const position = placePicture(this.writer, node, this.#mayBreak());
    if (position) node.positions.push(position);
  }

  override processCanvas(node: LayoutCanvas | LayoutRule): void {
    if (node.kind === 'rule') placeRule(this.writer, node.node);
    else super.processCanvas(node);
  }
}
