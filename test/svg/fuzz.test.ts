/** SVG files that were damaged at random: a drawing or a fault with its line, and never anything else. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { parseDrawing } from '../../src/svg/parse-drawing.ts';

const SOUND = `<?xml version="1.0"?>
<!DOCTYPE svg [<!ENTITY c "#0b4f6c">]>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="60mm" viewBox="0 0 200 100">
<style>.a { fill: url(#g); stroke: #333 } g > .b { opacity: .5 } /* c */</style>
<defs><linearGradient id="g" x2="1" spreadMethod="reflect" gradientTransform="rotate(5)"><stop offset="0" stop-color="&c;"/><stop offset="60%" style="stop-color:gold;stop-opacity:.3"/></linearGradient>
<radialGradient id="r" xlink:href="#g" cx=".3" fx=".1"/><pattern id="p" width="9" height="9" patternUnits="userSpaceOnUse"><rect width="4" height="4"/></pattern>
<clipPath id="k"><circle cx="50" cy="50" r="30"/></clipPath><mask id="m"><rect width="200" height="100" fill="white"/></mask>
<marker id="h" viewBox="0 0 9 9" refX="4" orient="auto"><path d="M0 0L9 4L0 9z"/></marker><symbol id="s" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></symbol></defs>
<g transform="translate(10 5) scale(.9)" clip-path="url(#k)"><path class="a" d="M10 10C20 0 40 20 50 10s9-9 20 1q5 5 9 0t5 5a4 4 0 01 8 8z" stroke-dasharray="4 1"/><rect class="b" x="5" y="5" width="30%" height="20" rx="3" fill="url(#p)"/></g>
<polyline points="10,10 50,20 90,5" fill="none" stroke="url(#r)" stroke-width="2" marker-end="url(#h)" mask="url(#m)"/>
<use xlink:href="#s" x="100" width="30" height="30"/><a href="https://example.org"><ellipse cx="150" cy="50" rx="20" ry="9" fill="hsl(20 50% 50% / .5)"/></a>
<text x="10 20" y="90" text-anchor="middle" xml:lang="fa" direction="rtl">سلام <tspan dy="1em" font-weight="bold">Bayan</tspan></text><image href="a.png" width="9" height="9"/></svg>`;

const PIECES = [
  '0',
  '-1',
  '1e9',
  '1e-9',
  '%',
  'NaN',
  '#',
  'url(#g)',
  'url(#',
  '"',
  '<',
  '>',
  '&',
  '/>',
  '<g>',
  '</g>',
  'none',
  'M',
  'A0 0 0 0 0 0 0',
  'scale(0)',
  'matrix(1 0 0 1 1e9 0)',
  'transform="scale(1e5)"',
  'href="#s"',
  '\0',
  '\u202e',
  '😀',
  '{',
  '}',
  ';',
  '!important',
  '<!--',
  ']]>',
];

const change = fc.record({
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  length: fc.nat(30),
  kind: fc.constantFrom('insert', 'delete', 'repeat'),
  piece: fc.constantFrom(...PIECES),
});

function damage(
  text: string,
  { at, length, kind, piece }: { at: number; length: number; kind: string; piece: string },
): string {
  const place = Math.floor(at * text.length);
  if (kind === 'insert') return text.slice(0, place) + piece + text.slice(place);
  if (kind === 'delete') return text.slice(0, place) + text.slice(place + length);
  return text.slice(0, place) + text.slice(place, place + length) + text.slice(place);
}

test('a damaged drawing is drawn, or told at its line', () => {
  const report = new Report();
  expect(
    parseDrawing({ path: 'a.svg', text: SOUND }, report, () => ({ id: 'p', width: 4, height: 3 })),
  ).toBeDefined();
  expect(report.diagnostics).toEqual([]);
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const report = new Report();
      const text = changes.reduce(damage, SOUND);
      const drawing = parseDrawing({ path: 'a.svg', text }, report, () => ({ id: 'p', width: 4, height: 3 }));
      expect(drawing === undefined).toBe(report.hasErrors);
      expect(report.diagnostics.filter(({ code, span }) => code === 'internal' || !span?.line)).toEqual([]);
      // A number that is none would come out as null.
      expect(JSON.stringify(drawing) ?? '').not.toContain('null');
    }),
    { seed: 8, numRuns: 1500 },
  );
});
