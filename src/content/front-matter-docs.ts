/**
 * What the front matter schema tells people and editors: a table of fields for the docs and a JSON Schema
 * (draft 2020-12) for completion in editors. Both are read off the valibot schema, so they cannot go stale.
 */
import * as v from 'valibot';
import { FrontMatterSchema } from './front-matter-schema.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export interface FieldRow {
  /** Path of the field: `title`, `action.url`, `references[].text`, `images.<name>.alt`. */
  readonly field: string;
  readonly type: string;
  readonly required: boolean;
  /** What is taken when the field is absent, as YAML. */
  readonly fallback?: string;
  readonly description: string;
}

/** What the walk needs to see of a valibot schema; the library's own generic types say less than they hide. */
interface Node {
  readonly kind: string;
  readonly type: string;
  readonly entries?: Readonly<Record<string, Node>>;
  readonly item?: Node;
  readonly value?: Node;
  readonly wrapped?: Node;
  readonly default?: Json;
  readonly options?: readonly (Node | string)[];
  readonly pipe?: readonly Step[];
}

type Step = Node & { readonly requirement?: unknown; readonly metadata?: Readonly<Record<string, Json>> };

const root = FrontMatterSchema as unknown as Node;

const description = (node: Node): string => v.getDescription(inner(node) as unknown as v.GenericSchema) ?? '';
const inner = (node: Node): Node => (node.type === 'optional' && node.wrapped ? inner(node.wrapped) : node);
const members = (node: Node): readonly Node[] =>
  (node.options ?? []).filter((option): option is Node => typeof option !== 'string');
/** The steps of a schema's pipe and of the pipes it was built from, first to last. */
const steps = (node: Node): readonly Step[] =>
  (node.pipe ?? []).flatMap((step, index) => (index === 0 && step.pipe ? steps(step) : [step]));
const requirement = (node: Node, type: string): unknown =>
  steps(node).find((step) => step.type === type)?.requirement;
const metadata = (node: Node): Readonly<Record<string, Json>> =>
  Object.assign({}, ...steps(node).map((step) => (step.type === 'metadata' ? step.metadata : {})));

/** One row for each field, fields of fields after their parent. */
export function frontMatterFields(): readonly FieldRow[] {
  return fieldsOf(root, '');
}

function fieldsOf(map: Node, prefix: string): FieldRow[] {
  return Object.entries(map.entries ?? {}).flatMap(([name, node]) => {
    const field = prefix + name;
    const schema = inner(node);
    const row: FieldRow = {
      field,
      type: typeName(schema),
      required: node.type !== 'optional',
      ...(node.default !== undefined && { fallback: JSON.stringify(node.default) }),
      description: description(node),
    };
    const item = schema.item && (members(schema.item).find((option) => option.entries) ?? schema.item);
    if (schema.entries) return [row, ...fieldsOf(schema, `${field}.`)];
    if (item?.entries) return [row, ...fieldsOf(item, `${field}[].`)];
    if (schema.value?.entries) return [row, ...fieldsOf(schema.value, `${field}.<name>.`)];
    return [row];
  });
}

function typeName(node: Node): string {
  const meta = metadata(node);
  if (meta.type === 'boolean') return 'true or false';
  if (meta.format === 'uri') return 'address';
  if (node.type === 'picklist')
    return (node.options ?? []).map((option) => `\`${String(option)}\``).join(', ');
  if (node.type === 'array') return 'list';
  if (node.entries || node.type === 'record') return 'map';
  return 'text';
}

/** The fields as a Markdown table: field, type, required, description. */
export function frontMatterTable(): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  const rows = frontMatterFields().map((row) => {
    const fallback = row.fallback === undefined ? '' : ` Default: \`${row.fallback}\`.`;
    return `| \`${row.field}\` | ${cell(row.type)} | ${row.required ? 'yes' : 'no'} | ${cell(row.description + fallback)} |`;
  });
  return ['| Field | Type | Required | Description |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** The schema for editors (`# yaml-language-server: $schema=…`), JSON Schema draft 2020-12. */
export function frontMatterJsonSchema(): Readonly<Record<string, Json>> {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Front matter of a Bayan content file',
    ...jsonSchema(root),
  };
}

function jsonSchema(outer: Node): Record<string, Json> {
  const node = inner(outer);
  const text = description(outer);
  return {
    ...(text && { description: text }),
    ...shape(node),
    ...(outer.default !== undefined && { default: outer.default }),
  };
}

function shape(node: Node): Record<string, Json> {
  const meta = metadata(node);
  if (meta.type === 'boolean') return { type: 'boolean' };
  if (node.entries) {
    const entries = Object.entries(node.entries);
    return {
      type: 'object',
      properties: Object.fromEntries(entries.map(([name, entry]) => [name, jsonSchema(entry)])),
      required: entries.filter(([, entry]) => entry.type !== 'optional').map(([name]) => name),
      additionalProperties: false,
    };
  }
  if (node.item) {
    const least = requirement(node, 'min_length');
    return {
      type: 'array',
      items: jsonSchema(node.item),
      ...(typeof least === 'number' && { minItems: least }),
    };
  }
  if (node.type === 'record' && node.value)
    return { type: 'object', additionalProperties: jsonSchema(node.value) };
  if (node.type === 'picklist') return { enum: (node.options ?? []).map(String) };
  if (node.type === 'union') return { anyOf: members(node).map(jsonSchema) };
  const pattern = requirement(node, 'regex');
  const nonEmpty = steps(node).some((step) => step.type === 'non_empty');
  return {
    type: meta.jsonType ?? 'string',
    ...(nonEmpty && { minLength: 1 }),
    ...(meta.format !== undefined && { format: meta.format }),
    ...(meta.pattern !== undefined && { pattern: meta.pattern }),
    ...(pattern instanceof RegExp && { pattern: pattern.source }),
  };
}
