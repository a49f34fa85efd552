/**
 * The shape of the values a template sees, so that a misspelt variable is found even in a branch that this
 * edition does not take. ./context.ts builds values of exactly this shape.
 */

export type Shape =
  /** Not known before the template runs: brand data, results of helpers. */
  | { readonly kind: 'any' }
  /** A string, number or boolean: it prints, and has no fields. */
  | { readonly kind: 'value' }
  /** Markdown text: prints plain, or with its formatting through `inline`. */
  | { readonly kind: 'text' }
  /** Markdown blocks, for `{{{body}}}`. */
  | { readonly kind: 'blocks' }
  | { readonly kind: 'record'; readonly fields: Readonly<Record<string, Shape>> }
  | { readonly kind: 'list'; readonly of: Shape }
  /** Keys chosen by the author. */
  | { readonly kind: 'map'; readonly of: Shape };

export const ANY: Shape = { kind: 'any' };
export const VALUE: Shape = { kind: 'value' };
const TEXT: Shape = { kind: 'text' };
const BLOCKS: Shape = { kind: 'blocks' };

function record(fields: Readonly<Record<string, Shape>>): Shape {
  return { kind: 'record', fields };
}

function list(of: Shape): Shape {
  return { kind: 'list', of };
}

/** The context that every template starts with. */
export const CONTEXT_SHAPE: Shape = record({
  title: TEXT,
  subtitle: TEXT,
  headline: TEXT,
  summary: TEXT,
  date: VALUE,
  demands: list(TEXT),
  action: record({ label: TEXT, url: VALUE }),
  contact: record({ name: VALUE, email: VALUE, phone: VALUE, web: VALUE, address: VALUE }),
  references: list(record({ text: TEXT, url: VALUE, lang: VALUE })),
  images: { kind: 'map', of: record({ src: VALUE, alt: VALUE, caption: TEXT }) },
  keywords: list(VALUE),
  translation: record({ of: VALUE, by: VALUE, status: VALUE }),
  brand: ANY,
  lang: VALUE,
  dir: VALUE,
  kind: VALUE,
  hasFootnotes: VALUE,
  body: BLOCKS,
  footnotes: BLOCKS,
});

/** The shape of a field, or undefined when there is no such field. */
export function fieldShape(shape: Shape, name: string): Shape | undefined {
  switch (shape.kind) {
    case 'any':
      return ANY;
    case 'record':
      return Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
    case 'list':
      return name === 'length' ? VALUE : /^\d+$/.test(name) ? shape.of : undefined;
    case 'map':
      return shape.of;
    default:
      return undefined;
  }
}

/** The fields a message can offer instead of an unknown one. */
export function fieldNames(shape: Shape): string[] {
  if (shape.kind === 'record') return Object.keys(shape.fields);
  return shape.kind === 'list' ? ['length'] : [];
}
