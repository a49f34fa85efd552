/**
 * The border between composition and typesetting: a pdfmake document definition, typed. Every style is resolved,
 * every length is in pt, and left means start: the page is laid out as if left-to-right and mirrored once at the end.
 */
import type { Direction, Language } from '../language/language.ts';
import type { ParagraphStyle, TextSpan } from './style.ts';
import type { StructureElement } from './tags.ts';

/** [start, top, end, bottom] in pt: pdfmake's order with start for left. */
export type Margin = [number, number, number, number];

export interface NodeBase {
  margin?: Margin;
  /** Direction where it differs from what is around: the box is mirrored on its own. */
  dir?: Direction;
  /** Share of a row: pt, `auto`, `*` or a percentage. */
  width?: number | string;
  unbreakable?: boolean;
  verticalAlignment?: 'top' | 'middle' | 'bottom';
  /** Never the last thing on a page. */
  keepWithNext?: boolean;
  /** Where links to it go. */
  id?: string;
}

export interface TextNode extends NodeBase {
  /** Always empty: pdfmake sees a leaf, the text engine reads `spans`. */
  text: '';
  spans: TextSpan[];
  paragraph: ParagraphStyle;
  /** The element of the tag tree the text belongs to; absent for artifacts. */
  owner?: StructureElement;
  /** Elements for spans that have one of their own, by `TextSpan.element`, else `TextSpan.group`. */
  groups?: ReadonlyMap<number, StructureElement>;
  outline?: { level: number; title: string };
}

export interface Box {
  fill?: string;
  /** [start, top, end, bottom] pt. */
  padding: Margin;
  /** A bar along the start edge. */
  bar?: { color: string; width: number };
  /** Runs to the edges of the paper. */
  bleed?: { sides: boolean; top: boolean; bottom: boolean };
}

export interface StackNode extends NodeBase {
  stack: Node[];
  box?: Box;
}

export interface ColumnsNode extends NodeBase {
  columns: Node[];
  columnGap?: number;
}

export interface ListNode extends NodeBase {
  stack: Node[];
  /** Markers stand in a column of their own at the start; `stack` holds the bodies. */
  list: { markers: TextNode[]; gap: number; indent?: number };
}

export interface TableNode extends NodeBase {
  table: {
    widths: (number | string)[];
    body: Node[][];
    headerRows: number;
    dontBreakRows: boolean;
    keepWithHeaderRows?: number;
  };
  layout: object;
}

export interface ImageNode extends NodeBase {
  image: string;
  alignment?: 'left' | 'center' | 'right';
  fit?: [number, number];
  height?: number;
  maxWidth?: number;
  owner?: StructureElement;
}

export interface SvgNode extends NodeBase {
  svg: string;
  alignment?: 'left' | 'center' | 'right';
  height?: number;
  owner?: StructureElement;
}

export interface QrNode extends NodeBase {
  qr: string;
  /** Printed side with the quiet zone, pt. */
  size: number;
  color: string;
  background?: string;
  alignment?: 'left' | 'center' | 'right';
  owner?: StructureElement;
}

export interface CanvasNode extends NodeBase {
  canvas: object[];
  /** A rule across the whole column, drawn when its width is known. */
  rule?: { color: string; thickness: number; length?: number };
}

export type Node =
  | TextNode
  | StackNode
  | ColumnsNode
  | ListNode
  | TableNode
  | ImageNode
  | SvgNode
  | QrNode
  | CanvasNode;

export interface Metadata {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, from front matter: the only clock in the file. */
  readonly date: string;
}

export interface DocumentDefinition {
  readonly pageSize: { readonly width: number; readonly height: number };
  readonly pageMargins: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
  readonly language: Language;
  readonly dir: Direction;
  readonly content: StackNode;
  readonly header?: (page: number, pages: number) => Node | undefined;
  readonly footer?: (page: number, pages: number) => Node | undefined;
  readonly background?: (page: number) => Node | undefined;
  /** Footnotes to be set at the foot of the page they are called on, by index. */
  readonly notes: ReadonlyMap<number, Node>;
  readonly metadata: Metadata;
  /** The Document element of the tag tree, in reading order. */
  readonly structure: StructureElement;
  /** Must go on one page; type may shrink to this share of its size. */
  readonly fit?: { readonly minScale: number };
  /** Whether it prints page numbers of its own places: it is composed again when they are known. */
  readonly listsPages: boolean;
  /** Sum of the shares of `spacer grow`. */
  readonly growShares: number;
}

/** What composition may be told by typesetting, which alone knows how much fits. */
export interface Fitting {
  /** Multiplies type sizes and the spaces that go with them. */
  readonly scale: number;
  /** Height in pt that one share of `spacer grow` gets. */
  readonly growUnit: number;
  /** Page of each named place, once the document has been laid out. */
  readonly pageOf?: ReadonlyMap<string, number>;
}
