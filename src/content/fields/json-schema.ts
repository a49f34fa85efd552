/**
 * Fields as JSON Schema (draft 2020-12), for completion in editors (`# yaml-language-server: $schema=…`). A project's schema
 * knows the fields of each kind of document, and asks for them where `kinds` names it.
 */
import { COMMON_FIELDS } from './common-fields.ts';
import { type Field, type Fields, innerFields } from './field.ts';
import { type Json, SCALARS } from './scalars.ts';

export type JsonSchema = { readonly [key: string]: Json };

/** The schema of front matter; `kinds` are the fields that each kind of document has besides the common ones. */
export function frontMatterJsonSchema(kinds: Readonly<Record<string, Fields>> = {}): JsonSchema {
  const own = ownProperties(kinds);
  const rules = Object.entries(kinds).flatMap(([kind, fields]) => requiredByKind(kind, fields));
  const { properties, ...common } = mapSchema(COMMON_FIELDS);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Front matter of a Bayan content file',
    ...common,
    properties: { ...(properties as JsonSchema), ...own.properties },
    ...(rules.length + own.rules.length > 0 && { allOf: [...rules, ...own.rules] }),
  };
}

/** Fields that kinds declare, and the rule that each stands only where one of its kinds is asked for. */
function ownProperties(kinds: Readonly<Record<string, Fields>>): {
  properties: JsonSchema;
  rules: JsonSchema[];
} {
  const declared = new Map<string, { kind: string; schema: JsonSchema }[]>();
  for (const [kind, fields] of Object.entries(kinds))
    for (const [name, field] of Object.entries(fields)) {
      if (Object.hasOwn(COMMON_FIELDS, name)) continue;
      declared.set(name, [...(declared.get(name) ?? []), { kind, schema: fieldSchema(field) }]);
    }
  const properties: Record<string, Json> = {};
  const rules: JsonSchema[] = [];
  for (const [name, uses] of declared) {
    const schemas = uses.map(({ schema }) => schema);
    properties[name] = schemas.length === 1 ? schemas[0]! : { anyOf: schemas };
    const asked = uses.map(({ kind }) => namesKind(kind));
    rules.push({ if: { anyOf: asked }, else: { properties: { [name]: false } } });
  }
  return { properties, rules };
}

function requiredByKind(kind: string, fields: Fields): JsonSchema[] {
  const required = requiredNames(fields);
  return required.length === 0 ? [] : [{ if: { not: namesKind(kind) }, else: { required } }];
}

/** True of front matter that asks for a kind. */
function namesKind(kind: string): JsonSchema {
  const named: JsonSchema = { properties: { kinds: { contains: { const: kind } } }, required: ['kinds'] };
  return COMMON_FIELDS.kinds.fallback.some((fallback) => fallback === kind)
    ? { anyOf: [named, { not: { required: ['kinds'] } }] }
    : named;
}

function requiredNames(fields: Fields): string[] {
  return Object.entries(fields).flatMap(([name, field]) => (field.required === true ? [name] : []));
}

function mapSchema(fields: Fields): JsonSchema {
  const properties = Object.entries(fields).map(([name, field]) => [name, fieldSchema(field)]);
  return {
    type: 'object',
    properties: Object.fromEntries(properties) as JsonSchema,
    required: requiredNames(fields),
    additionalProperties: false,
  };
}

function fieldSchema(field: Field): JsonSchema {
  const fallback =
    field.type === 'list' ? (field.fallback ?? []) : field.type === 'boolean' ? false : undefined;
  const description = [field.label, field.help].filter((part) => part).join('. ');
  return {
    ...(description && { description }),
    ...shapeSchema(field),
    ...(fallback !== undefined && field.required !== true && { default: fallback }),
  };
}

function shapeSchema(field: Field): JsonSchema {
  switch (field.type) {
    case 'choice':
      return { enum: field.options };
    case 'list': {
      const least = field.distinct === true || field.required === true;
      return {
        type: 'array',
        items: fieldSchema(field.of),
        ...(least && { minItems: 1 }),
        ...(field.distinct === true && { uniqueItems: true }),
      };
    }
    case 'named':
      return { type: 'object', additionalProperties: fieldSchema(field.of) };
    case 'map':
    case 'picture': {
      const map = mapSchema(innerFields(field) ?? {});
      const short = field.type === 'map' ? field.short : undefined;
      return short === undefined ? map : { anyOf: [SCALARS.text.json, map] };
    }
    default: {
      if (field.type !== 'text' || field.blank !== true) return SCALARS[field.type].json;
      return { type: 'string' };
    }
  }
}
