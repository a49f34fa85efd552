/** Every case of Unicode's LineBreakTest.txt through our line breaker. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { UNICODE_VERSION } from '../../src/text/break/data.ts';
import { unicodeLineBreaks } from '../../src/text/break/rules.ts';

const file = gunzipSync(readFileSync(new URL('unicode/LineBreakTest.txt.gz', import.meta.url))).toString();

/** `× 0061 ÷ 0062 ÷` as text with a bar at each break. */
function parse(line: string): { text: string; shown: string } {
  let text = '';
  let shown = '';
  for (const part of line.split(/\s+/)) {
    const char = /^[0-9A-F]+$/.test(part) ? String.fromCodePoint(Number.parseInt(part, 16)) : '';
    text += char;
    shown += part === '÷' ? '÷' : char;
  }
  return { text, shown };
}

function show(text: string): string {
  const breaks = unicodeLineBreaks(text);
  let shown = '';
  for (let i = 0; i < text.length; i++) shown += (i > 0 && breaks[i] ? '÷' : '') + text[i];
  return `${shown}÷`;
}

test('all cases of LineBreakTest.txt pass', () => {
  expect(file.slice(0, 60)).toContain(`LineBreakTest-${UNICODE_VERSION}`);
  const failures: string[] = [];
  let count = 0;
  for (const line of file.split('\n')) {
    if (!/^[×÷]/.test(line)) continue;
    count++;
    const [data, comment] = line.split('#', 2) as [string, string];
    const { text, shown } = parse(data.trim());
    if (show(text) !== shown) failures.push(`${data} ${comment}`);
  }
  expect(failures).toEqual([]);
  expect(count).toBe(7654);
});
