/**
 * Front matter: the YAML between two `---` lines at the top of a content file, checked against its schema.
 * Every complaint points at the line and column of the field it is about.
 */
import * as v from 'valibot';
import type { Report } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { YamlDocument } from '../files/yaml-document.ts';
import type { YamlValue } from '../files/yaml-nodes.ts';
import { descriptionAt, fieldsAt } from './front-matter-fields.ts';
import { FrontMatterSchema } from './front-matter-schema.ts';

/** What the front matter of an edition says, with defaults filled in. */
export type FrontMatter = v.InferOutput<typeof FrontMatterSchema>;

export interface FrontMatterResult {
  readonly frontMatter: FrontMatter;
  /** Where each value stands. */
  readonly yaml: YamlDocument;
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
  const yaml = YamlDocument.parse(text, { file, line, scalars: 'text', what: 'the front matter' }, report);
  if (!yaml) return undefined;
  if (typeof yaml.value === 'string' || Array.isArray(yaml.value)) {
    report.error(
      'front-matter-invalid',
      yaml.span([]),
      'front matter must be fields: “name: value”, one a line',
    );
    return undefined;
  }
  const meant = reportUnknown(yaml.value as YamlValue, [], yaml, report);
  const result = v.safeParse(FrontMatterSchema, yaml.value);
  if (!result.success) for (const issue of result.issues) reportIssue(issue, meant, yaml, report);
  if (!result.success || meant.size > 0) return undefined;
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

type Path = readonly (string | number)[];

/**
 * Reports every field that does not exist. (The schema library stops at the first, and takes `constructor` for
 * a field, since every object has one.)
 *
 * @returns paths of the fields that were probably meant, so that those are not reported as missing too
 */
function reportUnknown(value: YamlValue, path: Path, yaml: YamlDocument, report: Report): Set<string> {
  const meant = new Set<string>();
  if (typeof value === 'string') return meant;
  const known = Array.isArray(value) ? undefined : fieldsAt(path);
  for (const [key, child] of Object.entries(value)) {
    const at = [...path, key];
    if (!known || known.includes(key)) {
      for (const name of reportUnknown(child, at, yaml, report)) meant.add(name);
      continue;
    }
    const guess = nearest(key, known);
    meant.add([...path, guess ?? key].join('.'));
    report.error('front-matter-unknown', yaml.span(at, 'key'), `there is no field “${at.join('.')}”`, {
      hint: guess === undefined ? `the fields are ${known.join(', ')}` : `did you mean “${guess}”?`,
    });
  }
  return meant;
}

function reportIssue(
  issue: v.BaseIssue<unknown>,
  meant: ReadonlySet<string>,
  yaml: YamlDocument,
  report: Report,
): void {
  // A union speaks for its members, but where one member got further into the value, that one knows more.
  const deeper =
    issue.type === 'union' ? (issue.issues ?? []).filter(({ path }) => (path?.length ?? 0) > 0) : [];
  if (deeper.length > 0) {
    for (const inner of deeper) {
      const path = [...(issue.path ?? []), ...(inner.path ?? [])];
      reportIssue({ ...inner, path } as v.BaseIssue<unknown>, meant, yaml, report);
    }
    return;
  }
  if (issue.type === 'strict_object' && issue.expected === 'never') return;
  const path = (issue.path ?? []).map((item) => item.key as string | number);
  const name = path.join('.');
  const description = descriptionAt(path);
  if (issue.type === 'strict_object' && issue.received === 'undefined') {
    if (meant.has(name)) return;
    report.error(
      'front-matter-missing',
      yaml.span(path.slice(0, -1), 'key'),
      `the field “${name}” is missing`,
      {
        ...(description && { hint: `add “${path.at(-1)}: …” – ${description}` }),
      },
    );
  } else {
    report.error('front-matter-invalid', yaml.span(path), `“${name}” ${issue.message}`, {
      ...(description && { hint: description }),
    });
  }
}
