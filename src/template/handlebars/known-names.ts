/**
 * What is known at one place of a template while it is checked: the shape of the current value, of the values
 * around it, and the names of block parameters.
 */
import type { DiagnosticCode } from '../../diagnostics/catalogue.ts';
import type { Report } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../did-you-mean.ts';
import { isScoped, type Location, type PathExpression, type Program, spanOf } from './ast.ts';
import type { Guard, PrintedFields } from './printed.ts';
import { fieldNames, fieldShape, type Shape, VALUE } from './shapes.ts';

export interface ParsedTemplate {
  readonly name: string;
  readonly file: string;
  /** SHA-256 of the file. */
  readonly digest: string;
  readonly program: Program;
}

export interface Scope {
  readonly template: ParsedTemplate;
  readonly report: Report;
  /** The current value, `this`. */
  readonly shape: Shape;
  /** The value `@root` stands for. */
  readonly root: Shape;
  /** What `../` leads to; nothing in the outermost block of a template or partial. */
  readonly parent?: Scope | undefined;
  /** Block parameters: `{{#each demands as |demand|}}`. */
  readonly locals: ReadonlyMap<string, Shape>;
  /** Names of the partials being included, outermost first. */
  readonly including: readonly string[];
  readonly insideEach: boolean;
  /** Where fields that are printed are noted. */
  readonly printed: PrintedFields;
  /** What must hold for this place to be printed. */
  readonly guards: readonly Guard[];
  /** Values are only asked for here, and not printed. */
  readonly test?: boolean;
}

/** The shape of something already reported: as open as `ANY`, and not worth a second message. */
export const UNKNOWN: Shape = { kind: 'any' };

/** `@name` values that Handlebars sets. */
const DATA = ['root', 'index', 'key', 'first', 'last'];

/** Names that lead from any object to JavaScript itself. */
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export function reportAt(
  scope: Scope,
  code: DiagnosticCode,
  node: { readonly loc: Location },
  message: string,
  hint?: string,
): void {
  scope.report.error(code, spanOf(node, scope.template.file), message, hint === undefined ? {} : { hint });
}

/** Tells what works and was probably meant otherwise. */
export function warnAt(
  scope: Scope,
  code: DiagnosticCode,
  node: { readonly loc: Location },
  message: string,
  hint: string,
): void {
  scope.report.warning(code, spanOf(node, scope.template.file), message, { hint });
}

/** Notes that the value of a path is printed here, or handed to a helper that makes of it what is printed. */
export function notePrinted(path: PathExpression, shape: Shape, scope: Scope): void {
  // Inside the block of a partial it is not known what a name leads to; the field of that name counts.
  const field = shape.field ?? (shape.kind === 'any' ? path.parts.join('.') : undefined);
  if (field !== undefined && scope.test !== true) scope.printed.add(field, scope.guards);
}

/** The shape of a variable; one that does not exist is reported as `template-variable`. */
export function variableShape(path: PathExpression, scope: Scope): Shape {
  const parts = [...path.parts];
  if (parts.some((part) => FORBIDDEN.has(part))) return unknown(path, path.original, [], scope);
  if (path.data) return dataShape(path, parts, scope);
  let at: Scope | undefined = scope;
  for (let depth = path.depth; depth > 0 && at; depth--) at = at.parent;
  if (!at) {
    const hint = 'a partial sees only what it is given: {{> name value=…}}';
    reportAt(scope, 'template-variable', path, `"${path.original}" leads out of the template`, hint);
    return UNKNOWN;
  }
  const local = path.depth === 0 && !isScoped(path) ? scope.locals.get(parts[0] ?? '') : undefined;
  if (local) return fieldsShape(path, local, parts.slice(1), scope);
  const names = path.depth === 0 ? [...scope.locals.keys()] : [];
  return fieldsShape(path, at.shape, parts, scope, names);
}

function dataShape(path: PathExpression, parts: readonly string[], scope: Scope): Shape {
  const [name = '', ...rest] = parts;
  if (name === 'root') return fieldsShape(path, scope.root, rest, scope);
  if (!DATA.includes(name)) {
    return unknown(
      path,
      path.original,
      DATA.map((word) => `@${word}`),
      scope,
    );
  }
  if (!scope.insideEach) {
    reportAt(scope, 'template-variable', path, `"@${name}" has a value only inside {{#each}}`);
  }
  return VALUE;
}

function fieldsShape(
  path: PathExpression,
  start: Shape,
  parts: readonly string[],
  scope: Scope,
  locals: readonly string[] = [],
): Shape {
  let shape = start;
  for (const [index, part] of parts.entries()) {
    const next = fieldShape(shape, part);
    if (!next) {
      const prefix = path.original.slice(0, path.original.length - parts.slice(index).join('.').length);
      const names = index === 0 ? [...fieldNames(shape), ...locals] : fieldNames(shape);
      const known = names.map((name) => prefix + name);
      return unknown(path, prefix + part, known, scope);
    }
    shape = next;
  }
  return shape;
}

function unknown(path: PathExpression, name: string, known: readonly string[], scope: Scope): Shape {
  const message = `there is no variable "${name}"${didYouMean(name, known)}`;
  const hint = known.length > 0 ? { hint: `known here: ${known.join(', ')}` } : {};
  const span = spanOf(path, scope.template.file, path.original.length);
  scope.report.error('template-variable', span, message, hint);
  return UNKNOWN;
}
