/**
 * What the table of elements is made of: the kinds of values that attributes take, what each becomes when it is read,
 * and what may stand inside an element.
 */

/**
 * What the value of an attribute looks like.
 * - `count`: a whole number from 1 to 1000
 * - `length`: a number in pt, or with a unit: `12`, `12pt`, `4mm`, `1.2cm`, `0.5in`; parsed to pt
 * - `lengths`: one to four lengths, in the order top end bottom start (like CSS, but logical); parsed to [t, e, b, s] pt
 * - `extent`: a length, or a percentage such as `40%`
 * - `width`: `auto`, `*` (a share of what is left), a length, or a percentage such as `40%`
 * - `widths`: a list of widths
 * - `color`: a colour token of brand.yaml, or `#rrggbb`
 */
export type AttributeKind =
  | 'string'
  | 'number'
  | 'share'
  | 'count'
  | 'boolean'
  | 'length'
  | 'lengths'
  | 'extent'
  | 'width'
  | 'widths'
  | 'color'
  | 'style'
  | { readonly oneOf: readonly string[] };

/** What may stand inside an element. `flow` is blocks; `inline` is text, spans and links. */
export type ContentModel = 'document' | 'flow' | 'inline' | 'items' | 'rows' | 'cells' | 'shapes' | 'empty';

export interface ElementDefinition {
  readonly summary: string;
  readonly content: ContentModel;
  readonly attributes: Readonly<
    Record<string, { readonly kind: AttributeKind; readonly summary: string; readonly required?: boolean }>
  >;
}

/** Four lengths in pt, whatever was written: [top, end, bottom, start]. */
export type Sides = readonly [top: number, end: number, bottom: number, start: number];

/** `auto`, `*`, a percentage, or pt. */
export type Width = number | string;

/** What a value of each kind is after reading. */
export type ValueOf<Kind extends AttributeKind> = Kind extends { readonly oneOf: readonly (infer Word)[] }
  ? Word
  : Kind extends 'number' | 'share' | 'count' | 'length'
    ? number
    : Kind extends 'boolean'
      ? boolean
      : Kind extends 'lengths'
        ? Sides
        : Kind extends 'extent' | 'width'
          ? Width
          : Kind extends 'widths'
            ? readonly Width[]
            : Kind extends 'style'
              ? string | readonly string[]
              : string;

/** A value of any kind. */
export type AttributeValue = ValueOf<AttributeKind>;
