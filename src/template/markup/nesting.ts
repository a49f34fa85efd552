/**
 * Tokens → a tree of elements as they are nested in the markup, before names and values are checked.
 */
import type { Report, SourceSpan } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { AttributeToken, TextToken, Token } from './tokens.ts';

export interface RawElement {
  readonly type: 'element';
  readonly name: string;
  readonly attributes: readonly AttributeToken[];
  readonly children: RawNode[];
  readonly span: SourceSpan;
  /** It is never closed, so that what follows seems to stand inside it. */
  leftOpen?: boolean;
}

export type RawNode =
  | RawElement
  | TextToken
  | { readonly type: 'nodes'; readonly index: number; readonly span: SourceSpan };

/** Nobody could read a template whose elements are nested deeper, and what reads the tree goes down into each. */
const MAX_DEPTH = 100;

/** Nests tokens; an element left open, closed without being open or nested too deep is reported as `layout-syntax`. */
export function buildTree(tokens: readonly Token[], report: Report): RawNode[] {
  const roots: RawNode[] = [];
  const open: RawElement[] = [];
  /** Where the first element stands that is nested too deep; it and what is in it are left out. */
  let deepest: SourceSpan | undefined;
  const append = (node: RawNode) => (open.at(-1)?.children ?? roots).push(node);
  for (const token of tokens) {
    if (token.type === 'open') {
      const { name, attributes, span } = token;
      const element: RawElement = { type: 'element', name, attributes, children: [], span };
      if (open.length < MAX_DEPTH) append(element);
      else deepest ??= span;
      if (!token.empty) open.push(element);
    } else if (token.type === 'close') {
      const depth = open.findLastIndex((element) => element.name === token.name);
      const inside = open.at(-1);
      if (depth >= 0) for (const element of open.splice(depth).slice(1)) reportOpen(element, token, report);
      else if (inside && nearest(token.name, [inside.name]) !== undefined) {
        open.pop();
        reportMisspelt(token, inside, report);
      } else reportStray(token, inside, report);
    } else append(token);
  }
  if (deepest)
    report.error('layout-syntax', deepest, `elements are nested more than ${MAX_DEPTH} deep`, {
      hint: 'an element before it may be left open',
    });
  else for (const element of open) reportOpen(element, undefined, report);
  return roots;
}

function reportOpen(element: RawElement, before: Token | undefined, report: Report): void {
  element.leftOpen = true;
  const end = before?.type === 'close' ? `before </${before.name}> at ${where(before.span)}` : 'anywhere';
  report.error('layout-syntax', element.span, `<${element.name}> is left open: it is not closed ${end}`, {
    hint: `close it with </${element.name}>, or write <${element.name} /> if nothing stands inside`,
  });
}

function reportMisspelt(token: Token & { type: 'close' }, element: RawElement, report: Report): void {
  const message = `</${token.name}> does not close <${element.name}> from ${where(element.span)}`;
  report.error('layout-syntax', token.span, message, { hint: `write </${element.name}>` });
}

function reportStray(token: Token & { type: 'close' }, inside: RawElement | undefined, report: Report): void {
  const options = inside
    ? { hint: `the element open here is <${inside.name}> from ${where(inside.span)}` }
    : { hint: 'take it away, or open the element before it' };
  report.error('layout-syntax', token.span, `</${token.name}> closes an element that is not open`, options);
}

function where(span: SourceSpan): string {
  return `${span.file}:${span.line}:${span.column}`;
}
