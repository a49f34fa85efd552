/** Fields as a table: for the docs, for `bayan fields`, for programs. */
import { type Field, type Fields, innerFields } from './field.ts';
import { SCALARS } from './scalars.ts';

export interface FieldRow {
  /** Path of the field: `title`, `action.url`, `references[].text`, `images.<name>.alt`. */
  readonly field: string;
  readonly type: string;
  readonly required: boolean;
  /** What is taken when the field is absent, as YAML. */
  readonly fallback?: string;
  readonly description: string;
}

/** One row for each field, fields of fields after their parent. */
export function fieldRows(fields: Fields, prefix = ''): readonly FieldRow[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const path = prefix + name;
    const row: FieldRow = {
      field: path,
      type: typeName(field),
      required: field.required === true,
      ...(field.type === 'list' && field.fallback && { fallback: `[${field.fallback.join(', ')}]` }),
      description: field.label ? `${field.label}. ${field.help}`.trim() : field.help,
    };
    return [row, ...fieldRows(...below(field, path))];
  });
}

/** The fields inside a field, and how their paths begin. */
function below(field: Field, path: string): [Fields, string] {
  const inner = innerFields(field);
  if (inner) return [inner, `${path}.`];
  if (field.type === 'list') return below(field.of, `${path}[]`);
  return field.type === 'named' ? below(field.of, `${path}.<name>`) : [{}, path];
}

function typeName(field: Field): string {
  switch (field.type) {
    case 'choice':
      return field.options.map((option) => `\`${option}\``).join(', ');
    case 'list':
      return innerFields(field.of) ? 'list' : `list: ${typeName(field.of)}`;
    case 'picture':
      return 'picture';
    case 'map':
    case 'named':
      return 'map';
    default:
      return SCALARS[field.type].shown;
  }
}

/** The fields as a Markdown table: field, type, required, description. */
export function fieldTable(fields: Fields): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  const rows = fieldRows(fields).map((row) => {
    const fallback = row.fallback === undefined ? '' : ` Default: \`${row.fallback}\`.`;
    return `| \`${row.field}\` | ${cell(row.type)} | ${row.required ? 'yes' : 'no'} | ${cell(row.description + fallback)} |`;
  });
  return ['| Field | Type | Required | Description |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
