/**
 * The border between content and the stages after it: an edition is one content file in one language,
 * its validated front matter and its Markdown as a tree of blocks that know where they came from.
 */
import type { SourceSpan } from '../diagnostics/diagnostic.ts';
import type { FrontMatter } from './fields/common-fields.ts';
import type { FieldValues } from './fields/field.ts';

export interface Edition {
  readonly slug: string;
  /** Canonical BCP 47 tag, for example `fa-AF`. */
  readonly lang: string;
  /** Path of the content file, relative to the project folder. */
  readonly file: string;
  readonly frontMatter: FrontMatter;
  /** Values of the fields that the templates of its kinds declare. */
  readonly declared: FieldValues;
  /** Inline trees of the front matter's Markdown strings, keyed by path: `demands.0`, `summary`, `references.2.text`. */
  readonly inline: ReadonlyMap<string, readonly Inline[]>;
  /** Where in the project the pictures of the front matter are, keyed by path: `images.pump`, `speakers.0.photo`. */
  readonly pictures: ReadonlyMap<string, string>;
  /** Where fields stand that the author wrote, keyed by path. */
  readonly places: ReadonlyMap<string, SourceSpan>;
  readonly body: readonly Block[];
  /** Footnotes in the order they are first called, which is their number less one. */
  readonly footnotes: readonly Footnote[];
  /** The file as read, for diagnostics and for attaching to the PDF. */
  readonly source: string;
  /** What the PDF says of itself, where title and summary name somebody whom only the pages may name. */
  readonly discreet?: { readonly title: string; readonly summary: string };
}

/** In a letter: what a sentence or block is printed for. */
export interface Condition {
  /** `to.office`: what the recipient must have, or not have. */
  readonly field: string;
  readonly filled: boolean;
  /** What follows is for the others: `{{else}}` stands between the two. */
  readonly alternative?: boolean;
}

export type Direction = 'ltr' | 'rtl';

/** What an author may set on a span or block with `{#id .class lang=ur dir=ltr}`. */
export interface Attributes {
  readonly id?: string;
  readonly lang?: string;
  readonly dir?: Direction;
  readonly style?: string;
  /** Of the columns of a table: pt, `auto`, `*` or a percentage. */
  readonly widths?: readonly (number | string)[];
}

export type Inline =
  | { readonly type: 'text'; readonly text: string; readonly span: SourceSpan }
  | {
      readonly type: 'emphasis' | 'strong' | 'deleted';
      readonly children: readonly Inline[];
      readonly span: SourceSpan;
    }
  | { readonly type: 'code'; readonly text: string; readonly span: SourceSpan }
  | {
      readonly type: 'link';
      readonly url: string;
      readonly title?: string;
      readonly children: readonly Inline[];
      readonly span: SourceSpan;
    }
  | { readonly type: 'image'; readonly image: ContentImage; readonly span: SourceSpan }
  | { readonly type: 'break'; readonly span: SourceSpan }
  | { readonly type: 'footnote-reference'; readonly index: number; readonly span: SourceSpan }
  | {
      readonly type: 'span';
      readonly attributes: Attributes;
      readonly children: readonly Inline[];
      readonly span: SourceSpan;
      /** A value from outside the text, isolated by itself in the direction of its first letter (UAX #9, FSI). */
      readonly isolated?: boolean;
      readonly when?: Condition;
    }
  /** In a letter: `{{to.office}}`, which is filled for each recipient before the letter is composed. */
  | { readonly type: 'merge-field'; readonly name: string; readonly span: SourceSpan };

export interface ContentImage {
  /** Path relative to the project folder, already checked to stay inside it. */
  readonly path: string;
  /** Printed width as the author gave it: pt, or a percentage of the column. */
  readonly width?: number | string;
  /** What is printed below it where it stands alone: its title, or the caption of its entry in the front matter. */
  readonly caption: readonly Inline[];
  /** Alternative text; empty only when the image is declared decorative. */
  readonly alt: string;
  readonly title?: string;
  readonly decorative?: boolean;
  readonly attributes: Attributes;
}

/** A picture that stands for itself, and not in a line of text. */
export interface FigurePicture {
  readonly image: ContentImage;
  /** Where it leads, when it is a link. */
  readonly link?: { readonly url: string; readonly title?: string };
  readonly span: SourceSpan;
}

export type PictureRow = readonly FigurePicture[];

export type Alignment = 'start' | 'center' | 'end';

export interface ListItem {
  readonly children: readonly Block[];
  readonly span: SourceSpan;
}

export type Block = AnyBlock & {
  /** In a letter: all that must hold for it to be printed. */
  readonly when?: readonly Condition[];
};

type AnyBlock =
  | {
      readonly type: 'heading';
      readonly level: 1 | 2 | 3 | 4 | 5 | 6;
      readonly children: readonly Inline[];
      readonly attributes: Attributes;
      readonly span: SourceSpan;
    }
  | {
      readonly type: 'paragraph';
      readonly children: readonly Inline[];
      readonly attributes: Attributes;
      readonly span: SourceSpan;
    }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly tight: boolean;
      readonly items: readonly ListItem[];
      readonly attributes: Attributes;
      readonly span: SourceSpan;
    }
  | {
      readonly type: 'definition-list';
      readonly items: readonly DefinitionItem[];
      readonly attributes: Attributes;
      readonly span: SourceSpan;
    }
  | {
      readonly type: 'quote';
      readonly children: readonly Block[];
      readonly attributes: Attributes;
      readonly span: SourceSpan;
    }
  | {
      readonly type: 'code';
      readonly text: string;
      readonly info: string;
      readonly attributes: Attributes;
      readonly span: SourceSpan;
    }
  | {
      readonly type: 'table';
      readonly align: readonly (Alignment | undefined)[];
      readonly header: readonly TableCell[];
      readonly rows: readonly (readonly TableCell[])[];
      readonly attributes: Attributes;
      readonly span: SourceSpan;
    }
  | {
      readonly type: 'figure';
      /** Pictures side by side, row under row. */
      readonly rows: readonly PictureRow[];
      readonly attributes: Attributes;
      readonly span: SourceSpan;
    }
  | { readonly type: 'rule'; readonly span: SourceSpan };

export interface DefinitionItem {
  readonly term: readonly Inline[];
  readonly definitions: readonly (readonly Block[])[];
  readonly span: SourceSpan;
}

export interface TableCell {
  readonly children: readonly Inline[];
  readonly span: SourceSpan;
}

export interface Footnote {
  readonly label: string;
  readonly children: readonly Block[];
  readonly span: SourceSpan;
}
