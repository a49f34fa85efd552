/**
 * Draws a QR code: runs of dark modules as rectangles in one path, in a quiet zone of four modules (ISO/IEC 18004 6.3.8).
 */
import { number, rgb } from '../pdf/operators.ts';
import type { QrItem } from '../typeset/page-item.ts';

const QUIET_ZONE = 4;

export function paintQr({ code, width: size, x, y, color, background }: QrItem): string {
  const unit = size / (code.length + 2 * QUIET_ZONE);
  const rectangles: string[] = [];
  code.forEach((row, r) => {
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
  const ground = background
    ? `${rgb(background, 'fill')} ${number(x)} ${number(y)} ${number(size)} ${number(size)} re f `
    : '';
  return `q ${ground}${rgb(color, 'fill')} ${rectangles.join(' ')} f Q`;
}
