/** Helpers for page numbers, which layout fills in: `pageNumber` and `pageCount`, to hand to `t`. */
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

export const pageCount: HelperDefinition = {
  name: 'pageCount',
  summary: 'How many pages there are, for a sentence of the strings file.',
  example: '{{t "page" page=(pageNumber) pages=(pageCount)}}',
  params: [0, 0],
  hash: [],
  run: () => new Markup('<page-count/>'),
};
