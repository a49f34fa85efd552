/** `eq`: whether two values print the same. */
import type { HelperDefinition } from './helper.ts';
import { same } from './truth.ts';

export const eq: HelperDefinition = {
  name: 'eq',
  summary: 'True when two values are the same.',
  example: '{{#if (eq kind "flyer")}}…{{/if}}',
  params: [2, 2],
  hash: [],
  lax: true,
  run: ({ params }) => same(params[0], params[1]),
};
