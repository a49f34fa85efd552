/**
 * What typesetting hands to painting: pages of items at their final places, in the order of painting. Lengths are in pt
 * from the top left of the page, with y downwards.
 */
import type { SourceSpan } from '../diagnostics/diagnostic.ts';
import type { Drawing } from '../document/drawing.ts';
import type { StraightStroke } from '../document/nodes.ts';
import type { TextSpan } from '../document/style.ts';
import type { StructureElement } from '../document/tags.ts';
import type { Language } from '../language/language.ts';
import type { TextLine } from '../text/break/line.ts';
import type { ArtifactKind } from './artifact.ts';
import type { QrCode } from './qr-code.ts';

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly items: readonly PageItem[];
}

interface Tagged {
  /** The element of the tag tree that it belongs to, or why it belongs to none. */
  readonly tag: StructureElement | ArtifactKind;
  /** Where it came from. */
  readonly source?: SourceSpan;
}

interface Placed extends Tagged {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A place that links may lead to. */
interface Named {
  readonly destinations?: readonly string[];
}

export interface LineItem extends Tagged, Named {
  readonly type: 'line';
  readonly x: number;
  /** Top of the line. */
  readonly y: number;
  readonly baseline: number;
  readonly line: TextLine;
  /** Of its paragraph, with their places: those of a paragraph that is remembered may be from another text. */
  readonly spans: readonly TextSpan[];
  /** Elements for spans that have one of their own, by `TextSpan.element`, else `TextSpan.group`. */
  readonly groups?: ReadonlyMap<number, StructureElement>;
  /** Pictures among its words, at their places, by the index of their span. */
  readonly pictures?: ReadonlyMap<number, PictureItem>;
  /** The bookmark that leads here. */
  readonly outline?: { readonly level: number; readonly title: string };
}

export interface RectangleItem extends Placed {
  readonly type: 'rectangle';
  readonly color: string;
}

export interface StrokeItem extends Tagged, StraightStroke {
  readonly type: 'stroke';
}

export interface ImageItem extends Placed, Named {
  readonly type: 'image';
  /** The name that composition gave to the bitmap. */
  readonly image: string;
}

export interface DrawingItem extends Placed, Named {
  readonly type: 'drawing';
  readonly drawing: Drawing;
  /** That its text is in, where it does not say. */
  readonly language: Language;
  /** The elements of its links, in their order. */
  readonly links?: readonly StructureElement[];
}

export interface QrItem extends Placed, Named {
  readonly type: 'qr';
  readonly code: QrCode;
  readonly color: string;
  readonly background?: string;
}

export type PictureItem = ImageItem | DrawingItem | QrItem;
export type PageItem = LineItem | RectangleItem | StrokeItem | PictureItem;

/** The pictures on pages, those among the words of a line too. */
export function* picturesOn(pages: readonly Page[]): Generator<PictureItem> {
  for (const { items } of pages)
    for (const item of items)
      if (item.type === 'line') yield* item.pictures?.values() ?? [];
      else if (item.type !== 'rectangle' && item.type !== 'stroke') yield item;
}
