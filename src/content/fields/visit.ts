/** Goes through checked values together with the fields they are values of. */
import { type Field, type Fields, type FieldValue, type FieldValues, innerFields } from './field.ts';
import type { FieldPath } from './field-path.ts';

/** Calls `visit` for every value, a map or list before what is in it. */
export function visitFields(
  fields: Fields,
  values: FieldValues,
  visit: (field: Field, value: FieldValue, path: FieldPath) => void,
  path: FieldPath = [],
): void {
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name];
    if (value !== undefined) visitValue(field, value, visit, [...path, name]);
  }
}

function visitValue(
  field: Field,
  value: FieldValue,
  visit: (field: Field, value: FieldValue, path: FieldPath) => void,
  path: FieldPath,
): void {
  visit(field, value, path);
  const inner = innerFields(field);
  if (inner && isRecord(value)) visitFields(inner, value, visit, path);
  else if (field.type === 'list' && Array.isArray(value))
    for (const [index, item] of value.entries())
      visitValue(field.of, item as FieldValue, visit, [...path, index]);
  else if (field.type === 'named' && isRecord(value))
    for (const [name, item] of Object.entries(value)) {
      if (item !== undefined) visitValue(field.of, item, visit, [...path, name]);
    }
}

/** True for the value of a map, which has values by name. */
export function isRecord(value: FieldValue | undefined): value is FieldValues {
  return typeof value === 'object' && !Array.isArray(value);
}
