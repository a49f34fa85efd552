import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkStyleContrast } from '../../src/compose/style-contrast.ts';
import { readStyleSheet } from '../../src/compose/styles.ts';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import type { HexColor } from '../../src/document/color.ts';
import { ReadFile } from '../../src/files/source-file.ts';
import { DEFAULT_COLORS } from '../../src/project/brand.ts';

const place = { file: 'brand.yaml', line: 3, column: 11 };

function faults(yaml: string, colors: Readonly<Record<string, HexColor>>): string[] {
  const report = new Report();
  const styles = readStyleSheet([new ReadFile('styles.yaml', Buffer.from(yaml))], report);
  checkStyleContrast(styles, { ...DEFAULT_COLORS, ...colors }, { accent: place }, report);
  return report.diagnostics.map(({ message, hint, span }) => `${span?.line}: ${message} (${hint})`);
}

// 4.35:1 on white.
const orange = { accent: '#c8553d', tint: '#ffffff' } as const;

test('text under 18 pt, or 14 pt bold, needs 4.5:1', () => {
  const small =
    "3: accent #c8553d on paper #ffffff has a contrast of 4.35:1 and needs 4.5:1 in a SIZE pt (accent: '#c4533c' would pass)";
  const first = (style: string) =>
    faults(`document: { size: 10 }\na: { color: accent${style} }\n`, orange)[0];
  expect(first(', size: 9')).toBe(small.replace('SIZE', '9'));
  expect(first('')).toBe(small.replace('SIZE', '10'));
  expect(first(', size: 0.85em, weight: bold')).toBe(small.replace('SIZE', '8.5'));
  expect(first(', size: 17.9')).toBe(small.replace('SIZE', '17.9'));
  expect(first(', size: 18')).toBeUndefined();
  expect(first(', size: 14, weight: bold')).toBeUndefined();
  expect(first(', size: 20, scripts: { Arab: { size: 12 } }')).toBe(small.replace('SIZE', '12'));
  expect(first(', lineWidth: 1')).toBeUndefined();
  expect(first(', size: 9, fill: ink')).toBeUndefined();
});

test('large text needs 3:1, and panels count as well as the page', () => {
  expect(faults('a: { color: accent, size: 20 }\n', { accent: '#9aa5ad' })).toEqual([
    expect.stringContaining('on tint'),
  ]);
  expect(faults('a: { color: accent, size: 9 }\n', { accent: '#c4533c', tint: '#eef3f5' })).toEqual([
    expect.stringContaining('on tint #eef3f5'),
  ]);
});

test('the colour that is named passes on all grounds', () => {
  const styles = 'a: { color: accent, size: 9 }\n';
  // What `bayan init` wrote once.
  const [told] = faults(styles, { accent: '#c8553d' });
  const better = /accent: '(#[0-9a-f]{6})' would pass/.exec(told!)![1]!;
  expect(faults(styles, { accent: better })).toEqual([]);
});

test('the colours of the starter and of a brand that chooses none pass in every style that is shipped', () => {
  const styles = readFileSync(new URL('../../templates/styles.yaml', import.meta.url), 'utf8');
  expect(faults(styles, {})).toEqual([]);
  const starter = readFileSync(new URL('../../templates/starter/brand.yaml', import.meta.url), 'utf8');
  const colors = [...starter.matchAll(/^ {2}(\w+): '(#[0-9a-f]{6})'/gm)].map(([, name, color]) => [
    name,
    color,
  ]);
  expect(colors).toHaveLength(7);
  expect(faults(styles, Object.fromEntries(colors))).toEqual([]);
});
