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

/**
 * Checks raw attributes; those that do not fit are reported (`attribute-invalid`, `language-unknown`) and
 * left out.
 *
 * @param start offset in `map` of the opening brace
 */
export function checkAttributes(
  raw: readonly RawAttribute[],
  map: PositionMap,
  start: number,
  context: TreeContext,
  forImage = false,
): ReadAttributes {
  const { report } = context;
  const found: { id?: string; lang?: string; dir?: Direction; style?: string } = {};
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
    } else if (!NAMES.includes(key)) {
      const names = forImage ? [...NAMES, 'width'] : NAMES;
      const meant = nearest(key, names);
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

/** A share of the column or a length with its unit; undefined when it is neither, or nothing. */
function parseWidth(value: string): number | string | undefined {
  const share = /^(\d+(?:\.\d+)?)\s*%$/.exec(value)?.[1];
  if (share !== undefined) return Number(share) > 0 && Number(share) <= 100 ? `${Number(share)}%` : undefined;
  const length = /^[\d.]+\s*(?:pt|mm|cm|in)$/.test(value) ? parseLength(value.replace(/\s+/, '')) : undefined;
  return length !== undefined && length > 0 ? length : undefined;
}
