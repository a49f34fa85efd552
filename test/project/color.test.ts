import { describe, expect, test } from 'vitest';
import { adjustForContrast, contrastRatio, parseColor } from '../../src/document/color.ts';

describe('parseColor', () => {
  test.each([
    ['#0B4F6C', '#0b4f6c'],
    ['#abc', '#aabbcc'],
    ['rgb(11, 79, 108)', '#0b4f6c'],
    ['rgb(11 79 108)', '#0b4f6c'],
    ['rgb(100%, 0%, 50%)', '#ff0080'],
    ['RebeccaPurple', '#663399'],
    [' black ', '#000000'],
  ])('%s is %s', (text, hex) => expect(parseColor(text)).toBe(hex));

  test.each([
    '',
    '#12',
    '#12345',
    '#12345678',
    'rgb(1,2)',
    'rgba(1,2,3,0.5)',
    'rgb(1 2 3 / 50%)',
    'blurple',
    'constructor',
    'url(x)',
    'rgb(10px 20 30)',
    'rgb(1 2 3 / 1em)',
    'hsl(1_0 50% 50%)',
  ])('%s is no colour', (text) => expect(parseColor(text)).toBeUndefined());
});

test('contrast follows WCAG: black on white is 21, the limit of grey on white is #767676', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrastRatio('#767676', '#ffffff')).toBeGreaterThanOrEqual(4.5);
  expect(contrastRatio('#777777', '#ffffff')).toBeLessThan(4.5);
});

test('a suggestion passes and goes the shorter way', () => {
  const darker = adjustForContrast('#88aacc', ['#ffffff'], 4.5)!;
  expect(contrastRatio(darker, '#ffffff')).toBeGreaterThanOrEqual(4.5);
  const lighter = adjustForContrast('#444444', ['#000000'], 4.5)!;
  expect(contrastRatio(lighter, '#000000')).toBeGreaterThanOrEqual(4.5);
});
