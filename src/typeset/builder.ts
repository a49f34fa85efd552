/**
 * pdfmake's layout engine with Bayan's text engine inside it: lines come from prepared paragraphs, pages break by
 * typographic rules, boxes carry fills, notes stand at the foot of their page.
 */
import type { DocumentDefinition, Node } from '../document/nodes.ts';
import { type ArtifactKind, markArtifact } from './artifact.ts';
import { closeBox, openBox } from './box.ts';
import { crampedTable, cutWord, highBlock } from './faults.ts';
import { FootnoteArea } from './footnotes.ts';
import { FramedBuilder } from './framed-builder.ts';
import { fullHeight, indentOf } from './heights.ts';
import { dropEmptyPage, type EarlyBreak, endOf, type PlacedBlock, placedBlock } from './last-page.ts';
import type {
  LayoutList,
  LayoutNode,
  LayoutPicture,
  LayoutStack,
  LayoutTable,
  LayoutText,
} from './layout-nodes.ts';
import { leafLines } from './leaf-lines.ts';
import { markerLine } from './list-marker.ts';
import { measured } from './measure.ts';
import { callsOf } from './note-calls.ts';
import { isKeptWhole, leadHeight, leadOf, linesBeforeBreak } from './page-breaks.ts';
import { dropSpaceAbove, isBelowTop } from './page-edges.ts';
import type { PageLine } from './page-line.ts';
import type { Context, Layout, PageNode } from './pdfmake.ts';
import { inPlace, placeOf } from './place-block.ts';
import { placePicture, shrinkPictures } from './place-picture.ts';
import { prepareTable } from './prepare-table.ts';
import { type LayoutContext, layoutNode, layoutRule } from './to-layout.ts';
import type { Companions } from './writer.ts';
import { yieldPictures } from './yield-pictures.ts';

export class TextLayoutBuilder extends FramedBuilder {
  readonly #context: LayoutContext;
  readonly #document: DocumentDefinition;
  readonly #breakBefore: EarlyBreak | undefined;
  /** The paragraph in which a page ends earlier than it must. */
  #brokenEarly: LayoutNode | undefined;
  #notes: FootnoteArea | undefined;
  /** Blocks of the flow, outside tables, columns and what must not be parted, as they came to stand. */
  readonly blocks: PlacedBlock[] = [];
  /** Height in pt left on the last page after the content. */
  remainingHeight = 0;
  /** Open tables that are too wide: of them it is said once, and not of each word. */
  #cramped = 0;

  /** @param breakBefore - the block or line (see `blocks`) that begins a page */
  constructor(document: DocumentDefinition, context: LayoutContext, breakBefore: EarlyBreak | undefined) {
    super(document);
    this.#document = document;
    this.#context = context;
    this.#breakBefore = breakBefore;
  }

