/** Elements of layout markup that concern the page: the document itself, what pages repeat, what stands at a fixed place. */
import { dir, lang, margin, pages, style } from './common-attributes.ts';
import type { ElementDefinition } from './element-definition.ts';

export const PAGE_PARTS = {
  document: {
    summary: 'The root of every template.',
    content: 'document',
    attributes: {
      'page-size': {
        kind: { oneOf: ['A3', 'A4', 'A5', 'A6', 'Letter', 'Legal'] },
        summary: 'Paper; A4 when absent.',
      },
      orientation: { kind: { oneOf: ['portrait', 'landscape'] }, summary: 'Portrait when absent.' },
      margin: { kind: 'lengths', summary: 'Page margins.', required: true },
      style,
      fit: {
        kind: { oneOf: ['page'] },
        summary: '`page`: everything goes on one page; type is made smaller step by step until it does.',
      },
      'min-scale': { kind: 'share', summary: 'How small `fit` may make the type; 0.75 when absent.' },
    },
  },
  header: {
    summary: 'Printed in the top margin of pages; an artifact for screen readers.',
    content: 'flow',
    attributes: { pages, margin },
  },
  footer: {
    summary: 'Printed in the bottom margin of pages; an artifact for screen readers.',
    content: 'flow',
    attributes: { pages, margin },
  },
  background: {
    summary: 'Printed behind pages, from the paper’s edge; an artifact.',
    content: 'flow',
    attributes: { pages },
  },
  place: {
    summary:
      'Blocks at a fixed place of the page that the text has come to, such as the window of an envelope; the text flows as if they were not there.',
    content: 'flow',
    attributes: {
      style,
      dir,
      lang,
      top: { kind: 'length', summary: 'From the top of the paper.', required: true },
      inset: { kind: 'length', summary: 'From the edge of the paper.', required: true },
      edge: {
        kind: { oneOf: ['start', 'end', 'left', 'right'] },
        summary: 'The edge that `inset` counts from; `start` when absent.',
      },
      width: { kind: 'length', summary: 'Width.', required: true },
      height: {
        kind: 'length',
        summary: 'Height; what is higher is an error that says by how much.',
        required: true,
      },
      valign: {
        kind: { oneOf: ['top', 'middle', 'bottom'] },
        summary: 'Where in that height the blocks stand; `top` when absent.',
      },
    },
  },
  'page-break': { summary: 'What follows begins a new page.', content: 'empty', attributes: {} },
} as const satisfies Record<string, ElementDefinition>;
