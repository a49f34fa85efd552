/** `pageNumber`: the number of the page, to hand to `t`. */
import { Markup } from '../handlebars/values.ts';
import type { HelperDefinition } from './helper.ts';

export const pageNumber: HelperDefinition = {
  name: 'pageNumber',
  summary: 'The number of the page, for a sentence of the strings file.',
  example: '{{t "page" page=(pageNumber) pages=(pageCount)}}',
  params: [0, 0],
  hash: [],
  run: () => new Markup('<page-number/>'),
};
