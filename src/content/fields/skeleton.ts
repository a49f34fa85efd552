/** Front matter for a new content file: what is required with a sample value, everything else explained in comments. */
import { type Field, type Fields, innerFields } from './field.ts';
import { sampleValue } from './sample.ts';

export interface SkeletonOptions {
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Values that are known, as YAML, by path; a field that has one is not a comment. */
  readonly values?: Readonly<Record<string, string>>;
}

/** Columns before the explanation of a field. */
const GUTTER = 40;

/** The lines of YAML, each ended. Taking `# ` away at the start of lines leaves front matter that is valid. */
export function skeleton(fields: Fields, options: SkeletonOptions): string {
  const lines = Object.entries(fields).flatMap(([name, field]) => {
    const given = Object.keys(options.values ?? {}).some(
      (path) => path === name || path.startsWith(`${name}.`),
    );
    const own = fieldLines(name, field, name, options);
    const shown = field.required === true || given ? own : own.map((line) => `# ${line}`);
    return shown.map((line, index) => (index === 0 ? explain(line, field.help) : line));
  });
  return lines.map((line) => `${line}\n`).join('');
}

/** What a field is for, behind its first line; a sample that says it already stands alone. */
function explain(line: string, help: string): string {
  return help === '' || line.endsWith(help) ? line : `${line.padEnd(GUTTER - 1)} # ${help}`;
}

function fieldLines(name: string, field: Field, path: string, options: SkeletonOptions): string[] {
  const value = options.values?.[path];
  const inner = innerFields(field);
  if (value === undefined && inner)
    return [`${name}:`, ...mapLines(inner, path, options).map((line) => `  ${line}`)];
  if (value === undefined && field.sample === undefined && field.type === 'list')
    return [`${name}:`, ...itemLines(field.of, path, options).map((line) => `  ${line}`)];
  if (value === undefined && field.type === 'named')
    return [
      `${name}:`,
      '  name:',
      ...mapLines(innerFields(field.of) ?? {}, path, options).map((line) => `    ${line}`),
    ];
  return [`${name}: ${value ?? sampleValue(field, options.today)}`];
}

function mapLines(fields: Fields, path: string, options: SkeletonOptions): string[] {
  return Object.entries(fields).flatMap(([name, field]) =>
    fieldLines(name, field, `${path}.${name}`, options),
  );
}

function itemLines(item: Field, path: string, options: SkeletonOptions): string[] {
  const inner = innerFields(item);
  if (!inner) return [`- ${sampleValue(item, options.today)}`];
  return mapLines(inner, path, options).map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
}
