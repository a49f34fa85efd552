import { expect, test } from 'vitest';
import { graphemeStarts } from '../../src/diagnostics/graphemes.ts';

test('a long text is cut where a short one is', () => {
  const pieces = ['سلام ', 'مُ', '👩‍👩‍👧', '🇦🇫', 'क्षि', 'a\u0301'];
  const text = Array.from({ length: 2000 }, (_, i) => pieces[(i * 7) % pieces.length]).join('');
  const whole = [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].map(
    ({ index }) => index,
  );
  expect(graphemeStarts(text)).toEqual(whole);
});

test('a cluster longer than a stretch stays whole', () => {
  expect(graphemeStarts(`a${'\u0301'.repeat(10_000)}b`)).toEqual([0, 10_001]);
});
