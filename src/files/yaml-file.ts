/**
 * Reads a YAML file of a project, checks it against a schema and says of every fault where it stands. Unknown
 * keys are errors that name the nearest known key.
 */
import * as v from 'valibot';
import { isMap, isNode, LineCounter, type Node, parseDocument } from 'yaml';
import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import { nearestHint } from '../diagnostics/nearest.ts';
import { knownYaml } from './known-yaml.ts';
import type { SourceFile } from './source-file.ts';
import { decodeUtf8 } from './text-file.ts';

export type KeyPath = readonly (string | number)[];
type Schema = v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>;

export interface YamlFile<T> {
  readonly value: T;
  /** Where the value at a path stands (or its key, with `key`); the file alone when the path is not written there. */
  span(path: KeyPath, which?: 'key' | 'value'): SourceSpan;
  /** Whether the file itself has this path, as opposed to a default. */
  has(path: KeyPath): boolean;
}

interface YamlSource {
  /** As diagnostics print it. */
  readonly file: string;
  /** Code for values that do not fit the schema. */
  readonly code: DiagnosticCode;
}

/**
 * Checks a file against a schema. Undefined when it cannot be used; the report then says why.
 *
 * @param code for values that do not fit
 */
export function readYaml<S extends Schema>(
  file: SourceFile,
  code: DiagnosticCode,
  schema: S,
  report: Report,
): YamlFile<v.InferOutput<S>> | undefined {
  const source: YamlSource = { file: file.path, code };
  const known = knownYaml(file.digest);
  if (known !== undefined)
    return { value: v.parse(schema, known), span: () => ({ file: file.path }), has: () => true };
  const text = decodeUtf8(file.bytes, file.path, report);
  if (text === undefined) return undefined;
  const lines = new LineCounter();
  const document = parseSafely(text, lines);
  if (!document) {
    report.error('yaml-syntax', { file: source.file }, 'the file is nested too deeply to be read');
    return undefined;
  }
  const spanAt = (start: number, end: number): SourceSpan => {
    const { line, col } = lines.linePos(start);
    const lineEnd = text.indexOf('\n', start);
    const stop = Math.min(end, lineEnd === -1 ? text.length : lineEnd);
    return { file: source.file, line, column: col, length: Math.max(1, stop - start) };
  };
  for (const error of document.errors)
    report.error('yaml-syntax', spanAt(error.pos[0], error.pos[1]), yamlMessage(error.message));
  if (document.errors.length > 0) return undefined;

  const span = (path: KeyPath, which: 'key' | 'value' = 'value'): SourceSpan => {
    const range = nodeAt(document.contents, path, which)?.range;
    return range ? spanAt(range[0], range[1]) : { file: source.file };
  };
  let plain: unknown;
  try {
    plain = document.toJS({ maxAliasCount: 100 }) ?? {};
  } catch (error) {
    report.error('yaml-syntax', { file: source.file }, error instanceof Error ? error.message : 'not YAML');
    return undefined;
  }
  if (Array.isArray(plain)) {
    report.error(source.code, { file: source.file }, 'the file must be a map of keys to values, not a list');
    return undefined;
  }
  const result = v.safeParse(schema, plain, { abortPipeEarly: true });
  if (!result.success) {
    for (const issue of result.issues) reportIssue(issue, schema, source, span, report);
    return undefined;
  }
  return {
    value: result.output,
    span,
    has: (path) => nodeAt(document.contents, path, 'value') !== undefined,
  };
}

/** The parser recurses; brackets nested by the thousand run it out of stack. */
function parseSafely(text: string, lineCounter: LineCounter): ReturnType<typeof parseDocument> | undefined {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: true });
  } catch {
    return undefined;
  }
}

function reportIssue(
  issue: v.BaseIssue<unknown>,
  schema: Schema,
  source: YamlSource,
  span: YamlFile<unknown>['span'],
  report: Report,
): void {
  const path = (issue.path ?? []).map((item) => item.key as string | number);
  const last = path.at(-1);
  const name = path.join('.');
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    report.error(source.code, span(path, 'key'), `unknown key "${name}"`, {
      hint: nearestHint(String(last), knownKeys(schema, path.slice(0, -1))),
    });
  } else if (issue.type === 'strict_object' && issue.received === 'undefined' && last !== undefined) {
    report.error(source.code, span(path.slice(0, -1), 'key'), `"${name}" is missing`);
  } else {
    const what =
      issue.kind === 'schema'
        ? `must be ${expectation(issue.expected)}, not ${received(issue.input)}`
        : issue.message;
    report.error(source.code, span(path), name ? `"${name}" ${what}` : `the file ${what}`);
  }
}

/** What a schema wants, in words for people who do not write code. */
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
    .map((part) => words[part] ?? part)
    .join(' or ');
}

function received(input: unknown): string {
  if (input === null || input === undefined) return 'empty';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return 'a map';
  return typeof input === 'string' ? `"${input}"` : `the ${typeof input} ${String(input)}`;
}

/** The keys that the object schema at a path knows, looking through optional schemas. */
function knownKeys(schema: unknown, path: KeyPath): string[] {
  let current = unwrap(schema);
  for (const key of path) {
    const node = current as { entries?: Record<string, unknown>; value?: unknown; item?: unknown };
    current = unwrap(node.entries?.[String(key)] ?? node.value ?? node.item);
  }
  return Object.keys((current as { entries?: object } | undefined)?.entries ?? {});
}

function unwrap(schema: unknown): unknown {
  let current = schema;
  while (current && typeof current === 'object' && 'wrapped' in current) current = current.wrapped;
  return current;
}

function nodeAt(root: unknown, path: KeyPath, which: 'key' | 'value'): Node | undefined {
  let current: unknown = root;
  for (const [index, key] of path.entries()) {
    if (isMap(current)) {
      const pair = current.items.find(
        (item) => String(isNode(item.key) ? item.key.toJSON() : item.key) === String(key),
      );
      if (!pair) return undefined;
      const end = index === path.length - 1 && which === 'key';
      current = end ? pair.key : (pair.value ?? pair.key);
    } else if (current && typeof current === 'object' && 'items' in current) {
      current = (current.items as unknown[])[Number(key)];
    } else return undefined;
  }
  return isNode(current) ? current : undefined;
}

/** The yaml package's messages, without their trailing position and in our lower case. */
function yamlMessage(message: string): string {
  const text = message.replace(/ at line \d+, column \d+:?[\s\S]*$/, '');
  return text.charAt(0).toLowerCase() + text.slice(1);
}
