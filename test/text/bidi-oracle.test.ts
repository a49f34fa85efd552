/** Levels of any text are those of another implementation, bidi-js, which works on the Basic Multilingual Plane. */
import bidiFactory from 'bidi-js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineLevels, visualOrder } from '../../src/text/bidi/bidi.ts';
import { plainLevels } from '../support/plain-levels.ts';

const oracle = bidiFactory();

const character = fc.constantFrom(
  ...'aאب1۱١-+/,.%() []<«\u0301\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\t ',
);

test('random mixtures of every bidi class', () => {
  fc.assert(
    fc.property(
      fc.array(character, { maxLength: 30 }),
      fc.constantFrom('ltr' as const, 'rtl' as const),
      (characters, base) => {
        const text = characters.join('');
        const levels = lineLevels(text, plainLevels(text, base), 0, text.length, base);
        const visible = (all: Uint8Array) =>
          [...all].filter((_, i) => !/[\u200b\u202a-\u202e]/.test(text[i]!));
        expect(visible(levels)).toEqual(visible(oracle.getEmbeddingLevels(text, base).levels));
      },
    ),
    { numRuns: 2000, seed: 9 },
  );
});

test('scripts outside the Basic Multilingual Plane run from right to left', () => {
  const adlam = '𞤀𞤣𞤤𞤢𞤥';
  const levels = plainLevels(`abc ${adlam}`, 'ltr');
  expect([...levels]).toEqual([0, 0, 0, 0, ...Array(adlam.length).fill(1)]);
  expect(visualOrder([0, 1, 1])).toEqual([0, 2, 1]);
});
