/** Helpers for tests: `and`, `or`, `not`, `eq`, `ne` and `includes`, which go by what their values print. */
import { TextValue } from '../handlebars/values.ts';
import type { HelperDefinition } from './helper.ts';

export const eq: HelperDefinition = {
  name: 'eq',
  summary: 'True when two values are the same.',
  example: '{{#if (eq kind "flyer")}}…{{/if}}',
  params: [2, 2],
  hash: [],
  lax: true,
  run: ({ params }) => same(params[0], params[1]),
};

export const ne: HelperDefinition = {
  name: 'ne',
  summary: 'True when two values differ.',
  example: '{{#if (ne lang "en")}}…{{/if}}',
  params: [2, 2],
  hash: [],
  lax: true,
  run: ({ params }) => !same(params[0], params[1]),
};

export const includes: HelperDefinition = {
  name: 'includes',
  summary: 'True when a list has a value.',
  example: '{{#if (includes kinds "flyer")}}…{{/if}}',
  params: [2, 2],
  hash: [],
  lax: true,
  run: ({ params: [list, value] }) => Array.isArray(list) && list.some((item) => same(item, value)),
};

export const and: HelperDefinition = {
  name: 'and',
  summary: 'True when all values are there and not empty.',
  example: '{{#if (and action demands)}}…{{/if}}',
  params: [2, 10],
  hash: [],
  lax: true,
  run: ({ params }) => {
    const failing = params.findIndex((value) => !holds(value));
    // When none fails the index is -1, which is the last.
    return params.at(failing);
  },
};

export const or: HelperDefinition = {
  name: 'or',
  summary: 'The first value that is there and not empty.',
  example: '{{or subtitle summary}}',
  params: [2, 10],
  hash: [],
  lax: true,
  run: ({ params }) => params.find(holds) ?? params.at(-1),
};

export const not: HelperDefinition = {
  name: 'not',
  summary: 'True when the value is absent, false or empty.',
  example: '{{#if (not translation)}}…{{/if}}',
  params: [1, 1],
  hash: [],
  lax: true,
  run: ({ params }) => !holds(params[0]),
};

/** As Handlebars' own `if`: whether there is something to print. */
function holds(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (value instanceof TextValue) return value.toString() !== '';
  return Boolean(value);
}

function same(a: unknown, b: unknown): boolean {
  return comparable(a) === comparable(b);
}

/** Absent is absent, whether undefined or null; text and numbers compare by what they print. */
function comparable(value: unknown): unknown {
  if (value === undefined) return null;
  return typeof value === 'number' || value instanceof TextValue ? value.toString() : value;
}
