/** An example of a field's value, for new content files and for messages. */
import { stringify } from 'yaml';
import type { Field } from './field.ts';
import { SCALARS } from './scalars.ts';

/**
 * The value as YAML on one line; empty for maps, which have their own fields.
 *
 * @param today YYYY-MM-DD, for dates
 */
export function sampleValue(field: Field, today: string): string {
  if (field.sample !== undefined) return field.sample;
  switch (field.type) {
    case 'choice':
      return inYaml(field.options[0] ?? '');
    case 'list':
      return `[${sampleValue(field.of, today)}]`;
    case 'map':
    case 'named':
    case 'picture':
      return '';
    case 'text':
    case 'markdown':
      return inYaml(field.label ?? SCALARS[field.type].sample(today));
    default:
      return SCALARS[field.type].sample(today);
  }
}

function inYaml(text: string): string {
  return stringify(text, { lineWidth: 0 }).trimEnd();
}