  override tryLayoutDocument(...parameters: unknown[]): Layout {
    const { notes, noteSeparator } = this.#document;
    if (notes.size > 0) {
      const { left, right } = this.pageMargins;
      const measured = [...notes].map(([index, node]) => [index, this.#measured(node)] as const);
      const room = { width: this.pageSize.width - left - right, pageHeight: this.#context.pageHeight };
      this.#notes = new FootnoteArea(new Map(measured), layoutRule(noteSeparator), room);
    }
    return super.tryLayoutDocument(...parameters);
  }

  #measured(node: Node): LayoutNode {
    return measured(layoutNode(node, this.#context));
  }

  override processNode(node: LayoutNode, verticalAlignment?: boolean): void {
    const place = placeOf(node);
    if (place) {
      const excess = inPlace(this.writer, node, place, () => super.processNode(node, verticalAlignment));
      if (excess > 0) this.#context.onFault(highBlock(node, excess));
      return;
    }
    // pdfmake loses what does not fit on the one page of an unbreakable block: a taller one must break after all.
    if (node.unbreakable) {
      const { availableWidth } = this.writer.context();
      shrinkPictures([node], availableWidth, this.#context.pageHeight);
      if (fullHeight(node, availableWidth) > this.#context.pageHeight) node.unbreakable = false;
    }
    if (this.writer.context().page > 0 && !this.#nested() && !this.#mayBreak()) dropSpaceAbove(node);
    super.processNode(node, verticalAlignment);
  }

  override processTable(node: LayoutTable): void {
    const missing = prepareTable(node, this.writer.context().availableWidth, this.#context.pageHeight);
    if (missing > 0 && this.#cramped === 0) this.#context.onFault(crampedTable(node, missing));
    if (missing > 0) this.#cramped++;
    super.processTable(node);
    if (missing > 0) this.#cramped--;
  }

  override processLeaf(node: LayoutText): void {
    const { availableWidth } = this.writer.context();
    const lines = leafLines(node, availableWidth);
    const heights = lines.map((line) => line.getHeight());
    const needs = lines.map(({ line }) => this.#notes?.heightOf(this.#notes.newOf(callsOf(line))) ?? 0);
    lines.forEach((line, i) => {
      const fault = cutWord(line, lines[i - 1], availableWidth);
      if (fault && this.#cramped === 0) this.#context.onFault(fault);
      const { availableHeight, page } = this.writer.context();
      const below = { heights: needs, rule: this.#notes?.separatorOn(page) ?? 0 };
      const isEarly = node === this.#brokenEarly && i === this.#breakBefore?.line;
      if (this.#mayBreak() && (isEarly || linesBeforeBreak(heights, i, availableHeight, below) === 0))
        this.writer.moveToNextPage();
      const position = this.writer.addLine(line);
      if (position) node.positions.push(position);
      // Those of a block that must not be parted are asked for when it is placed.
      if (this.writer.transactionLevel > 0) return;
      const called = this.#notes?.newOf(callsOf(line.line)) ?? [];
      this.#notes?.reserve(called, this.writer.context(), this.#nested());
    });
  }

  override companionsOf(lines: readonly PageLine[]): Companions | undefined {
    const area = this.#notes;
    const notes = area?.newOf(lines.flatMap(({ line }) => callsOf(line))) ?? [];
    if (!area || notes.length === 0) return undefined;
    const height = area.heightOf(notes) + area.separatorOn(this.writer.context().page);
    return { height, keep: () => area.reserve(notes, this.writer.context(), this.#nested()) };
  }

  override processRow(row: object): object {
    const result = super.processRow(row);
    if (!this.#nested()) this.#notes?.settle(this.writer.context());
    return result;
  }

  #nested(): boolean {
    return this.writer.transactionLevel > 0 || this.writer.context().snapshots.length > 0;
  }

  override enterPage(context: Context): void {
    this.#notes?.enter(context);
  }

  /** Sets the notes of each page at its foot, before headers and footers go in. */
  override addHeadersAndFooters(header: PageNode | undefined, footer: PageNode | undefined): void {
    dropEmptyPage(this.writer.context(), (page) => this.#notes?.has(page) ?? false);
    this.remainingHeight = this.writer.context().availableHeight;
    this.#notes?.finish(this.writer);
    this.#notes?.place(
      this.writer,
      this.pageSize.height - this.pageMargins.bottom,
      this.pageMargins.left,
      (node) => this.processNode(node),
    );
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
    return isBelowTop(this.writer.context());
  }

  override processVerticalContainer(node: LayoutStack | LayoutList): void {
    const box = node.kind === 'stack' ? node.node.box : undefined;
    const { availableWidth: width } = this.writer.context();
    const isWhole = isKeptWhole(node, { width, pageHeight: this.#context.pageHeight });
    const start = box && openBox(this.writer, box);
    node.stack.forEach((child, i) => {
      this.#keepTogether(node.stack, i, indentOf(node));
      const block = isWhole || this.#nested() || placeOf(child) ? undefined : this.#openBlock(node, i);
      if (node.kind === 'list') this.#processItem(node, i);
      else this.processNode(child);
      node.positions.push(...child.positions);
      if (!this.#nested()) this.#notes?.settle(this.writer.context());
      if (block) Object.assign(block, endOf(block, this.writer.context()));
    });
    if (box && start)
      closeBox(this.writer, box, start, this.pageSize, (page) => this.#notes?.heightOn(page) ?? 0);
  }

  /** Notes where a block of the flow begins, on a new page when it should. */
  #openBlock(parent: LayoutStack | LayoutList, index: number): PlacedBlock {
    if (this.blocks.length === this.#breakBefore?.block) {
      if (this.#breakBefore.line > 0) this.#brokenEarly = parent.stack[index];
      else if (this.#mayBreak()) this.writer.moveToNextPage();
    }
    const context = this.writer.context();
    const room = { width: context.availableWidth, pageHeight: this.#context.pageHeight };
    const block = placedBlock(parent, index, context, isKeptWhole(parent.stack[index]!, room));
    this.blocks.push(block);
    return block;
  }

  /** Headings stay with what follows: when the group's beginning does not fit, it moves to the next page whole. */
  #keepTogether(stack: readonly LayoutNode[], index: number, indent: number): void {
    if (index > 0 && stack[index - 1]!.node.keepWithNext) return;
    if (!this.#mayBreak()) return;
    const { availableWidth, availableHeight, page } = this.writer.context();
    const width = availableWidth - indent;
    const lead = leadOf(stack, index);
    shrinkPictures(lead, width, this.#context.pageHeight);
    const notes = (called: readonly number[]) => this.#notes?.needOf(called, page) ?? 0;
    const room = { width, pageHeight: this.#context.pageHeight, notes };
    const excess = () => leadHeight(stack, index, room) - availableHeight;
    // Inside a table the height that is left is not known.
    const fits = () => !(excess() > 0.01);
    if (!fits() && !yieldPictures(lead, width, excess(), fits)) this.writer.moveToNextPage();
  }

  #processItem({ stack, markers, indent, node }: LayoutList, index: number): void {
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
}
