/**
 * A block with its style: the scope inside it, the rule that made it, and what the rule says of the block as a whole –
 * its margin, its padding, whether it stays with what follows.
 */
import type { SourceSpan } from '../diagnostics/diagnostic.ts';
import type { Margin, NodeBase } from '../document/nodes.ts';
import type { TextAlign } from '../document/style.ts';
import type { Direction } from '../language/language.ts';
import { languageAt, lengthIn, rulesOf, type Scope, within } from './scope.ts';
import { FURNITURE, type StyleRule } from './styles.ts';

/** What a block or element says of its own looks. */
export interface Look {
  /** The style of its kind: `h2`, `list`, `quote` … */
  readonly kind?: string;
  /** Styles that an author or template gave it. */
  readonly styles?: string | readonly string[];
  /**
   * `add`: the given styles change the one of the kind, as in Markdown. `replace`: they stand in its place, as in
   * templates; what is drawn around the text (indents, bars, lines) is still the kind's where they say nothing of it.
   */
  readonly combine: 'add' | 'replace';
  readonly lang?: string;
  readonly dir?: Direction;
  readonly align?: TextAlign;
  readonly span: SourceSpan;
}

export interface Styled {
  /** What is around the block. */
  readonly outer: Scope;
  /** What is inside it. */
  readonly scope: Scope;
  readonly rule: StyleRule;
  /** Where it stands in its file, for what layout has to say about it. */
  readonly source: SourceSpan;
}

/** A block that has no style: it holds no text. */
export function unstyled(scope: Scope, source: SourceSpan): Styled {
  return { outer: scope, scope, rule: {}, source };
}

/** Goes into a block. Unknown styles, colours and languages are reported at its place. */
export function styled(outer: Scope, look: Look): Styled {
  const { kind, styles, span } = look;
  const language = look.lang ? languageAt(outer, look.lang, span) : outer.language;
  const dir = look.dir ?? (look.lang ? language.dir : outer.dir);
  const base: Scope = { ...outer, language, dir };
  const given = styles === undefined ? undefined : rulesOf(base, styles, span);
  const replaced = look.combine === 'replace' && given !== undefined;
  const rule = { ...(kind !== undefined && ofKind(base, kind, span, replaced)), ...given };
  const scope = within(base, rule, span);
  return { outer, rule, scope: look.align ? { ...scope, align: look.align } : scope, source: span };
}

/** The rule of a kind of block; of one that is replaced, what it draws around the text. */
function ofKind(scope: Scope, kind: string, span: SourceSpan, replaced: boolean): StyleRule {
  if (!replaced) return rulesOf(scope, kind, span);
  if (!scope.environment.styles.has(kind)) return {};
  const rule = rulesOf(scope, kind, span);
  return Object.fromEntries(FURNITURE.filter((name) => name in rule).map((name) => [name, rule[name]]));
}

/** What a node has of its own, beyond its style. */
export type Own = Pick<NodeBase, 'margin' | 'width' | 'unbreakable' | 'keepWithNext'>;

/** The properties every node may have, from the style of its block and from what the block says itself. */
export function frameOf({ outer, scope, rule, source }: Styled, own: Own = {}): NodeBase {
  const margin = own.margin ?? marginOf(rule, scope);
  const keepWithNext = rule.keepWithNext ?? own.keepWithNext;
  return {
    ...(margin && { margin }),
    ...(own.width !== undefined && { width: own.width }),
    ...(own.unbreakable && { unbreakable: true }),
    ...(keepWithNext && { keepWithNext: true }),
    ...(scope.dir !== outer.dir && { dir: scope.dir }),
    source,
  };
}

/** The margin of a rule, [start, top, end, bottom] pt; undefined when it has none. */
export function marginOf(rule: StyleRule, scope: Scope): Margin | undefined {
  return rule.margin === undefined ? undefined : sides(rule.margin, scope);
}

/** The padding of a rule, [start, top, end, bottom] pt; nothing on any side when it has none. */
export function paddingOf(rule: StyleRule, scope: Scope): Margin {
  return rule.padding === undefined ? [0, 0, 0, 0] : sides(rule.padding, scope);
}

/** One to four lengths as CSS counts them (top, end, bottom, start), as pdfmake orders them. */
function sides(value: NonNullable<StyleRule['margin']>, scope: Scope): Margin {
  const list = [value].flat().map((part) => lengthIn(scope, part));
  const top = list[0] ?? 0;
  const end = list[1] ?? top;
  const bottom = list[2] ?? top;
  const start = list[3] ?? end;
  return [start, top, end, bottom];
}
