/**
 * From the frozen nodes of a document to nodes that pdfmake may write on. Paragraphs are prepared and pictures sized on
 * the way; what cannot be printed is told as a diagnostic with its place.
 */
import type { Node, RuleNode, Shape, TableCell, TableNode, TextNode } from '../document/nodes.ts';
import type { TextStyle } from '../document/style.ts';
import type { FontBook } from '../fonts/book.ts';
import type { Paragraph } from '../text/paragraph.ts';
import type { ParagraphMemory } from '../text/paragraph-cache.ts';
import { spansIn } from './inline-pictures.ts';
import type { LayoutCell, LayoutNode, LayoutRule, LayoutTable, LayoutText, Learnt } from './layout-nodes.ts';
import { layoutPicture, type PictureContext } from './layout-picture.ts';
import { measured } from './measure.ts';
import type { Vector } from './pdfmake.ts';
import { baselineOf, lineHeightIn } from './strut.ts';
import { tightness } from './table-fit.ts';
import { tableLayout } from './table-layout.ts';

export interface LayoutContext extends PictureContext {
  readonly fonts: FontBook;
  /** Prepares the text, with faces of `fonts`. */
  readonly paragraphs: ParagraphMemory;
  /** Called for each paragraph, to report characters that no font has. */
  readonly onParagraph: (paragraph: Paragraph) => void;
  /** Width between the margins of a page, pt: no column is wider. */
  readonly pageWidth: number;
  /** Share of its designed size that type is set in; 1 when absent. */
  readonly scale?: number;
}

/** Share of a page that a picture in a row of a table may fill: header rows and rules need some of it. */
const CELL_LIMIT = 0.8;

/** A node to lay out, with all that is in it. */
export function layoutNode(node: Node, context: LayoutContext): LayoutNode {
  const base = measurable(node);
  if ('spans' in node) return textNode(node, context);
  if ('list' in node) {
    const markers = node.list.markers.map((marker) => textNode(marker, context));
    const stack = layoutNodes(node.stack, context);
    return { ...base, kind: 'list', node, stack, markers, indent: node.list.indent ?? 0 };
  }
  if ('stack' in node) return { ...base, kind: 'stack', node, stack: layoutNodes(node.stack, context) };
  if ('columns' in node) {
    const { columnGap = 0 } = node;
    const columns = layoutNodes(node.columns, context).map(fillingColumn);
    return { ...base, kind: 'columns', node, columns, columnGap };
  }
  if ('table' in node) return tableNode(node, context);
  if ('canvas' in node)
    return { ...base, kind: 'canvas', node, canvas: node.canvas.map(vector), height: heightOf(node.canvas) };
  if ('rule' in node) return layoutRule(node);
  if ('advanceTo' in node) return { ...base, kind: 'advance', node, canvas: [] };
  return { ...measurable(node), ...layoutPicture(node, context) };
}

export function layoutRule(node: RuleNode): LayoutRule {
  return { ...measurable(node), kind: 'rule', node, canvas: [] };
}

function layoutNodes(nodes: readonly Node[], context: LayoutContext): LayoutNode[] {
  return nodes.map((node) => layoutNode(node, context));
}

/** What pdfmake reads of every node, and what its passes will fill in. */
function measurable({ margin, width, unbreakable, verticalAlignment }: Node): Learnt {
  return {
    ...(margin && { margin }),
    ...(width !== undefined && { width }),
    ...(unbreakable && { unbreakable }),
    ...(verticalAlignment && { verticalAlignment }),
    _minWidth: 0,
    _maxWidth: 0,
    positions: [],
  };
}

function textNode(node: TextNode, context: LayoutContext): LayoutText {
  const { paragraphs, fonts, pageWidth, pageHeight, onParagraph, scale = 1 } = context;
  const set = withLineHeight(scale === 1 ? node : scaledText(node, scale), fonts);
  const { paragraph } = set;
  // A line holds a little more than its picture.
  const maxHeight = pageHeight - paragraph.lineHeight;
  const prepare = (column: number, style = paragraph) =>
    paragraphs.prepare(spansIn(set, column, maxHeight), style);
  const prepared = prepare(pageWidth);
  onParagraph(prepared);
  return {
    ...measurable(node),
    kind: 'text',
    text: '',
    node: set,
    prepared,
    inColumn(width, options) {
      if (options) return prepare(width, { ...paragraph, ...options });
      return set.pictures && width < pageWidth ? prepare(width) : prepared;
    },
    baseline: baselineOf(paragraph, fonts),
  };
}

function withLineHeight(node: TextNode, fonts: FontBook): TextNode {
  const lineHeight = lineHeightIn(node.paragraph, fonts);
  return lineHeight === node.paragraph.lineHeight
    ? node
    : { ...node, paragraph: { ...node.paragraph, lineHeight } };
}

function scaledText(node: TextNode, scale: number): TextNode {
  const { spans, paragraph } = node;
  const resized = (style: TextStyle): TextStyle => ({ ...style, size: style.size * scale });
  return {
    ...node,
    spans: spans.map((span) => ({ ...span, style: resized(span.style) })),
    paragraph: {
      ...paragraph,
      lineHeight: paragraph.lineHeight * scale,
      style: resized(paragraph.style),
      ...(paragraph.indent !== undefined && { indent: paragraph.indent * scale }),
    },
  };
}

/** pdfmake takes the width of a node in a row for that of its column. */
function fillingColumn(column: LayoutNode): LayoutNode {
  return column.kind === 'picture' && typeof column.width === 'string'
    ? { ...column, fillsColumn: true }
    : column;
}

function tableNode(node: TableNode, context: LayoutContext): LayoutTable {
  const { scale = 1 } = context;
  const setAt = (smaller: number) => measured(tableNode(node, { ...context, scale: smaller }));
  const { widths, body, headerRows } = node.table;
  const cells = { ...context, pageHeight: context.pageHeight * CELL_LIMIT };
  const columns = widths ?? (body[0] ?? []).map(() => 'auto');
  return {
    ...measurable(node),
    kind: 'table',
    node,
    table: {
      widths: columns.map((width) => ({ width, _minWidth: 0, _maxWidth: 0 })),
      body: body.map((row) => row.map((cell) => cellNode(cell, cells))),
      headerRows,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
    },
    layout: tableLayout(node, tightness(scale)),
    scale,
    setAt,
  };
}

function cellNode(node: TableCell, context: LayoutContext): LayoutCell {
  return {
    ...measurable(node),
    kind: 'stack',
    node,
    stack: layoutNodes(node.stack, context),
    ...(node.colSpan !== undefined && { colSpan: node.colSpan }),
    ...(node.fill && { fillColor: node.fill }),
  };
}

function vector(shape: Shape): Vector {
  if (shape.type === 'rect') return { ...shape, lineWidth: 0 };
  const { color, thickness, ...line } = shape;
  return { ...line, lineColor: color, lineWidth: thickness };
}

function heightOf(shapes: readonly Shape[]): number {
  return shapes.reduce(
    (most, shape) => Math.max(most, shape.type === 'rect' ? shape.y + shape.h : Math.max(shape.y1, shape.y2)),
    0,
  );
}
