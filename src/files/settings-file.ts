/**
 * Reads a YAML file of settings and checks it against a schema: bayan.yaml, the brand, fonts.yaml as a whole; styles and
 * words entry by entry, so that one that is wrong does not take the others with it.
 */
import * as v from 'valibot';
import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import { knownYaml } from './known-file.ts';
import { reportIssue, type Schema } from './schema-issues.ts';
import type { SourceFile } from './source-file.ts';
import { decodeUtf8 } from './text-file.ts';
import { YamlDocument } from './yaml-document.ts';
import type { YamlPath } from './yaml-nodes.ts';

export interface Settings<T> {
  readonly value: T;
  /** Where the value at a path stands, or its key; its nearest parent when the path is not written there. */
  span(path: YamlPath, which?: 'key' | 'value'): SourceSpan;
  /** Whether the file itself has this path, as opposed to a default. */
  has(path: YamlPath): boolean;
}

/**
 * Reads and checks a file. Undefined when it cannot be used; the report then says why.
 *
 * @param code for values that do not fit
 * @param longest characters the file may have; 100,000 when left out
 */
export function readSettings<S extends Schema>(
  file: SourceFile,
  code: DiagnosticCode,
  schema: S,
  report: Report,
  longest?: number,
): Settings<v.InferOutput<S>> | undefined {
  const known = knownYaml(file.digest);
  if (known !== undefined)
    return { value: v.parse(schema, known), span: () => ({ file: file.path }), has: () => true };
  const yaml = readMap(file, code, report, longest);
  if (!yaml) return undefined;
  const span = yaml.span.bind(yaml);
  const result = v.safeParse(schema, yaml.value, { abortPipeEarly: true });
  if (result.success) return { value: result.output, span, has: (path) => yaml.has(path) };
  for (const issue of result.issues) reportIssue(issue, { schema, path: [], code, span }, report);
  return undefined;
}

/**
 * Reads a file whose entries are alike, and checks each by itself; those that do not fit are reported and left out.
 *
 * @param code for entries that do not fit
 * @param hint what to do about one that does not
 */
export function readEntries<S extends Schema>(
  file: SourceFile,
  code: DiagnosticCode,
  schema: S,
  report: Report,
  hint?: string,
): Settings<ReadonlyMap<string, v.InferOutput<S>>> | undefined {
  const yaml = readMap(file, code, report);
  if (!yaml) return undefined;
  const span = yaml.span.bind(yaml);
  const entries = new Map<string, v.InferOutput<S>>();
  for (const [name, value] of Object.entries(yaml.value as object)) {
    const result = v.safeParse(schema, value, { abortPipeEarly: true });
    if (result.success) entries.set(name, result.output);
    else {
      const context = { schema, path: [name], code, span, ...(hint !== undefined && { hint }) };
      for (const issue of result.issues) reportIssue(issue, context, report);
    }
  }
  return { value: entries, span, has: (path) => yaml.has(path) };
}

function readMap(
  file: SourceFile,
  code: DiagnosticCode,
  report: Report,
  longest?: number,
): YamlDocument | undefined {
  const text = decodeUtf8(file.bytes, file.path, report);
  if (text === undefined) return undefined;
  const options = { file: file.path, scalars: 'typed', what: 'the file' } as const;
  const yaml = YamlDocument.parse(text, { ...options, ...(longest !== undefined && { longest }) }, report);
  if (!yaml) return undefined;
  const { value } = yaml;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return yaml;
  const kind = Array.isArray(value) ? 'a list' : `the text "${String(value).slice(0, 40)}"`;
  report.error(code, yaml.span([]), `the file must be a map of keys to values, not ${kind}`, {
    hint: 'write lines such as “name: value”',
  });
  return undefined;
}
