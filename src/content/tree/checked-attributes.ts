/** Attributes in braces, checked: which there are, and what their values may be. */

import { nearest } from '../../diagnostics/nearest.ts';
import { parseLength } from '../../document/length.ts';
import type { PositionMap } from '../../files/position-map.ts';
import { knownLanguage, languageHint } from '../../language/language.ts';
import type { Attributes, Direction } from '../edition.ts';
import type { RawAttribute } from '../markdown/attributes.ts';
import type { TreeContext } from './context.ts';

export interface ReadAttributes {
  readonly attributes: Attributes;
  /** `.decorative`, which only images may have. */
  readonly decorative: boolean;
  /** `width=…`, which only images may have: pt, or a percentage. */
  readonly width?: number | string;
}

const NAMES = ['id', 'style', 'lang', 'dir'];
/** What only some may have: pictures, and blocks with attributes on a line of their own. */
const MORE = { text: [], image: ['width'], block: ['widths'] } as const;

/**
 * Checks raw attributes; those that do not fit are reported (`attribute-invalid`, `language-unknown`) and
 * left out.
 *
 * @param start offset in `map` of the opening brace
 * @param on what they stand behind: text or a block's own, a picture, or a line of their own below a block
 */
export function checkAttributes(
  raw: readonly RawAttribute[],
  map: PositionMap,
  start: number,
  context: TreeContext,
  on: keyof typeof MORE = 'text',
): ReadAttributes {
  const { report } = context;
  const found: { id?: string; lang?: string; dir?: Direction; style?: string; widths?: Widths } = {};
  const forImage = on === 'image';
  let decorative = false;
  let width: number | string | undefined;
  for (const { name, value, offset, length } of raw) {
    const span = map.span(start + offset, start + offset + length);
    const invalid = (message: string, hint: string): void =>
      report.error('attribute-invalid', span, message, { hint });
    const key = name === 'class' ? 'style' : name;
    if (key === 'width' && forImage) {
      if (width !== undefined) invalid('“width” is given twice', 'keep one of the two');
      width = parseWidth(value);
      if (width === undefined) invalid(`“${value}” is no width of a picture`, WIDTHS);
    } else if (key === 'width') {
      invalid('only an image can have a width', 'write it right behind the image: ![…](…){width=60%}');
    } else if (key === 'widths' && on === 'block') {
      if (found.widths) invalid('“widths” is given twice', 'keep one of the two');
      const widths = parseWidths(value);
      if (widths) found.widths = widths;
      else invalid(`“${value}” are no widths of columns`, COLUMN_WIDTHS);
    } else if (key === 'widths') {
      invalid('only a table can have widths', 'write it on a line of its own below the table');
    } else if (!NAMES.includes(key)) {
      const meant = nearest(key, [...NAMES, ...MORE[on]]);
      const all = `there are #id, .style, lang=…${forImage ? ', dir=… and width=…' : ' and dir=…'}`;
      invalid(`there is no attribute “${key}”`, meant === undefined ? all : `did you mean “${meant}”?`);
    } else if (key === 'style' && value === 'decorative') {
      decorative = true;
      if (!forImage) invalid('only an image can be decorative', 'leave it out');
    } else if (found[key as keyof typeof found] !== undefined) {
      invalid(`“${key}” is given twice`, 'keep one of the two');
    } else if (key === 'dir') {
      if (value === 'ltr' || value === 'rtl') found.dir = value;
      else invalid(`“${value}” is no direction`, 'write dir=rtl or dir=ltr');
    } else if (key === 'lang') {
      const tag = knownLanguage(value);
      if (tag !== undefined) found.lang = tag;
      else {
        report.error('language-unknown', span, `“${value}” is no language`, { hint: languageHint(value) });
      }
    } else {
      found[key as 'id' | 'style'] = value;
      if (key === 'id') context.anchors.define(value, span, report);
    }
  }
  return { attributes: found, decorative, ...(width !== undefined && { width }) };
}

const WIDTHS = 'write a share of the column, up to 100%, or a length: 60%, 80mm, 8cm, 200pt, 3in';

type Widths = readonly (number | string)[];
const COLUMN_WIDTHS = 'write one for each column, in quotation marks: "20% 80%", "3cm *", "auto *"';

/** One width for each column; undefined when one of them is none. */
function parseWidths(value: string): Widths | undefined {
  const widths = value
    .trim()
    .split(/\s+/)
    .map((width) => (width === 'auto' || width === '*' ? width : parseWidth(width)));
  return widths.every((width) => width !== undefined) ? widths : undefined;
}

/** A share of the column or a length with its unit; undefined when it is neither, or nothing. */
function parseWidth(value: string): number | string | undefined {
  const share = /^(\d+(?:\.\d+)?)\s*%$/.exec(value)?.[1];
  if (share !== undefined) return Number(share) > 0 && Number(share) <= 100 ? `${Number(share)}%` : undefined;
  const length = /^[\d.]+\s*(?:pt|mm|cm|in)$/.test(value) ? parseLength(value.replace(/\s+/, '')) : undefined;
  return length !== undefined && length > 0 ? length : undefined;
}
