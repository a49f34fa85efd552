/**
 * What a template sees of an edition. Every field is there, null or empty when the edition has none, so that a
 * name a template cannot find is always a misspelt one.
 */
import type { Edition, Inline } from '../../content/edition.ts';
import { COMMON_FIELDS } from '../../content/fields/common-fields.ts';
import {
  type Field,
  type Fields,
  type FieldValue,
  type FieldValues,
  innerFields,
} from '../../content/fields/field.ts';
import { type FieldPath, pathKey } from '../../content/fields/field-path.ts';
import { isRecord } from '../../content/fields/visit.ts';
import type { Language } from '../../language/language.ts';
import { BlocksValue, cleanText, inLanguage, PictureVariable, TextValue } from './values.ts';

/** Plain data in the words of one language: strings, numbers, booleans, lists and maps of them. */
export interface TemplateBrand {
  readonly shortName: string;
  readonly name: string;
  readonly about?: string;
  readonly address?: string;
  /** Tags of those texts that are there in another language only. */
  readonly borrowed?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** What the template of a letter sees of the one it goes to: the variable `letter`, in the words of the letter's language. */
export interface LetterVariables {
  /** Whom a later page names: an office, or a person. */
  readonly addressee: string;
  /** Lines of the address as it is posted. */
  readonly address: readonly string[];
  /** Tag of the language that those lines are in: an address may be in Latin letters whatever the letter is in. */
  readonly addressLang: string;
  /** The salutation; empty for none. */
  readonly opening: string;
  /** What stands above the signature; empty for none. */
  readonly closing: string;
  /** Who gets a copy. */
  readonly copies: readonly string[];
  /** Titles of what is enclosed. */
  readonly enclosures: readonly string[];
  /** Everything that the list of recipients says, by the name of its column. */
  readonly to: Readonly<Record<string, unknown>>;
}

/** Somebody who has signed. */
export interface SignatoryEntry {
  readonly kind: 'organisation' | 'person';
  readonly name: string;
  /** Office, organisation, country: those that are known. */
  readonly details: readonly string[];
}

/** Those of a country, or of a kind, in the order of the language. */
export interface SignatoryGroup {
  readonly country: string | null;
  readonly kind: 'organisation' | 'person' | null;
  readonly entries: readonly SignatoryEntry[];
}

/** What a template sees of those who have signed the text: the variable `signatories`. Counts are of all, named or not. */
export interface SignatoryVariables {
  readonly all: number;
  readonly organisations: number;
  readonly people: number;
  /** Of those who are named. */
  readonly countries: number;
  /** How many must not be named. */
  readonly withheld: number;
  readonly withheldOrganisations: number;
  readonly withheldPeople: number;
  /** In how many columns they are set. */
  readonly columns: number;
  readonly groups: readonly SignatoryGroup[];
}

export interface ContextInput {
  readonly edition: Edition;
  readonly brand: TemplateBrand;
  readonly language: Language;
  readonly kind: string;
  /** Fields that the template of the kind declares. */
  readonly declared: Fields;
  /** Of a letter to somebody. */
  readonly letter?: LetterVariables;
  /** Of a text with a list of them beside it. */
  readonly signatories?: SignatoryVariables;
}

/** Variables by name: those of the fields, and `brand`, `letter`, `signatories`, `lang`, `dir`, `kind`, `hasFootnotes`, `body`, `footnotes`. */
export type TemplateContext = Readonly<Record<string, unknown>>;

/** Builds the context; objects in it have no prototype. */
export function buildContext(input: ContextInput): TemplateContext {
  const { edition, brand, language, kind, declared, letter, signatories } = input;
  const fields = fieldVariables(
    { ...COMMON_FIELDS, ...declared },
    { ...edition.frontMatter, ...edition.declared },
    edition,
  );
  return bare({
    ...fields,
    // The headline is the title when the edition has none of its own.
    headline: fields.headline ?? fields.title,
    brand: brandVariables(brand),
    letter: letter ? copyData(letter, 0) : null,
    signatories: signatories ? copyData(signatories, 0) : null,
    lang: edition.lang,
    dir: language.dir,
    kind,
    hasFootnotes: edition.footnotes.length > 0,
    body: new BlocksValue('body'),
    footnotes: new BlocksValue('footnotes'),
  });
}

/** What templates see of the organisation; a text that is there in another language only is a phrase in that language. */
function brandVariables({ borrowed = {}, ...fields }: TemplateBrand): unknown {
  const data = copyData({ about: null, address: null, ...fields }, 0) as Record<string, unknown>;
  for (const [field, tag] of Object.entries(borrowed)) {
    const text = data[field];
    if (typeof text === 'string') data[field] = inLanguage(text, tag);
  }
  return data;
}

/** A value for every field: null, or an empty list or map, where the edition has none. */
function fieldVariables(
  fields: Fields,
  values: FieldValues,
  edition: Edition,
  path: FieldPath = [],
): Readonly<Record<string, unknown>> {
  return bare(
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [
        name,
        variable(field, values[name], edition, [...path, name]),
      ]),
    ),
  );
}

function variable(field: Field, value: FieldValue | undefined, edition: Edition, path: FieldPath): unknown {
  if (field.type === 'list') {
    return Array.isArray(value)
      ? value.map((item: FieldValue, index) => variable(field.of, item, edition, [...path, index]))
      : [];
  }
  if (field.type === 'named') {
    const items = isRecord(value) ? Object.entries(value) : [];
    return bare(
      Object.fromEntries(
        items.map(([name, item]) => [name, variable(field.of, item, edition, [...path, name])]),
      ),
    );
  }
  if (value === undefined || value === '') return null;
  const inner = innerFields(field);
  if (inner) {
    if (!isRecord(value)) return null;
    const variables = fieldVariables(inner, value, edition, path);
    if (field.type !== 'picture') return variables;
    // Templates name pictures from the project folder, authors also from the content file.
    const src = edition.pictures.get(pathKey(path));
    return new PictureVariable({ ...variables, ...(src !== undefined && { src: cleanText(src) }) });
  }
  if (typeof value !== 'string') return value;
  return field.type === 'markdown'
    ? new TextValue(inlineAt(edition, pathKey(path), value))
    : cleanText(value);
}

/** The Markdown of a front matter field, or its plain text where the content stage kept none. */
function inlineAt(edition: Edition, path: string, source: string): readonly Inline[] {
  return edition.inline.get(path) ?? [{ type: 'text', text: source, span: { file: edition.file } }];
}

/** A copy without a prototype. */
function bare<T extends object>(fields: T): T {
  return Object.assign(Object.create(null), fields) as T;
}

/** How deep brand data may be nested; deeper levels are left out. */
const MAX_DEPTH = 8;

/** A copy of plain data in which nothing has a prototype and no string a control character. */
function copyData(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return null;
  if (Array.isArray(value)) return value.map((item) => copyData(item, depth + 1));
  const entries = Object.entries(value).map(([key, item]) => [key, copyData(item, depth + 1)] as const);
  return bare(Object.fromEntries(entries));
}
