/**
 * When a value counts as true in a test, and when two are equal: by what they print, as Handlebars' own `if`
 * goes by whether there is something to print.
 */
import { TextValue } from '../handlebars/values.ts';

export function holds(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (value instanceof TextValue) return value.toString() !== '';
  return Boolean(value);
}

export function same(a: unknown, b: unknown): boolean {
  return comparable(a) === comparable(b);
}

/** Absent is absent, whether undefined or null; text and numbers compare by what they print. */
function comparable(value: unknown): unknown {
  if (value === undefined) return null;
  return typeof value === 'number' || value instanceof TextValue ? value.toString() : value;
}
