/** Attributes in braces, checked: which there are, and what their values may be. */

import { nearest } from '../../diagnostics/nearest.ts';
import type { PositionMap } from '../../files/position-map.ts';
import { knownLanguage } from '../../language/known-language.ts';
import type { Attributes, Direction } from '../edition.ts';
import type { RawAttribute } from '../markdown/attributes.ts';
import type { TreeContext } from './context.ts';

export interface ReadAttributes {
  readonly attributes: Attributes;
  /** `.decorative`, which only images may have. */
  readonly decorative: boolean;
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
  for (const { name, value, offset, length } of raw) {
    const span = map.span(start + offset, start + offset + length);
    const invalid = (message: string, hint: string): void =>
      report.error('attribute-invalid', span, message, { hint });
    const key = name === 'class' ? 'style' : name;
    if (!NAMES.includes(key)) {
      const meant = nearest(key, NAMES);
      const hint =
        meant === undefined ? 'there are #id, .style, lang=… and dir=…' : `did you mean “${meant}”?`;
      invalid(`there is no attribute “${key}”`, hint);
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
        report.error('language-unknown', span, `“${value}” is no language`, {
          hint: 'use a BCP 47 tag such as en, fr, fa-AF or ps',
        });
      }
    } else {
      found[key as 'id' | 'style'] = value;
      if (key === 'id') context.anchors.define(value, span, report);
    }
  }
  return { attributes: found, decorative };
}
