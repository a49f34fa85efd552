/**
 * The shape of the values a template sees, so that a misspelt variable is found even in a branch that this
 * edition does not take. ./context.ts builds values of exactly this shape, from the same fields.
 */
import { COMMON_FIELDS } from '../../content/fields/common-fields.ts';
import { type Field, type Fields, innerFields } from '../../content/fields/field.ts';
import type { LetterVariables, SignatoryGroup, SignatoryVariables } from './context.ts';

export type Shape = ShapeKind & {
  /** The field of front matter it is the value of: `contact.email`, `references[].url`, `images.*.src`. */
  readonly field?: string;
};

type ShapeKind =
  /** Not known before the template runs: brand data, results of helpers. */
  | { readonly kind: 'any' }
  /** A string, number or boolean: it prints, and has no fields. */
  | { readonly kind: 'value' }
  /** Markdown text: prints plain, or with its formatting through `inline`. */
  | { readonly kind: 'text' }
  /** Markdown blocks, for `{{{body}}}`. */
  | { readonly kind: 'blocks' }
  | {
      readonly kind: 'record';
      readonly fields: Readonly<Record<string, Shape>>;
      /** Fields that may be there too; looked up only for a name that is not among the others. */
      readonly more?: () => Readonly<Record<string, Shape>>;
    }
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

const WORDS: Shape = { kind: 'list', of: VALUE };

/** Null where nobody is written to. */
const LETTER = record({
  addressee: VALUE,
  address: WORDS,
  addressLang: VALUE,
  opening: VALUE,
  closing: VALUE,
  copies: WORDS,
  enclosures: WORDS,
  to: ANY,
} satisfies Record<keyof LetterVariables, Shape>);

/** Null where no list of them is beside the text. */
const SIGNATORIES = record({
  all: VALUE,
  organisations: VALUE,
  people: VALUE,
  countries: VALUE,
  withheld: VALUE,
  withheldOrganisations: VALUE,
  withheldPeople: VALUE,
  columns: VALUE,
  groups: {
    kind: 'list',
    of: record({
      country: VALUE,
      kind: VALUE,
      entries: { kind: 'list', of: record({ kind: VALUE, name: VALUE, details: WORDS }) },
    } satisfies Record<keyof SignatoryGroup, Shape>),
  },
} satisfies Record<keyof SignatoryVariables, Shape>);

/** The context that the template of a kind starts with, whose declared fields are given. */
export function contextShape(declared: Fields): Shape {
  return record({
    ...fieldShapes(COMMON_FIELDS),
    ...fieldShapes(declared),
    brand: ANY,
    letter: LETTER,
    signatories: SIGNATORIES,
    lang: VALUE,
    dir: VALUE,
    kind: VALUE,
    hasFootnotes: VALUE,
    body: { ...BLOCKS, field: 'body' },
    footnotes: BLOCKS,
  });
}

function fieldShapes(fields: Fields, prefix = ''): Readonly<Record<string, Shape>> {
  const shapes = Object.entries(fields).map(([name, field]) => [name, shapeOf(field, `${prefix}${name}`)]);
  return Object.fromEntries(shapes);
}

function shapeOf(field: Field, path: string): Shape {
  const inner = innerFields(field);
  if (inner) return { ...record(fieldShapes(inner, `${path}.`)), field: path };
  if (field.type === 'list') return { kind: 'list', of: shapeOf(field.of, `${path}[]`), field: path };
  if (field.type === 'named') return { kind: 'map', of: shapeOf(field.of, `${path}.*`), field: path };
  return { ...(field.type === 'markdown' ? TEXT : VALUE), field: path };
}

/** The shape of a field, or undefined when there is no such field. */
export function fieldShape(shape: Shape, name: string): Shape | undefined {
  switch (shape.kind) {
    case 'any':
      return ANY;
    case 'record':
      return ownField(shape.fields, name) ?? ownField(shape.more?.() ?? {}, name);
    case 'list':
      return name === 'length' ? VALUE : /^\d+$/.test(name) ? shape.of : undefined;
    case 'map':
      return shape.of;
    default:
      return undefined;
  }
}

function ownField(fields: Readonly<Record<string, Shape>>, name: string): Shape | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** The fields a message can offer instead of an unknown one. */
export function fieldNames(shape: Shape): string[] {
  if (shape.kind === 'record') return Object.keys({ ...shape.more?.(), ...shape.fields });
  return shape.kind === 'list' ? ['length'] : [];
}
