/**
 * What a template sees of an edition. Every field of ./shapes.ts is there, null or empty when the edition has
 * none, so that a name a template cannot find is always a misspelt one.
 */
import type { Edition, Inline } from '../../content/edition.ts';
import type { Direction, Language } from '../../language/language.ts';
import { BlocksValue, cleanText, TextValue } from './values.ts';

/** Plain data in the words of one language: strings, numbers, booleans, lists and maps of them. */
export interface TemplateBrand {
  readonly shortName: string;
  readonly name: string;
  readonly about?: string;
  readonly address?: string;
  readonly [field: string]: unknown;
}

export interface ContextInput {
  readonly edition: Edition;
  readonly brand: TemplateBrand;
  readonly language: Language;
  readonly kind: string;
}

export interface TemplateContext {
  readonly title: TextValue;
  readonly subtitle: TextValue | null;
  /** The title, when the edition has no headline of its own. */
  readonly headline: TextValue;
  readonly summary: TextValue | null;
  readonly date: string | null;
  readonly demands: readonly TextValue[];
  readonly action: { readonly label: TextValue; readonly url: string } | null;
  readonly contact: Readonly<Record<'name' | 'email' | 'phone' | 'web' | 'address', string | null>> | null;
  readonly references: readonly {
    readonly text: TextValue;
    readonly url: string | null;
    readonly lang: string | null;
  }[];
  readonly images: Readonly<
    Record<string, { readonly src: string; readonly alt: string; readonly caption: TextValue | null }>
  >;
  readonly keywords: readonly string[];
  readonly translation: Readonly<Record<'of' | 'by' | 'status', string | null>> | null;
  readonly brand: unknown;
  readonly lang: string;
  readonly dir: Direction;
  readonly kind: string;
  readonly hasFootnotes: boolean;
  readonly body: BlocksValue;
  readonly footnotes: BlocksValue;
}

/** Builds the context; objects in it have no prototype. */
export function buildContext({ edition, brand, language, kind }: ContextInput): TemplateContext {
  const { frontMatter: fields } = edition;
  const text = (path: string, source: string): TextValue => new TextValue(inlineAt(edition, path, source));
  const optional = (path: string, source: string | undefined) =>
    source === undefined ? null : text(path, source);
  const { action, contact, translation } = fields;
  return bare({
    title: text('title', fields.title),
    subtitle: optional('subtitle', fields.subtitle),
    headline: optional('headline', fields.headline) ?? text('title', fields.title),
    summary: optional('summary', fields.summary),
    date: plain(fields.date),
    demands: (fields.demands ?? []).map((demand, index) => text(`demands.${index}`, demand)),
    action: action ? bare({ label: text('action.label', action.label), url: cleanText(action.url) }) : null,
    contact: contact
      ? bare({
          name: plain(contact.name),
          email: plain(contact.email),
          phone: plain(contact.phone),
          web: plain(contact.web),
          address: plain(contact.address),
        })
      : null,
    references: (fields.references ?? []).map((reference, index) =>
      bare({
        text: text(`references.${index}.text`, reference.text),
        url: plain(reference.url),
        lang: plain(reference.lang),
      }),
    ),
    images: bare(
      Object.fromEntries(
        Object.entries(fields.images ?? {}).map(([name, image]) => [
          name,
          bare({
            src: cleanText(image.src),
            alt: cleanText(image.alt ?? ''),
            caption: optional(`images.${name}.caption`, image.caption),
          }),
        ]),
      ),
    ),
    keywords: (fields.keywords ?? []).map(cleanText),
    translation: translation
      ? bare({ of: plain(translation.of), by: plain(translation.by), status: plain(translation.status) })
      : null,
    brand: copyData({ about: null, address: null, ...brand }, 0),
    lang: edition.lang,
    dir: language.dir,
    kind,
    hasFootnotes: edition.footnotes.length > 0,
    body: new BlocksValue('body'),
    footnotes: new BlocksValue('footnotes'),
  });
}

/** The Markdown of a front matter field, or its plain text where the content stage kept none. */
function inlineAt(edition: Edition, path: string, source: string): readonly Inline[] {
  return edition.inline.get(path) ?? [{ type: 'text', text: source, span: { file: edition.file } }];
}

function plain(value: string | undefined): string | null {
  return value === undefined || value === '' ? null : cleanText(value);
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
