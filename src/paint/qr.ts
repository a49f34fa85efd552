/**
 * Draws a QR code: runs of dark modules as rectangles in one path, in a quiet zone of four modules (ISO/IEC 18004 6.3.8).
 */
import type { QrNode } from '../document/nodes.ts';
import { number, rgb } from '../pdf/operators.ts';
import type { QrCode } from '../typeset/qr-code.ts';

export const QUIET_ZONE = 4;

export function paintQr(item: QrNode & { modules: QrCode; x: number; y: number }): string {
  const { modules, size, x, y } = item;
  const unit = size / (modules.length + 2 * QUIET_ZONE);
  const rectangles: string[] = [];
  modules.forEach((row, r) => {
    for (let c = 0; c < row.length; ) {
      if (!row[c]) {
        c++;
        continue;
      }
      let end = c + 1;
      while (end < row.length && row[end]) end++;
      rectangles.push(
        `${number(x + (c + QUIET_ZONE) * unit)} ${number(y + (r + QUIET_ZONE) * unit)} ${number((end - c) * unit)} ${number(unit)} re`,
      );
      c = end;
    }
  });
  const background = item.background
    ? `${rgb(item.background, 'fill')} ${number(x)} ${number(y)} ${number(size)} ${number(size)} re f `
    : '';
  return `q ${background}${rgb(item.color, 'fill')} ${rectangles.join(' ')} f Q`;
}
