/**
 * The vocabulary of layout markup: which elements exist, which attributes they take and what may stand
 * inside them. The template checker, the types that composition works with and docs/templates.md all come from this
 * one table.
 */

import { align, box, dir, fill, lang, margin, padding, style, text, width } from './common-attributes.ts';
import type { ElementDefinition } from './element-definition.ts';
import { PAGE_PARTS } from './page-parts.ts';
import { PICTURES } from './picture-elements.ts';

export const ELEMENTS = {
  ...PAGE_PARTS,
  stack: { summary: 'Blocks one under another.', content: 'flow', attributes: box },
  columns: {
    summary: 'Blocks side by side, from start to end.',
    content: 'flow',
    attributes: {
      ...box,
      gap: { kind: 'length', summary: 'Space between columns.' },
      valign: {
        kind: { oneOf: ['top', 'middle', 'bottom'] },
        summary: 'How columns of different height stand.',
      },
    },
  },
  band: {
    summary: 'A block whose fill runs to both edges of the paper.',
    content: 'flow',
    attributes: {
      ...box,
      fill,
      padding,
      bleed: {
        kind: { oneOf: ['none', 'top', 'bottom'] },
        summary: 'Also run to the top or bottom edge of the paper.',
      },
    },
  },
  panel: {
    summary: 'A block on a filled or bordered box.',
    content: 'flow',
    attributes: {
      ...box,
      fill,
      padding,
      border: { kind: 'color', summary: 'Colour of the bar at the start edge.' },
      'border-width': { kind: 'length', summary: 'Width of that bar.' },
    },
  },
  title: { summary: 'The title of the document (H1).', content: 'inline', attributes: text },
  heading: {
    summary: 'A heading.',
    content: 'inline',
    attributes: {
      ...text,
      level: { kind: { oneOf: ['2', '3', '4', '5', '6'] }, summary: 'Level in the outline; 2 when absent.' },
    },
  },
  lead: { summary: 'The opening paragraph.', content: 'inline', attributes: text },
  text: { summary: 'A paragraph.', content: 'inline', attributes: text },
  ul: { summary: 'A list with bullets.', content: 'items', attributes: { style, margin, width, dir, lang } },
  ol: {
    summary: 'A numbered list, in the digits of the language.',
    content: 'items',
    attributes: {
      style,
      margin,
      width,
      dir,
      lang,
      start: { kind: 'number', summary: 'First number.' },
      marker: { kind: 'style', summary: 'Style of the numbers.' },
    },
  },
  item: { summary: 'An item of a list.', content: 'flow', attributes: { style } },
  table: {
    summary: 'A table.',
    content: 'rows',
    attributes: {
      ...box,
      widths: { kind: 'widths', summary: 'One width for each column; by what stands in them without it.' },
      lines: {
        kind: { oneOf: ['none', 'horizontal'] },
        summary: 'Rules between rows; as the style `table` says when absent.',
      },
    },
  },
  row: {
    summary: 'A row of a table.',
    content: 'cells',
    attributes: {
      header: { kind: 'boolean', summary: 'A header row: repeated on every page, read as headings.' },
    },
  },
  cell: {
    summary: 'A cell of a row.',
    content: 'flow',
    attributes: {
      style,
      align,
      fill,
      colspan: { kind: 'count', summary: 'How many columns it spans, a whole number; 1 when absent.' },
      header: { kind: 'boolean', summary: 'A heading for its row.' },
    },
  },
  ...PICTURES,
  rule: {
    summary: 'A line across the column.',
    content: 'empty',
    attributes: {
      color: { kind: 'color', summary: 'Colour of the line.' },
      thickness: { kind: 'length', summary: 'Thickness; as the style `rule` says when absent.' },
      width: { kind: 'length', summary: 'Length; the whole column when absent.' },
      margin,
    },
  },
  toc: {
    summary: 'The table of contents: headings of the text with their pages, each a link.',
    content: 'empty',
    attributes: {
      style,
      margin,
      depth: { kind: 'number', summary: 'Lowest level of heading that is listed; 3 when absent.' },
    },
  },
  spacer: {
    summary: 'Empty space.',
    content: 'empty',
    attributes: {
      height: { kind: 'length', summary: 'Height.' },
      grow: { kind: 'number', summary: 'A share of the space left on a `fit="page"` page.' },
      to: {
        kind: 'length',
        summary: 'Down to this far from the top of the paper; nothing where the text is there already.',
      },
    },
  },
  span: {
    summary: 'A run of text in another style, language or direction.',
    content: 'inline',
    attributes: { style, dir, lang },
  },
  link: {
    summary: 'A link.',
    content: 'inline',
    attributes: {
      href: { kind: 'string', summary: 'http, https, mailto or tel address, or `#id`.', required: true },
      style,
    },
  },
  br: { summary: 'A line break.', content: 'empty', attributes: {} },
  'page-number': {
    summary: 'The number of the page, in the digits of the language.',
    content: 'empty',
    attributes: {},
  },
  'page-count': { summary: 'How many pages there are.', content: 'empty', attributes: {} },
} as const satisfies Record<string, ElementDefinition>;

export type ElementName = keyof typeof ELEMENTS;

/** Elements that stand inside text. */
export const INLINE_ELEMENTS: ReadonlySet<ElementName> = new Set([
  'span',
  'link',
  'br',
  'page-number',
  'page-count',
]);

/** Elements that stand directly inside `document` besides flow content. */
export const PAGE_ELEMENTS: ReadonlySet<ElementName> = new Set(['header', 'footer', 'background']);
