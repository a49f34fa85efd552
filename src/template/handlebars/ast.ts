/**
 * The syntax tree of Handlebars 4.7 as a discriminated union; the package's own types leave it open.
 * See its docs/compiler-api.md.
 */
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';

/** Lines count from 1, columns from 0. */
export interface Location {
  readonly source?: string | undefined;
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

interface Node {
  readonly loc: Location;
}

export interface PathExpression extends Node {
  readonly type: 'PathExpression';
  /** True for `@index` and the like. */
  readonly data: boolean;
  /** How many `../` it begins with. */
  readonly depth: number;
  readonly parts: readonly string[];
  readonly original: string;
}

export interface Literal extends Node {
  readonly type: 'StringLiteral' | 'NumberLiteral' | 'BooleanLiteral' | 'UndefinedLiteral' | 'NullLiteral';
  readonly value?: string | number | boolean;
  readonly original?: string | number | boolean | null | undefined;
}

export interface SubExpression extends Call {
  readonly type: 'SubExpression';
}

export type Expression = PathExpression | Literal | SubExpression;

export interface HashPair extends Node {
  readonly type: 'HashPair';
  readonly key: string;
  value: Expression;
}

export interface Hash extends Node {
  readonly type: 'Hash';
  readonly pairs: readonly HashPair[];
}

/** What mustaches, blocks and subexpressions share: a name and arguments. */
export interface Call extends Node {
  path: PathExpression | Literal | SubExpression;
  params: Expression[];
  hash?: Hash | undefined;
}

export interface Program {
  readonly type: 'Program';
  body: Statement[];
  readonly blockParams?: readonly string[];
  readonly loc?: Location;
}

export interface MustacheStatement extends Call {
  readonly type: 'MustacheStatement' | 'Decorator';
  escaped: boolean;
}

export interface BlockStatement extends Call {
  readonly type: 'BlockStatement' | 'DecoratorBlock';
  readonly program?: Program;
  readonly inverse?: Program;
}

export interface PartialStatement extends Node {
  readonly type: 'PartialStatement' | 'PartialBlockStatement';
  readonly name: PathExpression | SubExpression | Literal;
  params: Expression[];
  readonly hash?: Hash | undefined;
  readonly program?: Program;
}

export interface ContentStatement extends Node {
  readonly type: 'ContentStatement';
  value: string;
  readonly original: string;
}

interface CommentStatement extends Node {
  readonly type: 'CommentStatement';
}

export type Statement =
  | MustacheStatement
  | BlockStatement
  | PartialStatement
  | ContentStatement
  | CommentStatement;

/** Where a node stands, in our counting. */
export function spanOf(node: Node, file: string, length?: number): SourceSpan {
  const { line, column } = node.loc.start;
  return { file, line, column: column + 1, ...(length && { length }) };
}

/** `./x` and `this.x` ask for a field of the current value, never for a helper or block parameter. */
export function isScoped(path: PathExpression): boolean {
  return /^(?:\.|this\b)/.test(path.original);
}

/** The plain name a call begins with, when it can be the name of a helper. */
export function simpleName(path: Call['path']): string | undefined {
  if (path.type !== 'PathExpression' || path.data || path.depth > 0 || path.parts.length !== 1)
    return undefined;
  return isScoped(path) ? undefined : path.parts[0];
}

export function isSubExpression(call: Call): boolean {
  return 'type' in call && call.type === 'SubExpression';
}
