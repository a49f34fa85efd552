/**
 * The border between templates and composition: the layout tree that a Handlebars template yields.
 * Elements and attributes are checked against ./elements.ts before they get here, so composition can
 * rely on names and value types. There is no pdfmake in it yet, and no left or right: only start and end.
 */
import type { Block, Inline } from '../../content/edition.ts';
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { ElementName } from './vocabulary.ts';

export type AttributeValue = string | number | boolean | readonly number[] | readonly string[];

export interface LayoutElement {
  readonly type: 'element';
  readonly name: ElementName;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly children: readonly LayoutNode[];
  /** Where the opening tag stands in the template or partial. */
  readonly span: SourceSpan;
}

/** Characters between tags, entities decoded, white space collapsed to single spaces. */
export interface LayoutText {
  readonly type: 'text';
  readonly text: string;
  readonly span: SourceSpan;
}

/** Inline Markdown put in by `{{inline …}}`; stands only inside text-like elements. */
export interface LayoutInline {
  readonly type: 'inline';
  readonly children: readonly Inline[];
  readonly span: SourceSpan;
}

/** Block Markdown put in by `{{{body}}}` (or `{{{footnotes}}}`); stands only inside block containers. */
export interface LayoutBlocks {
  readonly type: 'blocks';
  /** Which blocks: the edition's body, or its footnotes as one numbered list in the order they are called. */
  readonly of: 'body' | 'footnotes';
  readonly children: readonly Block[];
  readonly span: SourceSpan;
}

export type LayoutNode = LayoutElement | LayoutText | LayoutInline | LayoutBlocks;

/** A whole template applied to an edition: one `document` element with `page`, `header`, `footer`, content. */
export interface Layout {
  readonly root: LayoutElement;
  /** The template's path, relative to the project folder, for diagnostics. */
  readonly template: string;
}
