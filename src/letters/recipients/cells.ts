/** From the text of a cell to the value of its column: cleaned, checked, and split where it is a list. */
import type { Field, FieldValue } from '../../content/fields/field.ts';
import { readChoice } from '../../content/fields/readings.ts';
import { SCALARS } from '../../content/fields/scalars.ts';
import { knownLanguage, languageHint } from '../../language/language.ts';
import { languageNamed } from '../../language/names.ts';
import { foldName } from '../lists/fold-name.ts';
import type { CellProblem } from '../lists/mangled.ts';
import { foreignSigns, mangledKind, mangledText, withoutDirectionMarks } from '../lists/mangled.ts';
import type { CellKind } from '../lists/table.ts';
import { valueNamed } from './column-names.ts';

export interface CellReading {
  /** Undefined where the cell is empty, or cannot be used. */
  readonly value?: FieldValue;
  readonly problems: readonly CellProblem[];
}

/** Longer is a text in the wrong column. */
const LONGEST_LINE = 200;

/** @param name of the column, for types whose words depend on it */
export function readCell(text: string, kind: CellKind, name: string, field: Field): CellReading {
  const problems: CellProblem[] = [];
  const type = field.type === 'list' ? field.of.type : field.type;
  const unmarked = withoutDirectionMarks(text);
  const clean = tidy(unmarked);
  if (clean === '' && kind === 'text') return { problems };
  const damaged = mangledKind(kind, type) ?? mangledText(clean) ?? foreignSigns(clean, type);
  if (damaged) problems.push(damaged);
  if (damaged?.severity === 'error') return { problems };
  if (unmarked !== text)
    problems.push(
      warning(
        'has invisible marks of direction in it, which are taken out',
        'delete the cell and type it again',
      ),
    );
  if (/^[ \u00a0]|[ \u00a0]$/.test(unmarked))
    problems.push(warning('has spaces before or after it, which are taken out', 'delete them in the list'));
  if (field.type === 'list') {
    const items = clean
      .split(separatorsOf(name))
      .map((item) => item.trim())
      .filter((item) => item !== '');
    const readings = items.map((item) => readOne(item, name, field.of));
    const [failed] = readings.filter(({ problem }) => problem !== undefined);
    if (failed?.problem !== undefined) return { problems: [...problems, failed.problem] };
    return { value: readings.flatMap(({ value }) => (value === undefined ? [] : [value])), problems };
  }
  const line = clean.replace(/\s*\n\s*/g, ' ');
  const { value, problem } = readOne(line, name, field);
  if (problem) return { problems: [...problems, problem] };
  return value === undefined ? { problems } : { value, problems };
}

/** Whether a text is a whole paragraph where a line was expected. */
export function isTooLong(value: FieldValue): boolean {
  return typeof value === 'string' && value.length > LONGEST_LINE;
}

/** Lines without space at their ends. */
function tidy(text: string): string {
  return text
    .replace(/\t/g, ' ')
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map((line) => line.replace(/^[ \u00a0]+|[ \u00a0]+$/g, ''))
    .join('\n')
    .trim();
}

/** A comma belongs to lines of an address and to names of people, and stands between enclosures and addresses of e-mail. */
function separatorsOf(name: string): RegExp {
  if (name === 'address') return /\n/;
  return name === 'enclosures' || name === 'email' ? /[\n;,؛،]/ : /[\n;؛]/;
}

function readOne(
  text: string,
  name: string,
  field: Field,
): { readonly value?: FieldValue; readonly problem?: CellProblem } {
  switch (field.type) {
    case 'text':
    case 'markdown':
      return { value: text };
    case 'language': {
      const value = languageOf(text);
      if (value !== undefined) return { value };
      const problem = `“${text.slice(0, 40)}” is no language Bayan knows`;
      return { problem: { ...unfit(problem, languageHint(text)) } };
    }
    case 'choice': {
      const value =
        valueNamed(name, text) ?? field.options.find((option) => foldName(option) === foldName(text));
      if (value !== undefined) return { value };
      const { hint, problem = '' } = { hint: undefined, ...readChoice(field, text) };
      return {
        problem: unfit(problem, hint ?? `write ${field.options.join(', ')}, or leave the cell empty`),
      };
    }
    case 'boolean':
      if (/^(?:true|yes|1)$/i.test(text)) return { value: true };
      if (/^(?:false|no|0)$/i.test(text)) return { value: false };
      return { problem: unfit('must be true or false', 'write true or false') };
    case 'date':
    case 'time':
    case 'number':
    case 'url':
    case 'email':
    case 'phone':
    case 'kind': {
      const read = SCALARS[field.type].read(text);
      if (read.problem === undefined) return { value: read.value };
      return {
        problem: unfit(
          read.problem,
          `for example ${SCALARS[field.type].sample('2026-03-20').replaceAll("'", '')}`,
        ),
      };
    }
    default:
      return {};
  }
}

const unfit = (problem: string, hint: string): CellProblem => ({
  severity: 'error',
  code: 'value',
  problem,
  hint,
});

const warning = (problem: string, hint: string): CellProblem => ({
  ...unfit(problem, hint),
  severity: 'warning',
});

/** A column has the same few languages thousands of times. */
const languages = new Map<string, string | undefined>();

function languageOf(text: string): string | undefined {
  if (languages.has(text)) return languages.get(text);
  const tag = knownLanguage(text) ?? languageNamed(text);
  if (languages.size < 1000) languages.set(text, tag);
  return tag;
}
