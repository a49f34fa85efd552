/**
 * How a run of text looks and what a paragraph is made of: the border between composition and the text engine.
 */
import type { SourceSpan } from '../diagnostics/diagnostic.ts';
import type { Direction, Language } from '../language/language.ts';

export type FontRole = 'serif' | 'sans' | 'display' | 'mono';

export interface TextStyle {
  readonly role: FontRole;
  readonly weight: 400 | 700;
  readonly italic: boolean;
  /** Type size in pt, before a face's own scale. */
  readonly size: number;
  /** `#rrggbb`. */
  readonly color: string;
  readonly underline?: boolean;
  readonly strike?: boolean;
  /** Superscript: a smaller size above the baseline. */
  readonly superscript?: boolean;
  /** Letterspacing in 1/1000 em; never applied to joined scripts. */
  readonly tracking?: number;
  readonly features?: readonly { readonly tag: string; readonly value: number }[];
}

/** Something in a line that is no text, such as a picture, pt. */
export interface InlineObject {
  readonly width: number;
  readonly height: number;
  /** How much of the height is below the baseline. */
  readonly depth: number;
}

/** A run of a paragraph in logical order; the smallest thing that has a style, a link and an owner in the tag tree. */
export interface TextSpan {
  readonly text: string;
  readonly style: TextStyle;
  /** Language, where it differs from the paragraph's. */
  readonly language?: Language;
  /** `#id`, or an http, https, mailto or tel address. */
  readonly link?: string;
  /** Spans with the same key belong to one link, code span or foreign phrase: isolated as one and tagged as one. */
  readonly group?: number;
  /** Key of the span's element in the tag tree where that is not the group's own: code inside a link. */
  readonly element?: number;
  /** How the span is isolated from the text around it (UAX #9): by its first strong character, or as told. */
  readonly isolate?: 'auto' | Direction;
  /** What stands in the line for this span, whose text is one U+FFFC (object replacement character). */
  readonly object?: InlineObject;
  /** Names of the place, for links; the first place of a name is where they lead. */
  readonly destinations?: readonly string[];
  /** Index of the footnote that this span calls. */
  readonly note?: number;
  /** Where the text came from, for a character no font has. */
  readonly source?: SourceSpan;
  /** Where an author wrote it, when a template has put it there, which is then where it came from. */
  readonly written?: SourceSpan;
}

export type TextAlign = 'start' | 'center' | 'end' | 'justify';

export interface ParagraphStyle {
  readonly align: TextAlign;
  readonly language: Language;
  readonly dir: Direction;
  /** Distance from baseline to baseline, pt. */
  readonly lineHeight: number;
  /** The style of the paragraph as a whole, which sets the place of the baseline. */
  readonly style: TextStyle;
  /** First-line indent in pt. */
  readonly indent?: number;
  readonly hyphenate?: boolean;
  /** Lines of even length, for headlines. */
  readonly balance?: boolean;
}
