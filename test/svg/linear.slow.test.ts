/** Hostile SVG takes no more time than its length. */
import { test } from 'vitest';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { parseDrawing } from '../../src/svg/parse-drawing.ts';
import { expectLinear } from '../support/linear.ts';

const HOSTILE: readonly (readonly [what: string, content: (n: number) => string, n: number])[] = [
  ['spaces in a transformation', (n) => `<g transform="rotate(1)${' '.repeat(n)}x"/>`, 200_000],
  ['spaces in a length', (n) => `<rect width="1${' '.repeat(n)}x" height="1"/>`, 200_000],
  ['spaces in a colour', (n) => `<rect width="1" height="1" fill="#123${' '.repeat(n)}x"/>`, 200_000],
  ['points', (n) => `<polyline points="${'1, 2 '.repeat(n)}"/>`, 100_000],
  ['curves', (n) => `<path d="M0 0${'c1 1 2 2 3 3'.repeat(n)}" stroke="red"/>`, 20_000],
  ['rules', (n) => `<style>${'a{}'.repeat(n)}</style>`, 50_000],
  ['declarations', (n) => `<g style="${'fill:red;'.repeat(n)}"/>`, 20_000],
  ['brackets in a style', (n) => `<g style="fill:${'('.repeat(n)}"/>`, 50_000],
  [
    'selectors',
    (n) =>
      `<style>${'g '.repeat(n)}rect{fill:red}</style>${'<g>'.repeat(80)}<rect width="1" height="1"/>${'</g>'.repeat(80)}`,
    2000,
  ],
  [
    'references in place of references',
    (n) => `<rect width="1" height="1" fill="${'url(#a) '.repeat(n)}"/>`,
    200,
  ],
  ['letters', (n) => `<text>${'a '.repeat(n)}</text>`, 50_000],
  ['letters with places', (n) => `<text x="${'1 '.repeat(n)}">${'a'.repeat(n)}</text>`, 5000],
  ['elements', (n) => '<g fill="red"><rect width="1" height="1"/></g>'.repeat(n), 5000],
  ['entities', (n) => `<text>${'&amp;'.repeat(n)}</text>`, 50_000],
];

test.each(HOSTILE)('%s', (_, content, start) => {
  const texts = new Map<number, string>();
  expectLinear((size) => {
    const text =
      texts.get(size) ?? `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${content(size)}</svg>`;
    texts.set(size, text);
    parseDrawing({ path: 'a.svg', text }, new Report(), () => undefined);
  }, start);
});
