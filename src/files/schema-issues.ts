/**
 * Says what is wrong with a value that does not fit its schema, at its place and in words for people who do not write
 * code: the one reporter for bayan.yaml, the brand, styles, words and fonts.yaml.
 */
import type * as v from 'valibot';
import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import { nearestHint } from '../diagnostics/nearest.ts';
import type { YamlPath } from './yaml-nodes.ts';

export type Schema = v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>;

export interface IssueContext {
  readonly schema: Schema;
  /** Where in the file the value that was checked is. */
  readonly path: YamlPath;
  /** Code for values that do not fit. */
  readonly code: DiagnosticCode;
  readonly span: (path: YamlPath, which?: 'key' | 'value') => SourceSpan;
  /** What to do, where nothing better is known. */
  readonly hint?: string;
}

/** Reports one issue of valibot's. */
export function reportIssue(issue: v.BaseIssue<unknown>, context: IssueContext, report: Report): void {
  const { schema, code, span } = context;
  const inner = (issue.path ?? []).map((item) => item.key as string | number);
  const path = [...context.path, ...inner];
  const last = path.at(-1);
  const name = path.join('.');
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    report.error(code, span(path, 'key'), `unknown key "${name}"`, {
      hint: nearestHint(String(last), knownKeys(schema, inner.slice(0, -1))),
    });
  } else if (issue.type === 'strict_object' && issue.received === 'undefined' && last !== undefined) {
    report.error(code, span(path.slice(0, -1), 'key'), `"${name}" is missing`);
  } else {
    const what = explain(issue);
    const hint = context.hint === undefined ? {} : { hint: context.hint };
    const isKey = issue.path?.at(-1)?.origin === 'key';
    report.error(
      code,
      isKey ? span(path, 'key') : placeOf(path, span),
      name ? `"${name}" ${what}` : `the file ${what}`,
      hint,
    );
  }
}

/** The value, or its name when the value begins on a line below. */
function placeOf(path: YamlPath, span: IssueContext['span']): SourceSpan {
  const key = span(path, 'key');
  const value = span(path);
  return value.line === key.line ? value : key;
}

/** In the schema's own words where it has any; valibot's begin with "Invalid". */
function explain(issue: v.BaseIssue<unknown>): string {
  if (!issue.message.startsWith('Invalid ')) return issue.message;
  return `must be ${expectation(issue.expected)}, not ${received(issue.input)}`;
}

/** What a schema wants. */
function expectation(expected: string | null): string {
  const words: Record<string, string> = {
    Object: 'a map of keys to values',
    Array: 'a list',
    string: 'text',
    number: 'a number',
    boolean: 'true or false',
  };
  return (expected ?? 'something else')
    .replace(/^\((.*)\)$/, '$1')
    .split(' | ')
    .map((part) => words[part] ?? part.replace(/^>=/, 'at least ').replace(/^<=/, 'at most '))
    .join(' or ');
}

function received(input: unknown): string {
  if (input === null || input === undefined) return 'empty';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return 'a map';
  return typeof input === 'string' ? `"${input}"` : `the ${typeof input} ${String(input)}`;
}

/** As much of a schema as the walk to its keys needs. */
interface SchemaNode {
  readonly entries?: Readonly<Record<string, SchemaNode>>;
  readonly value?: SchemaNode;
  readonly item?: SchemaNode;
  readonly wrapped?: SchemaNode;
}

/** The keys that the object schema at a path knows, looking through optional schemas. */
function knownKeys(schema: Schema, path: YamlPath): string[] {
  let current = unwrap(schema as SchemaNode);
  for (const key of path)
    current = unwrap(current?.entries?.[String(key)] ?? current?.value ?? current?.item);
  return Object.keys(current?.entries ?? {});
}

function unwrap(schema: SchemaNode | undefined): SchemaNode | undefined {
  return schema?.wrapped ? unwrap(schema.wrapped) : schema;
}
