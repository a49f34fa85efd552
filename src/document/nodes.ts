/**
 * What composition hands to typesetting: a document as data that is never changed. Every style is resolved, every length
 * is in pt, and left means start: the page is laid out as if left-to-right and mirrored once at the end.
 */
import type { SourceSpan } from '../diagnostics/diagnostic.ts';
import type { Direction, Language } from '../language/language.ts';
import type { Drawing } from './drawing.ts';
import type { Metadata } from './metadata.ts';
import type { ParagraphStyle, TextSpan } from './style.ts';
import type { StructureElement } from './tags.ts';

/** [start, top, end, bottom] in pt. */
export type Margin = readonly [start: number, top: number, end: number, bottom: number];

export interface NodeBase {
  readonly margin?: Margin;
  /** Direction where it differs from what is around: the box is mirrored on its own. */
  readonly dir?: Direction;
  /** Share of a row, or of the column for a picture: pt, `auto`, `*` or a percentage. */
  readonly width?: number | string;
  readonly unbreakable?: boolean;
  readonly verticalAlignment?: 'top' | 'middle' | 'bottom';
  /** Never the last thing on a page. */
  readonly keepWithNext?: boolean;
  /** Where it came from, for what layout has to say about it. */
  readonly source?: SourceSpan;
}

export interface TextNode extends NodeBase {
  readonly spans: readonly TextSpan[];
  readonly paragraph: ParagraphStyle;
  /** The element of the tag tree the text belongs to; absent for artifacts. */
  readonly owner?: StructureElement;
  /** Elements for spans that have one of their own, by `TextSpan.element`, else `TextSpan.group`. */
  readonly groups?: ReadonlyMap<number, StructureElement>;
  /** Pictures in the text, by `TextSpan.element`; the span's text is one U+FFFC (object replacement character). */
  readonly pictures?: ReadonlyMap<number, InlinePictureNode>;
  readonly outline?: { readonly level: number; readonly title: string };
  /** Names of its first line, for links. */
  readonly destinations?: readonly string[];
}

export interface Box {
  readonly fill?: string;
  readonly padding: Margin;
  /** A bar along the start edge. */
  readonly bar?: { readonly color: string; readonly width: number };
  /** Runs to the edges of the paper. */
  readonly bleed?: { readonly sides: boolean; readonly top: boolean; readonly bottom: boolean };
}

/** A rectangle of the page, pt from its top and from its start edge. */
export interface Place {
  readonly start: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** How what is less high stands in it. */
  readonly align: 'top' | 'middle' | 'bottom';
}

export interface StackNode extends NodeBase {
  readonly stack: readonly Node[];
  readonly box?: Box;
  /** Stands there, whatever flows around it. */
  readonly place?: Place;
}

export interface ColumnsNode extends NodeBase {
  readonly columns: readonly Node[];
  readonly columnGap?: number;
}

/** Markers stand in a column of their own at the start; `stack` holds the bodies. */
export interface ListNode extends NodeBase {
  readonly stack: readonly Node[];
  readonly list: {
    readonly markers: readonly TextNode[];
    readonly gap: number;
    /** Width of the column of markers, pt: at least this, and as much as the widest marker needs. */
    readonly indent?: number;
  };
}

export interface TableCell extends StackNode {
  readonly colSpan?: number;
  readonly fill?: string;
}

/** Rules between the rows of a table. */
export interface TableRules {
  readonly color: string;
  /** Thickness between rows, and at the edges of the table and under its head, pt. */
  readonly width: number;
  readonly edgeWidth: number;
}

export interface TableNode extends NodeBase {
  readonly table: {
    /** One for each column: pt, `auto`, `*` or a percentage. By what stands in them where they are not given. */
    readonly widths?: readonly (number | string)[];
    /** Rows of as many cells as there are columns; behind a cell that spans columns stand empty ones. */
    readonly body: readonly (readonly TableCell[])[];
    readonly headerRows: number;
    /** Inside each cell. */
    readonly padding: Margin;
    readonly rules?: TableRules;
  };
}

interface PictureBase extends NodeBase {
  readonly alignment?: 'left' | 'center' | 'right';
  /** Names of the place, for links. */
  readonly destinations?: readonly string[];
  /** The element of the tag tree it belongs to; absent for artifacts. */
  readonly owner?: StructureElement;
}

/** Pictures are printed as wide as they say, but never wider than their column nor higher than a page. */
export interface ImageNode extends PictureBase {
  readonly image: string;
  /** Width and height in pixels: without other sizes it is printed at 150 dpi. */
  readonly pixels: readonly [width: number, height: number];
  /** Width in pt that it does not exceed by its pixels alone: in a table, where it would starve the other columns. */
  readonly naturalLimit?: number;
  readonly height?: number;
}

export interface DrawingNode extends PictureBase {
  readonly drawing: Drawing;
  /** Of the text around it, in which its own text is. */
  readonly language: Language;
  /** The Link elements of its links, in their order; absent when the drawing is an artifact. */
  readonly links?: readonly StructureElement[];
  readonly height?: number;
}

/** A picture in a paragraph: as high as the words around it, when it is among them and has no width of its own. */
export type InlinePictureNode = (ImageNode | DrawingNode) & { readonly amongWords: boolean };

export interface QrNode extends PictureBase {
  readonly qr: string;
  /** Printed side with the quiet zone, pt. */
  readonly size: number;
  readonly color: string;
  readonly background?: string;
  /** Where the author wrote the address. */
  readonly field?: SourceSpan;
}

export type PictureNode = ImageNode | DrawingNode | QrNode;

/** A straight line of a pen, pt. */
export interface StraightStroke {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly color: string;
  readonly thickness: number;
}

/** Shapes of a drawing, pt from its top at the start. */
export type Shape =
  | (StraightStroke & { readonly type: 'line' })
  | {
      readonly type: 'rect';
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
      readonly color: string;
    };

export interface CanvasNode extends NodeBase {
  readonly canvas: readonly Shape[];
}

/** A rule across the whole column, or as long as it says: pt, or a percentage of the column. */
export interface RuleNode extends NodeBase {
  readonly rule: { readonly color: string; readonly thickness: number; readonly length?: number | string };
}

/** Moves the flow: down to so many pt from the top of its page, if it is not there yet, or on to the next page. */
export interface AdvanceNode extends NodeBase {
  readonly advanceTo: number | 'next page';
}

export type Node =
  | TextNode
  | StackNode
  | ColumnsNode
  | ListNode
  | TableNode
  | PictureNode
  | CanvasNode
  | RuleNode
  | AdvanceNode;

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
  /** The line above the notes of a page, with the space around it. */
  readonly noteSeparator: RuleNode;
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

/** A composed document, which can be had for any fit of its pages: the same for the same fit, as often as asked. */
export interface Composition {
  fit(fitting: Fitting): DocumentDefinition;
}
