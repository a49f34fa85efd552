/**
 * The border between templates and composition: the markup tree that a Handlebars template yields.
 * Elements and attributes are checked against ./vocabulary.ts before they get here, so composition can
 * rely on names and value types. There is no pdfmake in it yet, and no left or right: only start and end.
 */
import type { Inline } from '../../content/edition.ts';
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { AttributeKind, ValueOf } from './element-definition.ts';
import type { ELEMENTS, ElementName } from './vocabulary.ts';

type Definitions<Name extends ElementName> = (typeof ELEMENTS)[Name]['attributes'];

/** The type of one attribute, from its row in the table. */
type ValueIn<Row> = Row extends { readonly kind: infer Kind extends AttributeKind } ? ValueOf<Kind> : never;

type RequiredIn<Rows> = {
  [Name in keyof Rows]: Rows[Name] extends { readonly required: true } ? Name : never;
}[keyof Rows];

/** The attributes of an element as composition gets them: checked, and of the types the table says. */
export type AttributesOf<Name extends ElementName> = {
  readonly [Attribute in RequiredIn<Definitions<Name>>]: ValueIn<Definitions<Name>[Attribute]>;
} & {
  readonly [Attribute in Exclude<keyof Definitions<Name>, RequiredIn<Definitions<Name>>>]?: ValueIn<
    Definitions<Name>[Attribute]
  >;
};

interface ElementOf<Name extends ElementName> {
  readonly type: 'element';
  readonly name: Name;
  readonly attributes: AttributesOf<Name>;
  readonly children: readonly MarkupNode[];
  /** Where the opening tag stands in the template or partial. */
  readonly span: SourceSpan;
}

/** An element; `MarkupElement<'table'>` has the attributes of a table. A `switch` on `name` tells which it is. */
export type MarkupElement<Name extends ElementName = ElementName> = Name extends ElementName
  ? ElementOf<Name>
  : never;

/** Characters between tags, entities decoded, white space collapsed to single spaces. */
export interface MarkupText {
  readonly type: 'text';
  readonly text: string;
  /** In the template. */
  readonly span: SourceSpan;
  /** In the content file, where the first text stands that was printed from there. */
  readonly written?: SourceSpan;
}

/** Inline Markdown put in by `{{inline …}}`; stands only inside text-like elements. */
export interface MarkupInline {
  readonly type: 'inline';
  readonly children: readonly Inline[];
  readonly span: SourceSpan;
}

/**
 * The place of the edition's body, put there by `{{{body}}}`, or of its footnotes (`{{{footnotes}}}`) in the order they
 * are called; stands only inside block containers, and once in a template.
 */
export interface MarkupBlocks {
  readonly type: 'blocks';
  readonly of: 'body' | 'footnotes';
  readonly span: SourceSpan;
}

export type MarkupNode = MarkupElement | MarkupText | MarkupInline | MarkupBlocks;

/** A whole template applied to an edition: one `document` element with headers, footers, backgrounds and content. */
export interface MarkupTree {
  readonly root: MarkupElement<'document'>;
  /** The template's path, relative to the project folder, for diagnostics. */
  readonly template: string;
}
