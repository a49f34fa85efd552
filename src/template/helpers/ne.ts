/** `ne`: whether two values print differently. */
import type { HelperDefinition } from './helper.ts';
import { same } from './truth.ts';

export const ne: HelperDefinition = {
  name: 'ne',
  summary: 'True when two values differ.',
  example: '{{#if (ne lang "en")}}…{{/if}}',
  params: [2, 2],
  hash: [],
  lax: true,
  run: ({ params }) => !same(params[0], params[1]),
};
