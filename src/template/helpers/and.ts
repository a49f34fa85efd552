/** `and`: the first value that does not hold, or the last one. */
import type { HelperDefinition } from './helper.ts';
import { holds } from './truth.ts';

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
