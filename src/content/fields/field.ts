/**
 * What a field of front matter is. A field is defined once, as data: by Bayan in ./common-fields.ts, by a template in
 * `templates/<kind>.yaml`. Its TypeScript type, its check, what a template sees of it, its row in the docs, its JSON Schema and
 * its line in a new content file are all read off this definition.
 */

/** Types whose value is one text in the file; ./scalars.ts says what each of them takes. */
export type ScalarType =
  | 'text'
  | 'markdown'
  | 'date'
  | 'time'
  | 'number'
  | 'url'
  | 'email'
  | 'phone'
  | 'language'
  | 'boolean'
  | 'kind';

interface FieldBase {
  /** What the field is for, in a sentence for authors. */
  readonly help: string;
  /** What authors call it; its name when absent. */
  readonly label?: string;
  readonly required?: boolean;
  /** The value in a new content file, as YAML. */
  readonly sample?: string;
  /** A translation keeps it as it is in the original. */
  readonly kept?: boolean;
  /** It does its work also where no template prints it. */
  readonly silent?: boolean;
}

export interface ScalarField extends FieldBase {
  readonly type: ScalarType;
  /** An empty text is as good as none. */
  readonly blank?: boolean;
}

export interface ChoiceField extends FieldBase {
  readonly type: 'choice';
  readonly options: readonly string[];
}

/** A picture: a map of src, alt, caption and decorative (`PICTURE_FIELDS`). */
export interface PictureField extends FieldBase {
  readonly type: 'picture';
}

export interface ListField extends FieldBase {
  readonly type: 'list';
  readonly of: Field;
  /** What is taken when the field is absent; an empty list when there is none. */
  readonly fallback?: readonly string[];
  /** No item may be there twice, and there is at least one. */
  readonly distinct?: boolean;
}

export interface MapField extends FieldBase {
  readonly type: 'map';
  readonly fields: Fields;
  /** Name of the field that is meant when a text stands where the map is expected. */
  readonly short?: string;
}

/** A map whose keys the author chooses. */
export interface NamedField extends FieldBase {
  readonly type: 'named';
  readonly of: Field;
}

export type Field = ScalarField | ChoiceField | PictureField | ListField | MapField | NamedField;
export type Fields = Readonly<Record<string, Field>>;

/** A checked value, with defaults filled in. */
export type FieldValue =
  | string
  | number
  | boolean
  | readonly FieldValue[]
  | { readonly [name: string]: FieldValue | undefined };
export type FieldValues = Readonly<Record<string, FieldValue | undefined>>;

export type PictureValue = {
  /** The file as the author wrote it. */
  readonly src: string;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
  readonly decorative: boolean;
};

/** The TypeScript type of a field's value. */
export type ValueOf<F extends Field> = F extends {
  readonly type: 'list';
  readonly of: infer Item extends Field;
}
  ? readonly ValueOf<Item>[]
  : F extends { readonly type: 'map'; readonly fields: infer Inner extends Fields }
    ? ValuesOf<Inner>
    : F extends { readonly type: 'named'; readonly of: infer Item extends Field }
      ? Readonly<Record<string, ValueOf<Item>>>
      : F extends { readonly type: 'choice'; readonly options: readonly (infer Option)[] }
        ? Option
        : F extends { readonly type: 'picture' }
          ? PictureValue
          : F extends { readonly type: 'number' }
            ? number
            : F extends { readonly type: 'boolean' }
              ? boolean
              : string;

/** Fields that have a value even where the author wrote none: required ones, lists, named maps, true or false. */
type Filled<F extends Fields> = {
  [Name in keyof F]: F[Name] extends
    | { readonly required: true }
    | { readonly type: 'list' | 'named' | 'boolean' }
    ? Name
    : never;
}[keyof F];

/** The TypeScript type of the values of a map of fields. */
export type ValuesOf<F extends Fields> = { readonly [Name in Filled<F>]: ValueOf<F[Name]> } & {
  readonly [Name in Exclude<keyof F, Filled<F>>]?: ValueOf<F[Name]> | undefined;
};

export const PICTURE_FIELDS = {
  src: {
    type: 'text',
    required: true,
    help: 'The file: beside the content file, or from the project folder.',
    sample: 'photo.jpg',
  },
  alt: {
    type: 'text',
    blank: true,
    help: 'What it shows, for those who cannot see it; required unless decorative.',
    sample: 'What the picture shows',
  },
  caption: { type: 'markdown', help: 'Printed below it.', sample: 'A line below the picture' },
  decorative: {
    type: 'boolean',
    silent: true,
    help: 'true: it only decorates; screen readers pass over it.',
    sample: 'false',
  },
} as const satisfies Fields;

/** The fields inside a field, where their names are known. */
export function innerFields(field: Field): Fields | undefined {
  if (field.type === 'picture') return PICTURE_FIELDS;
  return field.type === 'map' ? field.fields : undefined;
}
