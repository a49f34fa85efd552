/**
 * What surrounds a piece of a document while it is composed: its text style, language, direction, and its place in the
 * tag tree. A scope is never changed; going into an element makes another.
 */
import type { Block, Edition } from '../content/edition.ts';
import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import { nearestHint } from '../diagnostics/nearest.ts';
import type { Fitting, Margin } from '../document/nodes.ts';
import type { FontRole, ParagraphStyle, TextAlign, TextStyle } from '../document/style.ts';
import type { StructureElement } from '../document/tags.ts';
import { type Direction, findLanguage, type Language, languageHint } from '../language/language.ts';
import type { StyleRule, StyleSheet } from './styles.ts';

/** What one composition has at hand from beginning to end. */
export interface Composition {
  readonly edition: Edition;
  readonly language: Language;
  readonly styles: StyleSheet;
  readonly colors: Readonly<Record<string, string>>;
  readonly logo?: { readonly src: string; readonly reversed: string; readonly alt: string };
  readonly report: Report;
  readonly fitting: Fitting;
  readonly pictures: PictureSource;
  growShares: number;
  /** Headings of the text and where links to them go. */
  readonly headings: ReadonlyMap<Block, string>;
  /** Whether a table of contents was composed. */
  listsPages: boolean;
  /** Composes a footnote for the foot of the page, once; absent when the template prints notes itself. */
  composeNote?: (index: number, scope: Scope) => void;
}

/** Reads picture files of the project; faults are reported by it. */
export interface PictureSource {
  /** Facts of a bitmap, or undefined after a report. */
  bitmap(
    path: string,
    span: SourceSpan,
  ): { readonly id: string; readonly width: number; readonly height: number } | undefined;
  /** The text of an SVG file, or undefined after a report. */
  svg(path: string, span: SourceSpan): string | undefined;
}

export interface Scope {
  readonly composition: Composition;
  readonly language: Language;
  readonly dir: Direction;
  readonly font: FontRole;
  /** pt, scaled. */
  readonly size: number;
  /** Times the type size, before the language's own factor. */
  readonly lineHeight: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly color: string;
  readonly align: TextAlign;
  readonly underline: boolean;
  readonly strike?: boolean;
  readonly tracking: number;
  readonly indent: number;
  readonly hyphenate: boolean;
  readonly balance: boolean;
  /** Where the text belongs in the tag tree; undefined inside artifacts. */
  readonly parent?: StructureElement;
  /** The page that a header or footer is printed on. */
  readonly page?: { readonly number: number; readonly count: number };
}

/** The language for a tag on an element or span; unknown tags are reported and change nothing. */
export function languageAt(scope: Scope, tag: string, span: SourceSpan): Language {
  const found = findLanguage(tag);
  if (found) return found;
  scope.composition.report.error('language-unknown', span, `"${tag}" is no language Bayan knows`, {
    hint: languageHint(tag),
  });
  return scope.language;
}

/** A colour token or `#rrggbb` as `#rrggbb`. */
export function colorAt(composition: Composition, value: string, span: SourceSpan | undefined): string {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(value);
  if (short) return `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}`.toLowerCase();
  if (/^#[0-9a-f]{6}$/i.test(value)) return value.toLowerCase();
  const token = Object.hasOwn(composition.colors, value) ? composition.colors[value] : undefined;
  if (token) return token;
  composition.report.error('brand-color', span, `"${value}" is no colour of brand.yaml`, {
    hint: nearestHint(value, Object.keys(composition.colors)),
  });
  return '#000000';
}

/** The rules of a style name list (`a b`), later names winning. */
export function rulesOf(
  scope: Scope,
  names: string | readonly string[],
  span: SourceSpan | undefined,
  language = scope.language,
): StyleRule {
  const list = typeof names === 'string' ? names.split(/\s+/).filter(Boolean) : names;
  return Object.assign(
    {},
    ...list.map((name) => scope.composition.styles.rules(name, language, scope.composition.report, span)),
  ) as StyleRule;
}

/** A length of a style in pt: numbers are points at full scale, `em` is relative to the type size. */
export function pointsOf(value: number | string | undefined, size: number, scale: number): number {
  if (value === undefined) return 0;
  return typeof value === 'number' ? value * scale : Number.parseFloat(value) * size;
}

/** The scope inside an element with these rules. */
export function within(scope: Scope, rule: StyleRule, span?: SourceSpan): Scope {
  const { scale } = scope.composition.fitting;
  const size = rule.size === undefined ? scope.size : pointsOf(rule.size, scope.size, scale);
  return {
    ...scope,
    size,
    font: rule.font ?? scope.font,
    lineHeight: rule.lineHeight ?? scope.lineHeight,
    bold: rule.weight === undefined ? scope.bold : rule.weight === 'bold',
    italic: rule.italic ?? scope.italic,
    color: rule.color === undefined ? scope.color : colorAt(scope.composition, rule.color, span),
    align: rule.align ?? scope.align,
    underline: rule.underline ?? scope.underline,
    tracking: rule.tracking ?? scope.tracking,
    indent: rule.indent === undefined ? scope.indent : pointsOf(rule.indent, size, scale),
    hyphenate: rule.hyphenate ?? scope.hyphenate,
    balance: rule.balance ?? false,
  };
}

/** The margin of a rule, [start, top, end, bottom] pt; undefined when it has none. */
export function marginOf(rule: StyleRule, scope: Scope): Margin | undefined {
  return rule.margin === undefined ? undefined : sides(rule.margin, scope);
}

export function paddingOf(rule: StyleRule, scope: Scope): Margin | undefined {
  return rule.padding === undefined ? undefined : sides(rule.padding, scope);
}

/** One to four lengths as CSS counts them (top, end, bottom, start), as pdfmake orders them. */
function sides(value: number | string | readonly (number | string)[], scope: Scope): Margin {
  const list = (Array.isArray(value) ? value : [value]).map((part: number | string) =>
    pointsOf(part, scope.size, scope.composition.fitting.scale),
  );
  const top = list[0] ?? 0;
  const end = list[1] ?? top;
  const bottom = list[2] ?? top;
  const start = list[3] ?? end;
  return [start, top, end, bottom];
}

/** Scripts without italics show emphasis as their language does. */
export function textStyle(scope: Scope): TextStyle {
  const slanted = scope.italic && scope.language.emphasis === 'italic';
  return {
    role: scope.font,
    weight: scope.bold || (scope.italic && scope.language.emphasis === 'bold') ? 700 : 400,
    italic: slanted,
    size: scope.size,
    color: scope.color,
    ...(scope.underline && { underline: true }),
    ...(scope.strike && { strike: true }),
    ...(scope.tracking !== 0 && { tracking: scope.tracking }),
  };
}

export function paragraphStyle(scope: Scope): ParagraphStyle {
  return {
    align: scope.align,
    language: scope.language,
    dir: scope.dir,
    lineHeight: scope.size * scope.lineHeight * scope.language.lineHeight,
    style: textStyle(scope),
    ...(scope.indent > 0 && { indent: scope.indent }),
    ...(scope.hyphenate && { hyphenate: true }),
    ...(scope.balance && { balance: true }),
  };
}
