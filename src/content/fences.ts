/** The two lines `---` around front matter, and what stands in their place when one of them is missing. */
import type { Report } from '../diagnostics/diagnostic.ts';
import { FIELD_NAME } from '../files/field-name.ts';

export interface SplitSource {
  readonly yaml: string;
  /** Line on which the YAML starts, from 1. */
  readonly yamlLine: number;
  /** Index in the lines of the file at which the Markdown starts. */
  readonly bodyLine: number;
}

const FENCE = /^---[ \t]*$/;
/** What is typed, or made by an editor, where `---` is meant: other numbers of hyphens, dashes, `...`, a fence of code. */
const NEARLY = /^\s*(?:[-–—−_=+*~]{1,}|\.\.\.|```\s*(?:ya?ml)?)\s*$/iu;
const FIELD = new RegExp(String.raw`^${FIELD_NAME}:(?:\s|$)`, 'u');

/** Finds the front matter of a content file; reports `front-matter-missing` when there is none. */
export function splitFrontMatter(
  lines: readonly string[],
  file: string,
  report: Report,
): SplitSource | undefined {
  if (!FENCE.test(lines[0] ?? '')) {
    reportNoStart(lines, file, report);
    return undefined;
  }
  const end = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
  if (end < 0) {
    reportNoEnd(lines, file, report);
    return undefined;
  }
  return { yaml: `${lines.slice(1, end).join('\n')}\n`, yamlLine: 2, bodyLine: end + 1 };
}

function reportNoStart(lines: readonly string[], file: string, report: Report): void {
  const filled = lines.findIndex((line) => line.trim() !== '');
  const first = lines[filled] ?? '';
  const say = (index: number, message: string, hint: string): void => {
    const length = lines[index]!.trimEnd().length;
    const span = { file, line: index + 1, column: 1, ...(length > 0 && { length }) };
    report.error('front-matter-missing', span, message, { hint });
  };
  if (filled > 0 && FENCE.test(first))
    say(0, 'the front matter begins below the first line', 'delete what is above “---”');
  else if (NEARLY.test(first))
    say(filled, 'front matter begins with a line of three hyphens', insteadOf(first));
  else if (FIELD.test(first))
    say(filled, 'the line above the front matter is missing', 'put a line “---” above this one');
  else
    say(
      0,
      'the file does not start with front matter',
      'start it with a line “---”, then “title: …” and “date: …”, then “---” again',
    );
}

const insteadOf = (line: string): string =>
  FENCE.test(line.trim()) ? 'delete the spaces before “---”' : `write “---” instead of “${line.trim()}”`;

function reportNoEnd(lines: readonly string[], file: string, report: Report): void {
  const message = 'the front matter is never closed';
  const nearly = lines.findIndex((line, index) => index > 0 && NEARLY.test(line));
  // Front matter has no empty lines in most files, and the text is below the first.
  const empty = lines.findIndex((line, index) => index > 1 && line.trim() === '');
  if (nearly > 0 && (empty < 0 || nearly <= empty + 1)) {
    const written = lines[nearly]!;
    const span = { file, line: nearly + 1, column: 1, length: written.trimEnd().length };
    report.error('front-matter-missing', span, message, {
      hint: insteadOf(written),
    });
    return;
  }
  const before = empty > 0 && lines.slice(empty).some((line) => line.trim() !== '') ? empty : undefined;
  report.error('front-matter-missing', { file, line: 1, column: 1, length: 3 }, message, {
    hint: `put a line “---” between the front matter and the text${before === undefined ? '' : `, on line ${before + 1}`}`,
  });
}
