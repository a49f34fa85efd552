/** `or`: the first value that holds, or the last one. */
import type { HelperDefinition } from './helper.ts';
import { holds } from './truth.ts';

export const or: HelperDefinition = {
  name: 'or',
  summary: 'The first value that is there and not empty.',
  example: '{{or subtitle summary}}',
  params: [2, 10],
  hash: [],
  lax: true,
  run: ({ params }) => params.find(holds) ?? params.at(-1),
};
