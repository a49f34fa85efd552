/**
 * Nodes as pdfmake lays them out. Its passes write what they learn on the nodes they are given, so they are given these:
 * one for each frozen node of the document, which it points back to, with the properties by which pdfmake knows the kinds.
 */
import type {
  AdvanceNode,
  CanvasNode,
  ColumnsNode,
  ListNode,
  Margin,
  Node,
  PictureNode,
  RuleNode,
  StackNode,
  TableCell,
  TableNode,
  TextNode,
} from '../document/nodes.ts';
import type { Paragraph } from '../text/paragraph.ts';
import type { ArtifactKind } from './artifact.ts';
import type { Position, Vector } from './pdfmake.ts';
import type { QrCode } from './qr-code.ts';
import type { TableLayout } from './table-layout.ts';

/** What pdfmake reads of every node, and what measuring and placing it taught. */
export interface Learnt {
  readonly margin?: Margin;
  width?: number | string;
  unbreakable?: boolean;
  readonly verticalAlignment?: 'top' | 'middle' | 'bottom';
  _margin?: Margin | null;
  _minWidth: number;
  _maxWidth: number;
  /** Where its lines and pictures came to stand. */
  positions: Position[];
}

/** A node as it is laid out, and the frozen node that it stands for. */
export type Measured<N extends Node, Kind> = Kind & Learnt & { readonly node: N };

export type LayoutText = Measured<
  TextNode,
  {
    readonly kind: 'text';
    readonly text: '';
    /** As it is in the widest column there is. */
    readonly prepared: Paragraph;
    /**
     * As it is in a column `width` pt wide, where pictures in it may be smaller; hyphenated whatever its style, when asked,
     * for columns narrower than the widest of its words.
     */
    readonly inColumn: (width: number, options?: { readonly hyphenate: true }) => Paragraph;
    /** Distance of the baseline from the top of a line, pt. */
    readonly baseline: number;
  }
>;

export type LayoutStack = Measured<StackNode, { readonly kind: 'stack'; readonly stack: LayoutNode[] }>;

export type LayoutList = Measured<
  ListNode,
  {
    readonly kind: 'list';
    readonly stack: LayoutNode[];
    readonly markers: readonly LayoutText[];
    indent: number;
  }
>;

export type LayoutColumns = Measured<
  ColumnsNode,
  { readonly kind: 'columns'; readonly columns: LayoutNode[]; readonly columnGap: number }
>;

/** A column of a table: pdfmake replaces the width that was asked for by this. */
export interface TableColumn {
  width: number | string;
  _minWidth: number;
  _maxWidth: number;
}

export type LayoutCell = Measured<
  TableCell,
  {
    readonly kind: 'stack';
    readonly stack: LayoutNode[];
    readonly colSpan?: number;
    readonly fillColor?: string;
  }
>;

/** What pdfmake puts behind a cell that spans columns. */
export interface SpannedCell {
  readonly _span: true;
}

export interface LayoutRows {
  readonly widths: TableColumn[];
  readonly body: (LayoutCell | SpannedCell)[][];
  readonly headerRows: number;
  dontBreakRows: boolean;
  keepWithHeaderRows: number;
}

export type LayoutTable = Measured<
  TableNode,
  {
    readonly kind: 'table';
    readonly table: LayoutRows;
    readonly layout: TableLayout;
    /** Share of its designed size that the type is set in. */
    readonly scale: number;
    /** The same table with smaller type, measured. */
    readonly setAt: (scale: number) => LayoutTable;
  }
>;

/** Bitmaps, drawings and QR codes: to pdfmake all are images, so that mirroring moves each whole. */
export type LayoutPicture = Measured<
  PictureNode,
  {
    readonly kind: 'picture';
    readonly image: 'picture';
    /** Size without regard to its column, pt. */
    readonly natural: { readonly width: number; readonly height: number };
    /** Height that it may have at most, pt. */
    maxHeight: number;
    /** Share of its size at which it is printed. */
    readonly share: number;
    /** Its percentage of a row was taken by its column, which it fills. */
    readonly fillsColumn?: boolean;
    /** The modules of a QR code. */
    readonly code?: QrCode;
    readonly _alignment?: 'left' | 'center' | 'right';
    _width: number;
    _height: number;
    x: number;
    y: number;
    artifact?: ArtifactKind;
  }
>;

export type LayoutCanvas = Measured<
  CanvasNode,
  { readonly kind: 'canvas'; readonly canvas: Vector[]; readonly height: number }
>;

/** An empty canvas to pdfmake: the rule is drawn when its column is known. */
export type LayoutRule = Measured<RuleNode, { readonly kind: 'rule'; readonly canvas: Vector[] }>;

/** An empty canvas to pdfmake: nothing is painted, the flow is moved. */
export type LayoutAdvance = Measured<AdvanceNode, { readonly kind: 'advance'; readonly canvas: Vector[] }>;

export type LayoutNode =
  | LayoutText
  | LayoutStack
  | LayoutList
  | LayoutColumns
  | LayoutTable
  | LayoutCell
  | LayoutPicture
  | LayoutCanvas
  | LayoutRule
  | LayoutAdvance;
