/**
 * What surrounds a piece of a document while it is composed: its text style, language, direction, and its place in the
 * tag tree. A scope is never changed; going into an element makes another.
 */
import type { SourceSpan } from '../diagnostics/diagnostic.ts';
import type { FontRole, ParagraphStyle, TextAlign, TextStyle } from '../document/style.ts';
import type { StructureElement } from '../document/tags.ts';
import { type Direction, findLanguage, type Language, reportUnknownLanguage } from '../language/language.ts';
import { colorAt, type Environment } from './environment.ts';
import type { StyleRule } from './styles.ts';

export interface Scope {
  readonly environment: Environment;
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

/** The scope of a document before any style: black on white at the scale of this fit. */
export function outermost(environment: Environment): Scope {
  const { language, fitting, colors } = environment;
  return {
    environment,
    language,
    dir: language.dir,
    font: 'serif',
    size: 10.5 * fitting.scale,
    lineHeight: 1.45,
    bold: false,
    italic: false,
    color: colors.ink ?? '#000000',
    align: 'start',
    underline: false,
    tracking: 0,
    indent: 0,
    hyphenate: false,
    balance: false,
  };
}

/** A scope whose text belongs to `parent`; as it was where there is no tag tree. */
export function inside(scope: Scope, parent: StructureElement | undefined): Scope {
  return parent ? { ...scope, parent } : scope;
}

/** The language for a tag on an element or span; unknown tags are reported and change nothing. */
export function languageAt(scope: Scope, tag: string, span: SourceSpan): Language {
  const found = findLanguage(tag);
  if (found) return found;
  reportUnknownLanguage(tag, span, scope.environment.report);
  return scope.language;
}

/** The rules of styles for a scope, later names winning. `names` may hold several, parted by spaces. */
export function rulesOf(
  scope: Scope,
  names: string | readonly string[],
  span: SourceSpan | undefined,
): StyleRule {
  const { styles, report } = scope.environment;
  const list = [names].flat().flatMap((name) => name.split(/\s+/).filter(Boolean));
  return Object.assign(
    {},
    ...list.map((name) => styles.rules(name, scope.language, report, span)),
  ) as StyleRule;
}

/** A length of a style in pt: numbers are points at full scale, `em` is relative to the type size. */
export function pointsOf(value: number | string | undefined, size: number, scale: number): number {
  if (value === undefined) return 0;
  return typeof value === 'number' ? value * scale : Number.parseFloat(value) * size;
}

/** A length of a style in pt, inside a scope. */
export function lengthIn(scope: Scope, value: number | string | undefined): number {
  return pointsOf(value, scope.size, scope.environment.fitting.scale);
}

/** The scope inside an element with these rules. */
export function within(scope: Scope, rule: StyleRule, span?: SourceSpan): Scope {
  const { scale } = scope.environment.fitting;
  const size = rule.size === undefined ? scope.size : pointsOf(rule.size, scope.size, scale);
  return {
    ...scope,
    size,
    font: rule.font ?? scope.font,
    lineHeight: rule.lineHeight ?? scope.lineHeight,
    bold: rule.weight === undefined ? scope.bold : rule.weight === 'bold',
    italic: rule.italic ?? scope.italic,
    color: rule.color === undefined ? scope.color : colorAt(scope.environment, rule.color, span),
    align: rule.align ?? scope.align,
    underline: rule.underline ?? scope.underline,
    tracking: rule.tracking ?? scope.tracking,
    indent: rule.indent === undefined ? scope.indent : pointsOf(rule.indent, size, scale),
    hyphenate: rule.hyphenate ?? scope.hyphenate,
    balance: rule.balance ?? false,
  };
}

/** Emphasis is italic to the style; the font book knows the scripts that have none. */
export function textStyle(scope: Scope): TextStyle {
  return {
    role: scope.font,
    weight: scope.bold ? 700 : 400,
    italic: scope.italic,
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
