/**
 * pdfmake's layout engine with frames: a box of another direction is mirrored on its own, columns are as wide as they were
 * measured to be, and rules as their columns.
 */
import type { DocumentDefinition } from '../document/nodes.ts';
import type { Direction } from '../language/language.ts';
import { columnWidths } from './heights.ts';
import type { LayoutAdvance, LayoutCanvas, LayoutColumns, LayoutNode, LayoutRule } from './layout-nodes.ts';
import { TextMeasure } from './measure.ts';
import type { PageLine } from './page-line.ts';
import { type Context, type Layout, LayoutBuilder, type Writer } from './pdfmake.ts';
import { advance } from './place-block.ts';
import { placeRule } from './place-rule.ts';
import { type Companions, FramedWriter } from './writer.ts';

export class FramedBuilder extends LayoutBuilder {
  #writer!: FramedWriter;
  #dir: Direction;

  constructor({ pageSize, pageMargins, dir }: DocumentDefinition) {
    const { width, height } = pageSize;
    const orientation = width > height ? 'landscape' : 'portrait';
    super({ width, height, orientation }, pageMargins, {});
    // pdfmake assigns `writer` in the middle of laying out; taking the assignment over puts ours in its place.
    Object.defineProperty(this, 'writer', {
      get: () => this.#writer,
      set: (writer: Writer) => {
        this.#writer = new FramedWriter(writer.context());
        this.#writer.onNextPage = (context) => this.enterPage(context);
        this.#writer.companionsOf = (lines) => this.companionsOf(lines);
      },
    });
    this.#dir = dir;
  }

  /** Called when the text goes on to a page. */
  enterPage(_context: Context): void {}

  /** Called when a block that must not be parted is to be placed: what goes with its lines. */
  companionsOf(_lines: readonly PageLine[]): Companions | undefined {
    return undefined;
  }

  override tryLayoutDocument(...parameters: unknown[]): Layout {
    this.docMeasure = new TextMeasure({}, {}, {}, {}, {});
    return super.tryLayoutDocument(...parameters);
  }

  override processNode(node: LayoutNode, verticalAlignment?: boolean): void {
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

  override processColumns(node: LayoutColumns): void {
    const widths = columnWidths(node, this.writer.context().availableWidth);
    node.columns.forEach((column, i) => {
      column.width = widths[i]!;
    });
    super.processColumns(node);
  }

  override processCanvas(node: LayoutCanvas | LayoutRule | LayoutAdvance): void {
    if (node.kind === 'rule') placeRule(this.writer, node.node);
    else if (node.kind === 'advance') advance(this.writer, node.node);
    else super.processCanvas(node);
  }
}
