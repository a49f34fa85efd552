/** Small decisions of the check: what an absent field is worth, what a choice takes, how a field is to be written. */
import { nearest } from '../../diagnostics/nearest.ts';
import type { YamlValue } from '../../files/yaml-nodes.ts';
import { type ChoiceField, type Field, type FieldValue, innerFields, type ListField } from './field.ts';
import type { FieldPath } from './field-path.ts';
import type { ScalarReading } from './scalars.ts';

/** The option that a text names. */
export function readChoice({ options }: ChoiceField, text: string): ScalarReading {
  if (options.includes(text)) return { value: text };
  const guess = nearest(text, options);
  return {
    problem: `must be ${orList(options)}`,
    ...(guess !== undefined && { hint: `did you mean “${guess}”?` }),
  };
}

function orList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** The value of a field that is not there. */
export function absentValue(field: Field): FieldValue | undefined {
  if (field.type === 'list') return field.fallback ?? [];
  if (field.type === 'named') return {};
  return field.type === 'boolean' ? false : undefined;
}

/** How a required field that is missing is written. */
export function lineToAdd(name: string, field: Field): string {
  const inner = innerFields(field);
  if (field.type === 'list') return `add “${name}:” and its items below it, each after “- ”`;
  return inner ? `add “${name}:” and below it, indented, its fields` : `add a line “${name}: …”`;
}

/** How a list is written where a single value stands. */
export function listHint(field: ListField, value: YamlValue, path: FieldPath): string {
  const name = path.at(-1);
  if (typeof value === 'string' && field.of.type === 'kind') {
    return `write ${name}: [${value.split(/[\s,;]+/).join(', ')}]`;
  }
  return `write its items below it, one a line, each after “- ”`;
}
