/**
 * brand.yaml: the organisation's names, logo, colours and faces, and what of them one language sees.
 */
import * as v from 'valibot';
import type { SourceSpan } from '../diagnostics/diagnostic.ts';
import type { HexColor } from '../document/color.ts';
import { ancestors, canonicalTag, pick, readingOrder } from '../language/tag.ts';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
const localized = v.union(
  [text, v.pipe(v.record(v.string(), text), v.minEntries(1, 'must not be empty'))],
  'must be text, or a map of language to text',
);
const path = v.pipe(v.string(), v.nonEmpty('must not be empty'));
const roles = {
  serif: v.optional(v.string()),
  sans: v.optional(v.string()),
  display: v.optional(v.string()),
};

export const BrandSchema = v.strictObject({
  organisation: v.strictObject({
    name: localized,
    shortName: v.optional(localized),
    about: v.optional(localized),
    address: v.optional(localized),
  }),
  logo: v.optional(
    v.strictObject({
      /** SVG, PNG or JPEG, relative to the project folder. */
      src: path,
      /** The same for dark backgrounds. */
      reversed: v.optional(path),
      /** What the logo says; the organisation's name when left out. */
      alt: v.optional(localized),
    }),
  ),
  colors: v.optional(
    v.record(v.string(), v.union([v.string(), v.number(), v.null()], 'must be a colour')),
    {},
  ),
  fonts: v.optional(
    v.strictObject({ ...roles, languages: v.optional(v.record(v.string(), v.strictObject(roles))) }),
  ),
});

/** Text for every language, or one text for each. */
export type Localized = string | Readonly<Record<string, string>>;

/** Colour tokens every template may count on, and what they are until a brand says otherwise. */
export const DEFAULT_COLORS = {
  ink: '#1a1a1a',
  paper: '#ffffff',
  primary: '#0b4f6c',
  accent: '#b44a33',
  muted: '#5b6670',
  tint: '#eef3f5',
  onPrimary: '#ffffff',
} as const;

type FaceRoles = { readonly serif?: string; readonly sans?: string; readonly display?: string };

export interface BrandFonts extends FaceRoles {
  readonly languages?: Readonly<Record<string, FaceRoles>>;
  /** Where brand.yaml names each face. */
  readonly places?: Readonly<Record<string, SourceSpan>>;
}

/** A checked brand.yaml: colours are `#rrggbb`, logo paths exist inside the project. */
export interface Brand {
  readonly organisation: {
    readonly name: Localized;
    readonly shortName?: Localized;
    readonly about?: Localized;
    readonly address?: Localized;
  };
  readonly logo?: { readonly src: string; readonly reversed?: string; readonly alt?: Localized };
  readonly colors: Readonly<Record<keyof typeof DEFAULT_COLORS, HexColor>> &
    Readonly<Record<string, HexColor>>;
  /** Where each colour that the project chose itself is written. */
  readonly colorPlaces: Readonly<Record<string, SourceSpan>>;
  readonly fonts?: BrandFonts;
}

/** A brand as one language sees it. */
export interface LanguageBrand {
  readonly organisation: {
    readonly name: string;
    readonly shortName: string;
    readonly about?: string;
    readonly address?: string;
  };
  /** Tags of those texts that are there in another language only. */
  readonly borrowed: Readonly<Partial<Record<'name' | 'shortName' | 'about' | 'address', string>>>;
  /** Paths relative to the project folder. */
  readonly logo?: { readonly src: string; readonly reversed: string; readonly alt: string };
  readonly colors: Brand['colors'];
  readonly fonts?: BrandFonts;
}

/** The brand for a language tag. A short name left out is the name; a reversed logo left out is the logo. */
export function brandFor(brand: Brand, language: string): LanguageBrand {
  const { organisation, logo, colors, fonts } = brand;
  const own = ancestors(canonicalTag(language) ?? language);
  const found = {
    name: findText(organisation.name, language),
    shortName: findText(organisation.shortName ?? organisation.name, language),
    about: findText(organisation.about, language),
    address: findText(organisation.address, language),
  };
  const { name, shortName, about, address } = found;
  const borrowed = Object.entries(found).flatMap(([field, text]) =>
    text?.lang === undefined || own.includes(text.lang) ? [] : [[field, text.lang] as const],
  );
  return {
    organisation: {
      name: name?.text ?? '',
      shortName: shortName?.text ?? '',
      ...(about && { about: about.text }),
      ...(address && { address: address.text }),
    },
    borrowed: Object.fromEntries(borrowed),
    ...(logo && {
      logo: {
        src: logo.src,
        reversed: logo.reversed ?? logo.src,
        alt: localize(logo.alt, language) ?? name?.text ?? '',
      },
    }),
    colors,
    ...(fonts && { fonts }),
  };
}

/**
 * The text for a language: its own, that of a language it inherits from or that its readers read, English, or else
 * whichever the file names first.
 */
export function localize(value: Localized | undefined, language: string): string | undefined {
  return findText(value, language)?.text;
}

/** The same with the tag it is under; without one where the file has one text for all languages. */
function findText(
  value: Localized | undefined,
  language: string,
): { readonly text: string; readonly lang?: string } | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string') return { text: value };
  const texts = Object.fromEntries(
    Object.entries(value).map(([tag, text]) => {
      const lang = canonicalTag(tag) ?? tag;
      return [lang, { text, lang }];
    }),
  );
  return pick(texts, [...readingOrder(canonicalTag(language) ?? 'en'), 'en']) ?? Object.values(texts)[0];
}
