/**
 * Draws a fragment of a line: its clusters as codes of the embedded font, from left to right on one baseline.
 */

import type { TextStyle } from '../document/style.ts';
import { nominalGlyph } from '../fonts/harfbuzz.ts';
import type { Canvas } from '../pdf/canvas.ts';
import { number, rgb } from '../pdf/operators.ts';
import type { Fragment } from '../text/break/fragments.ts';
import { closingMark, codesOf, isNumber, isPaintedInOrder, lineEndSpace, openingMark } from './codes.ts';
import type { Code } from './marks.ts';
import type { Mark } from './tagged-content.ts';

/** Stroke that makes up for a bold face the family does not have, em. */
const SYNTHETIC_BOLD = 0.028;

/** How the line ends whose last fragment is painted. */
export interface LineEnd {
  /** It was broken at a space. */
  readonly space: boolean;
  /** Its paragraph runs from right to left. */
  readonly leftwards: boolean;
}

/** What a fragment says besides its words. */
export interface FragmentMarks {
  /**
   * Of the last fragment of a line. `space` puts the space back at which the line was broken: nothing is seen of it, and a
   * reader knows where the word ends (ISO 32000-1 14.8.2.5).
   */
  readonly end?: LineEnd | undefined;
  /** Operators around it, inside its text object. */
  readonly mark?: Mark | undefined;
}

/** Paints a fragment whose line starts at `x` with its baseline at `y`, pt from the top left of the page. */
export function paintFragment(
  canvas: Canvas,
  fragment: Fragment,
  style: TextStyle,
  { x, y }: { readonly x: number; readonly y: number },
  { end, mark }: FragmentMarks = {},
): void {
  const { size, face } = fragment;
  const font = canvas.fontFor(face);
  const operators: string[] = [];
  let codes = '';
  const all = writtenCodes(fragment, end);
  const start = all[0]?.x ?? fragment.x;
  let pen = start;
  const parts: string[] = [];
  const flush = () => {
    if (codes) parts.push(`<${codes}>`);
    codes = '';
  };
  for (const placed of all) {
    const at = placed.x;
    const encoded = font.encode(placed);
    const shift = at - pen;
    if (Math.abs(shift) > 0.004) {
      flush();
      parts.push(number((-shift / size) * 1000));
      pen = at;
    }
    if (placed.apart) {
      flush();
      const shown = `<${encoded.hex}> Tj`;
      parts.push(`] TJ ${placed.apart === 'piece' ? `/Span BMC ${shown} EMC` : shown} [`);
    } else codes += encoded.hex;
    pen += (encoded.advance * size) / 1000;
  }
  flush();
  if (parts.length === 0) {
    // What the tag tree counts on must be there, if there is nothing in it.
    if (mark) canvas.addContent(`${mark.open} ${mark.close}`);
    return;
  }
  operators.push(rgb(style.color, 'fill'), 'BT', `/${font.name} ${number(size)} Tf`);
  if (face.synthetic.bold)
    operators.push(`${rgb(style.color, 'stroke')} ${number(size * SYNTHETIC_BOLD)} w 2 Tr`);
  operators.push(`1 0 0 -1 ${number(x + start)} ${number(y - fragment.rise)} Tm`);
  if (mark) operators.push(mark.open);
  operators.push(`[${parts.join(' ')}] TJ`);
  if (mark) operators.push(mark.close);
  if (face.synthetic.bold) operators.push('0 Tr');
  operators.push('ET');
  canvas.addContent(operators.join(' '));
}

/** A rebuild paints the lines it has not changed again: what they say is worked out once. */
const written = new WeakMap<Fragment, { readonly end: string; readonly codes: readonly Code[] }>();

/** The codes of a fragment, with what the end of its line adds to them. */
function writtenCodes(fragment: Fragment, end: LineEnd | undefined): readonly Code[] {
  const key = end ? `${end.space} ${end.leftwards}` : '';
  const before = written.get(fragment);
  if (before?.end === key) return before.codes;
  const rightToLeft = (fragment.level & 1) === 1;
  const own = codesOf(fragment.clusters, rightToLeft);
  const [first] = fragment.clusters;
  if (end?.leftwards && first && isNumber(first) && own[0]) own.unshift(closingMark(own[0]));
  if (!end?.space && rightToLeft && own[0]) own.unshift(...openingMark(own[0]));
  const codes = end?.space ? withSpace(fragment, own, end.leftwards || rightToLeft) : own;
  written.set(fragment, { end: key, codes });
  return codes;
}

/** The codes with a space at their logical end, outside the line. */
function withSpace(fragment: Fragment, codes: readonly Code[], backwards: boolean): readonly Code[] {
  const { face, size } = fragment;
  const id = nominalGlyph(face.harfbuzz, 0x20);
  const inOrder = isPaintedInOrder(fragment.clusters);
  const last = codes[backwards && !inOrder ? 0 : codes.length - 1];
  if (id === 0 || !last) return codes;
  const advance = face.advanceOf(id);
  const width = (advance * size) / face.unitsPerEm;
  const cluster = { ...last.cluster, glyphs: [{ id, x: 0, y: 0 }], advance, width };
  const left = last.x - width;
  if (inOrder) return [...codes, { cluster, x: left, text: ' ' }];
  return backwards
    ? [...lineEndSpace({ cluster, x: left, text: ' ' }, last), ...codes]
    : [...codes, { cluster, x: last.x + last.cluster.width, text: ' ' }];
}

/** Underline, strike or background of a fragment, as operators; undefined when it has none. */
export function paintDecoration(
  fragment: Fragment,
  style: TextStyle,
  x: number,
  y: number,
): string | undefined {
  if (!style.underline && !style.strike) return undefined;
  const thickness = Math.max(0.4, style.size * 0.05);
  // Below the dots of Arabic script the line stands lower.
  const drop = style.underline ? style.size * (fragment.level & 1 ? 0.32 : 0.16) : -style.size * 0.28;
  return `${rgb(style.color, 'fill')} ${number(x + fragment.x)} ${number(y + drop)} ${number(fragment.width)} ${number(thickness)} re f`;
}
