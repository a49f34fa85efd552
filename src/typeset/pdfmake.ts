/**
 * pdfmake's internals, typed once. pdfmake 0.3 publishes no types for the classes behind its printer; everything
 * that Bayan subclasses or calls is declared here and nowhere else.
 */

import DocMeasureModule from 'pdfmake/js/DocMeasure.js';
import LayoutBuilderModule from 'pdfmake/js/LayoutBuilder.js';
import PageElementWriterModule from 'pdfmake/js/PageElementWriter.js';
import type { ArtifactKind } from './artifact.ts';
import type {
  LayoutAdvance,
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
import type { PageLine } from './page-line.ts';

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

/** Shapes that tables, boxes, rules and drawings are made of. */
export type Vector = (
  | { type: 'rect'; x: number; y: number; w: number; h: number; color: string }
  | { type: 'line'; x1: number; y1: number; x2: number; y2: number; lineColor: string }
) & { lineWidth: number; artifact?: ArtifactKind };

/** Around what stands in the middle or at the foot of its row; the row knows how high it is when it is done. */
export interface VerticalAlignment {
  readonly verticalAlignment: 'top' | 'middle' | 'bottom';
  /** Parted by a page break: stays where it is. */
  readonly isCellContentMultiPage?: boolean;
  getNodeHeight(): number;
  getViewHeight(): number;
}

/** Anything on a page, in the order of painting. */
export type PlacedItem =
  | { readonly type: 'line'; readonly item: PageLine }
  | { readonly type: 'vector'; readonly item: Vector }
  | { readonly type: 'image'; readonly item: LayoutPicture }
  | { readonly type: 'beginVerticalAlignment'; readonly item: VerticalAlignment }
  | { readonly type: 'endVerticalAlignment'; readonly item: VerticalAlignment };

export interface PlacedPage {
  readonly items: PlacedItem[];
  readonly pageSize: PageSize;
}

export interface Context {
  pages: PlacedPage[];
  page: number;
  x: number;
  y: number;
  availableWidth: number;
  availableHeight: number;
  pageMargins: PageMargins;
  backgroundLength: number[];
  /** Open columns, table rows and detached blocks. */
  snapshots: unknown[];
  /** Opens a block that leaves the place where it was opened as it was. */
  beginDetachedBlock(): void;
  endDetachedBlock(): void;
  getCurrentPage(): PlacedPage | null;
  moveDown(offset: number): boolean;
  addMargin(left: number, right?: number): void;
}

export interface Position {
  pageNumber: number;
  top: number;
}

/** Items that are placed as one: a block or row that must not be parted, the header rows of a table on each page. */
export interface Fragment {
  readonly items: readonly PlacedItem[];
  /** pt. */
  readonly height: number;
}

export interface Writer {
  context(): Context;
  transactionLevel: number;
  repeatables: Fragment[];
  addLine(line: PageLine, dontUpdateContextPosition?: boolean, index?: number): Position | false;
  addVector(
    vector: Vector,
    ignoreContextX?: boolean,
    ignoreContextY?: boolean,
    index?: number,
    forcePage?: number,
  ): Position | undefined;
  addImage(image: LayoutPicture, index?: number): Position | false;
  addFragment(
    fragment: Fragment,
    useBlockXOffset?: boolean,
    useBlockYOffset?: boolean,
    dontUpdateContextPosition?: boolean,
  ): unknown;
  moveToNextPage(orientation?: string): void;
  beginUnbreakableBlock(width?: number, height?: number): void;
  commitUnbreakableBlock(x?: number, y?: number): void;
}

export interface DocMeasureInstance {
  measureBlock(node: LayoutNode): LayoutNode;
  measureNode(node: LayoutNode): LayoutNode;
  measureLeaf(node: LayoutText): LayoutText;
  measureImage(node: LayoutPicture): LayoutPicture;
  measureColumns(node: LayoutColumns): LayoutColumns;
  measureTable(node: LayoutTable): LayoutTable;
}

/** A header, footer or background of a page (from 1). */
export type PageNode = (page: number, pages: number) => LayoutNode | undefined;

export interface Layout {
  pages: PlacedPage[];
  linearNodeList: LayoutNode[];
}

export interface LayoutBuilderInstance {
  pageSize: PageSize;
  pageMargins: PageMargins;
  writer: Writer;
  docMeasure: DocMeasureInstance;
  addHeadersAndFooters(header: PageNode | undefined, footer: PageNode | undefined): void;
  layoutDocument(
    content: LayoutNode,
    pdfDocument: object,
    styles: object,
    defaultStyle: object,
    background: PageNode | undefined,
    header: PageNode | undefined,
    footer: PageNode | undefined,
  ): PlacedPage[];
  tryLayoutDocument(...parameters: unknown[]): Layout;
  processNode(node: LayoutNode, verticalAlignment?: boolean): void;
  processLeaf(node: LayoutText): void;
  processVerticalContainer(node: LayoutStack | LayoutList): void;
  processImage(node: LayoutPicture): void;
  processTable(node: LayoutTable): void;
  processColumns(node: LayoutColumns): void;
  processRow(row: object): object;
  processCanvas(node: LayoutCanvas | LayoutRule | LayoutAdvance): void;
}

type Constructor<Parameters extends unknown[], Instance> = new (...parameters: Parameters) => Instance;

export const DocMeasure = DocMeasureModule.default as Constructor<
  [pdfDocument: object, styles: object, defaultStyle: object, svgMeasure: object, tableLayouts: object],
  DocMeasureInstance
>;
export const LayoutBuilder = LayoutBuilderModule.default as Constructor<
  [pageSize: PageSize, margins: PageMargins, svgMeasure: object],
  LayoutBuilderInstance
>;
export const PageElementWriter = PageElementWriterModule.default as Constructor<[context: Context], Writer>;
