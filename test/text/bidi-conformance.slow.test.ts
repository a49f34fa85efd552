/** Every case of Unicode's BidiCharacterTest.txt through the levels, line levels (L1) and visual order (L2) of the product. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Direction } from '../../src/language/language.ts';
import { lineLevels, visualOrder } from '../../src/text/bidi/bidi.ts';
import { bidiClass, isRemoved } from '../../src/text/bidi/class.ts';
import { plainLevels } from '../support/plain-levels.ts';
import { firstStrongOutsideIsolates } from './unicode/paragraph-direction.ts';

const file = gunzipSync(
  readFileSync(new URL('unicode/BidiCharacterTest.txt.gz', import.meta.url)),
).toString();

/** Resolved levels, `x` for what X9 removes, and the visual order of the rest. */
function resolve(text: string, base: Direction): string {
  const levels = lineLevels(text, plainLevels(text, base), 0, text.length, base);
  const kept: number[] = [];
  const shown: string[] = [];
  for (let i = 0; i < text.length; i++) {
    if (isRemoved(bidiClass(text.charCodeAt(i)))) shown.push('x');
    else {
      shown.push(String(levels[i]));
      kept.push(i);
    }
  }
  const order = visualOrder(kept.map((i) => levels[i]!)).map((k) => kept[k]!);
  return `${shown.join(' ')};${order.join(' ')}`;
}

test('all cases of BidiCharacterTest.txt pass', () => {
  const failures: string[] = [];
  let count = 0;
  for (const line of file.split('\n')) {
    if (!/^[0-9A-F]/.test(line)) continue;
    count++;
    const [codes, wanted, level, levels, order] = line.split(';') as [string, string, string, string, string];
    const points = codes.split(' ').map((code) => Number.parseInt(code, 16));
    const text = String.fromCodePoint(...points);
    const base: Direction =
      wanted === '2' ? firstStrongOutsideIsolates(points) : wanted === '1' ? 'rtl' : 'ltr';
    if ((base === 'rtl' ? '1' : '0') !== level || resolve(text, base) !== `${levels};${order}`)
      failures.push(line);
  }
  expect(failures.slice(0, 10)).toEqual([]);
  expect(count).toBe(91707);
});
