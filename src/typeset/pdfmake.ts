/**
 * pdfmake's internals, typed once. pdfmake 0.3 publishes no types for the classes behind its printer; everything
 * that Bayan subclasses or calls is declared here and nowhere else.
 */

import DocMeasureModule from 'pdfmake/js/DocMeasure.js';
import LayoutBuilderModule from 'pdfmake/js/LayoutBuilder.js';
import PageElementWriterModule from 'pdfmake/js/PageElementWriter.js';
import SVGMeasureModule from 'pdfmake/js/SVGMeasure.js';
import { tableLayouts as pdfmakeTableLayouts } from 'pdfmake/js/tableLayouts.js';

export interface PageMargins {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface PageSize {
  width: number;
  height: number;
  orientation: 'portrait' | 'landscape';
}

export interface Vector {
  type: 'rect' | 'line' | 'polyline' | 'ellipse' | 'path';
  x: number;
  y: number;
  w: number;
  h: number;
  r?: number;
  r1: number;
  r2: number;
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  points: { x: number; y: number }[];
  color?: string;
  lineColor?: string;
  lineWidth?: number;
}

/** Anything with a place on the page. */
export interface PageItem {
  type:
    | 'line'
    | 'vector'
    | 'image'
    | 'svg'
    | 'beginClip'
    | 'endClip'
    | 'beginVerticalAlignment'
    | 'endVerticalAlignment'
    | 'attachment';
  item: Positioned;
}

export interface Positioned {
  x: number;
  y: number;
  width?: number;
  _width?: number;
  _minWidth?: number;
  [key: string]: unknown;
}

export interface Page {
  items: PageItem[];
  pageSize: PageSize;
  pageMargins: PageMargins;
  customProperties: Record<string, unknown>;
}

export interface Context {
  pages: Page[];
  page: number;
  x: number;
  y: number;
  availableWidth: number;
  availableHeight: number;
  pageMargins: PageMargins;
  backgroundLength: number[];
  /** Open columns, table rows and detached blocks. */
  snapshots: unknown[];
  getCurrentPage(): Page | null;
  moveDown(offset: number): boolean;
  addMargin(left: number, right?: number): void;
  inSnakingColumns(): boolean;
}

export interface Position {
  pageNumber: number;
  top: number;
}

export interface Writer {
  context(): Context;
  transactionLevel: number;
  addLine(line: object, dontUpdateContextPosition?: boolean, index?: number): Position | false;
  addVector(
    vector: object,
    ignoreContextX?: boolean,
    ignoreContextY?: boolean,
    index?: number,
    forcePage?: number,
  ): Position | undefined;
  addImage(image: object, index?: number): Position | false;
  addSVG(image: object, index?: number): Position | false;
  addFragment(
    fragment: object,
    useBlockXOffset?: boolean,
    useBlockYOffset?: boolean,
    dontUpdateContextPosition?: boolean,
  ): unknown;
  moveToNextPage(orientation?: string): void;
  beginUnbreakableBlock(width?: number, height?: number): void;
  commitUnbreakableBlock(x?: number, y?: number): void;
  addListener(event: string, listener: (...args: never[]) => void): void;
  removeListener(event: string, listener: (...args: never[]) => void): void;
}

/** A node of a pdfmake document definition while it is measured and laid out. */
export interface LayoutNode {
  [key: string]: unknown;
  positions: Position[];
  _margin?: [number, number, number, number] | null;
  _minWidth: number;
  _maxWidth: number;
}

export interface DocMeasureInstance {
  measureBlock(node: LayoutNode): LayoutNode;
  measureLeaf(node: LayoutNode): LayoutNode;
  measureNode(node: LayoutNode): LayoutNode;
  measureQr(node: LayoutNode): LayoutNode;
  measureImage(node: LayoutNode): LayoutNode;
  measureOrderedList(node: LayoutNode): LayoutNode;
  measureUnorderedList(node: LayoutNode): LayoutNode;
  measureImageWithDimensions(node: LayoutNode, dimensions: { width: number; height: number }): void;
}

export interface LayoutBuilderInstance {
  pageSize: PageSize;
  pageMargins: PageMargins;
  writer: Writer;
  docMeasure: DocMeasureInstance;
  docPreprocessor: { preprocessBlock(node: object): LayoutNode };
  addHeadersAndFooters(header: unknown, footer: unknown): void;
  linearNodeList: LayoutNode[];
  layoutDocument(
    content: unknown,
    pdfDocument: unknown,
    styles: object,
    defaultStyle: object,
    background: unknown,
    header: unknown,
    footer: unknown,
    watermark: unknown,
    pageBreakBefore: unknown,
  ): Page[];
  tryLayoutDocument(...args: unknown[]): { pages: Page[]; linearNodeList: LayoutNode[] };
  registerTableLayouts(layouts: object): void;
  processNode(node: LayoutNode, verticalAlignment?: boolean): void;
  processLeaf(node: LayoutNode): void;
  processVerticalContainer(node: LayoutNode): void;
  processList(ordered: boolean, node: LayoutNode): void;
  processQr(node: LayoutNode): void;
  processImage(node: LayoutNode): void;
  processTable(node: LayoutNode): void;
  processCanvas(node: LayoutNode): void;
}

type Constructor<Parameters extends unknown[], Instance> = new (...parameters: Parameters) => Instance;

export const DocMeasure = DocMeasureModule.default as Constructor<
  [pdfDocument: unknown, styles: object, defaultStyle: object, svgMeasure: unknown, tableLayouts: object],
  DocMeasureInstance
>;
export const LayoutBuilder = LayoutBuilderModule.default as Constructor<
  [pageSize: PageSize, margins: PageMargins, svgMeasure: unknown],
  LayoutBuilderInstance
>;
export const PageElementWriter = PageElementWriterModule.default as Constructor<[context: Context], Writer>;
export const SVGMeasure = SVGMeasureModule.default as Constructor<[], object>;
export const tableLayouts = pdfmakeTableLayouts as Record<string, object>;
