/** `not`: whether a value is absent, false or empty. */
import type { HelperDefinition } from './helper.ts';
import { holds } from './truth.ts';

export const not: HelperDefinition = {
  name: 'not',
  summary: 'True when the value is absent, false or empty.',
  example: '{{#if (not translation)}}…{{/if}}',
  params: [1, 1],
  hash: [],
  lax: true,
  run: ({ params }) => !holds(params[0]),
};
