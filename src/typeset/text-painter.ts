/**
 * Draws a fragment of a line: its clusters as codes of the embedded font, from left to right on one baseline.
 */
import type { PdfFile } from '../pdf/document.ts';
import type { Fragment } from '../text/line.ts';
import type { TextStyle } from '../text/style.ts';
import { number, rgb } from './operators.ts';

/** Stroke that makes up for a bold face the family does not have, em. */
const SYNTHETIC_BOLD = 0.028;

/** Paints a fragment whose line starts at `x` with its baseline at `y`, pt from the top left of the page. */
export function paintFragment(
  file: PdfFile,
  fragment: Fragment,
  style: TextStyle,
  x: number,
  y: number,
): void {
  const { size, face } = fragment;
  const font = file.fontFor(face);
  const operators: string[] = [];
  let codes = '';
  let pen = fragment.x;
  const parts: string[] = [];
  const flush = () => {
    if (codes) parts.push(`<${codes}>`);
    codes = '';
  };
  for (const { cluster, x: at, text } of fragment.clusters) {
    if (cluster.glyphs.length === 0 || text === '') continue;
    const encoded = font.encode(cluster, text);
    const shift = at - pen;
    if (Math.abs(shift) > 0.004) {
      flush();
      parts.push(number((-shift / size) * 1000));
      pen = at;
    }
    codes += encoded.cid.toString(16).padStart(4, '0');
    pen += (encoded.advance * size) / 1000;
  }
  flush();
  if (parts.length === 0) return;
  operators.push(rgb(style.color, 'fill'), 'BT', `/${font.name} ${number(size)} Tf`);
  if (face.synthetic.bold)
    operators.push(`${rgb(style.color, 'stroke')} ${number(size * SYNTHETIC_BOLD)} w 2 Tr`);
  operators.push(
    `1 0 0 -1 ${number(x + fragment.x)} ${number(y - fragment.rise)} Tm [${parts.join(' ')}] TJ`,
  );
  if (face.synthetic.bold) operators.push('0 Tr');
  operators.push('ET');
  file.addContent(operators.join(' '));
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
