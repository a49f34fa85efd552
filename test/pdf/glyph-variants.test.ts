/** The codes of the shapes of one text in a font. */
import { expect, test } from 'vitest';
import { GlyphVariants } from '../../src/pdf/glyph-variants.ts';
import { expectLinear } from '../support/linear.ts';

const at = (y: number) => [{ id: 7, x: 0, y }];

test('a shape that was added is found again, by its glyphs, their places and its advance', () => {
  const variants = new GlyphVariants<string>();
  for (let y = 0; y < 100; y++) {
    expect(variants.find(at(y), 500)).toBeUndefined();
    variants.add(at(y), 500, `code ${y}`);
  }
  for (let y = 0; y < 100; y++) expect(variants.find(at(y), 500)).toBe(`code ${y}`);
  expect(variants.find(at(50), 501)).toBeUndefined();
  expect(variants.find([...at(50), ...at(0)], 500)).toBeUndefined();
});

test('thousands of shapes of one text take time that grows with their number', () => {
  expectLinear((size) => {
    const variants = new GlyphVariants<number>();
    for (let y = 0; y < size; y++) if (variants.find(at(y), 500) === undefined) variants.add(at(y), 500, y);
  }, 2000);
});
