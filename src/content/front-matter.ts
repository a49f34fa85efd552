/**
 * Front matter: the YAML between two `---` lines at the top of a content file, checked against its schema.
 * Every complaint points at the line and column of the field it is about.
 */
import * as v from 'valibot';
import type { Report } from '../diagnostics/diagnostic.ts';
import { FrontMatterSchema } from './front-matter-schema.ts';
import { nearest } from './nearest.ts';
import { YamlSource } from './yaml-source.ts';

/** What the front matter of an edition says, with defaults filled in. */
export type FrontMatter = v.InferOutput<typeof FrontMatterSchema>;

export interface FrontMatterResult {
  readonly frontMatter: FrontMatter;
  /** Where each value stands. */
  readonly yaml: YamlSource;
}

export interface SplitSource {
  readonly yaml: string;
  /** Line on which the YAML starts, from 1. */
  readonly yamlLine: number;
  /** Index in the lines of the file at which the Markdown starts. */
  readonly bodyLine: number;
}

/** Finds the front matter of a content file; reports `front-matter-missing` when there is none. */
export function splitFrontMatter(
  lines: readonly string[],
  file: string,
  report: Report,
): SplitSource | undefined {
  const fence = /^---[ \t]*$/;
  if (!fence.test(lines[0] ?? '')) {
    report.error(
      'front-matter-missing',
      { file, line: 1, column: 1 },
      'the file does not start with front matter',
      {
        hint: 'start it with a line “---”, then “title: …” and “date: …”, then “---” again',
      },
    );
    return undefined;
  }
  const end = lines.findIndex((line, index) => index > 0 && fence.test(line));
  if (end < 0) {
    report.error('front-matter-missing', { file, line: 1, column: 1 }, 'the front matter is never closed', {
      hint: 'put a line “---” between the front matter and the text',
    });
    return undefined;
  }
  return { yaml: `${lines.slice(1, end).join('\n')}\n`, yamlLine: 2, bodyLine: end + 1 };
}

/**
 * Reads and checks front matter.
 *
 * @param text the YAML, without its `---` lines
 * @param line the line of `file` on which `text` starts
 * @returns undefined after reporting `yaml-syntax`, `front-matter-unknown`, `front-matter-missing`,
 *   `front-matter-invalid` or `image-alt`, as many as there are
 */
export function parseFrontMatter(
  file: string,
  text: string,
  line: number,
  report: Report,
): FrontMatterResult | undefined {
  const yaml = YamlSource.parse(file, text, line, report);
  if (!yaml) return undefined;
  const result = v.safeParse(FrontMatterSchema, yaml.value);
  if (!result.success) {
    for (const issue of result.issues) reportIssue(issue, yaml, report);
    return undefined;
  }
  let complete = true;
  for (const [name, image] of Object.entries(result.output.images)) {
    if (image.alt || image.decorative) continue;
    complete = false;
    report.error('image-alt', yaml.span(['images', name]), `the image “${name}” has no alternative text`, {
      hint: 'add “alt: …” with what it shows, or “decorative: true” when it says nothing',
    });
  }
  return complete ? { frontMatter: result.output, yaml } : undefined;
}

function reportIssue(issue: v.BaseIssue<unknown>, yaml: YamlSource, report: Report): void {
  // A union speaks for its members, but where one member got further into the value, that one knows more.
  const deeper = issue.issues?.find((inner) => (inner.path?.length ?? 0) > 0);
  if (issue.type === 'union' && deeper) {
    for (const inner of issue.issues ?? []) {
      if ((inner.path?.length ?? 0) === 0) continue;
      reportIssue(
        { ...inner, path: [...(issue.path ?? []), ...inner.path!] } as v.BaseIssue<unknown>,
        yaml,
        report,
      );
    }
    return;
  }
  const path = (issue.path ?? []).map((item) => item.key as string | number);
  const name = path.join('.') || 'front matter';
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const siblings = knownFields(path.slice(0, -1));
    const meant = nearest(String(path.at(-1)), siblings);
    report.error('front-matter-unknown', yaml.span(path, 'key'), `there is no field “${name}”`, {
      hint: meant === undefined ? `the fields are ${siblings.join(', ')}` : `did you mean “${meant}”?`,
    });
  } else if (issue.received === 'undefined' && issue.type === 'strict_object') {
    const description = describe(path);
    report.error(
      'front-matter-missing',
      yaml.span(path.slice(0, -1), 'key'),
      `the field “${name}” is missing`,
      {
        ...(description && { hint: `add “${path.at(-1)}: …” – ${description}` }),
      },
    );
  } else {
    const description = describe(path);
    report.error('front-matter-invalid', yaml.span(path), `“${name}” ${issue.message}`, {
      ...(description && { hint: `${path.at(-1)}: ${description}` }),
    });
  }
}

interface Described {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Described>>;
  readonly item?: Described;
  readonly value?: Described;
  readonly wrapped?: Described;
  readonly options?: readonly Described[];
}

/** The schema at a path of the front matter; indexes and names of maps lead to the schema of the item. */
function schemaAt(path: readonly (string | number)[]): Described | undefined {
  let schema: Described | undefined = FrontMatterSchema as unknown as Described;
  for (const key of path) {
    schema = unwrap(schema);
    if (schema?.type === 'union') schema = schema.options?.map(unwrap).find((option) => option?.entries);
    schema = schema?.entries ? schema.entries[key] : (schema?.item ?? schema?.value);
  }
  return schema;
}

const unwrap = (schema: Described | undefined): Described | undefined =>
  schema?.wrapped && schema.type === 'optional' ? unwrap(schema.wrapped) : schema;

function knownFields(path: readonly (string | number)[]): readonly string[] {
  const schema = unwrap(schemaAt(path));
  const map =
    schema?.type === 'union' ? schema.options?.map(unwrap).find((option) => option?.entries) : schema;
  return Object.keys(map?.entries ?? {});
}

function describe(path: readonly (string | number)[]): string | undefined {
  const schema = unwrap(schemaAt(path));
  return schema && v.getDescription(schema as unknown as v.GenericSchema);
}
