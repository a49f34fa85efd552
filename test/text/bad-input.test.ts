/** Text that no author meant: every visible cluster is still drawn once, in time that grows with its length. */
import fc from 'fast-check';
import { assert, describe, expect, test } from 'vitest';
import type { TextAlign, TextSpan, TextStyle } from '../../src/document/style.ts';
import { type Direction, findLanguage } from '../../src/language/language.ts';
import { breakLines } from '../../src/text/break/break-lines.ts';
import { type Paragraph, prepareParagraph } from '../../src/text/paragraph.ts';
import { shippedFonts } from '../support/fonts.ts';

const fonts = shippedFonts();
const plain: TextStyle = { role: 'serif', weight: 400, italic: false, size: 10, color: '#000000' };
const spaces = /^\s*$/u;

interface Options {
  readonly tag?: string;
  readonly dir?: Direction;
  readonly align?: TextAlign;
  readonly hyphenate?: boolean;
}

function prepare(
  parts: readonly string[],
  { tag = 'fa-AF', dir, align = 'start', hyphenate }: Options = {},
): Paragraph {
  const language = findLanguage(tag)!;
  const spans = parts.map(
    (text, i): TextSpan => ({
      text,
      style: { ...plain, weight: i % 2 ? 700 : 400 },
      ...(i % 3 === 2 && { isolate: 'auto', group: i }),
    }),
  );
  return prepareParagraph(
    spans,
    {
      align,
      language,
      dir: dir ?? language.dir,
      lineHeight: 14,
      style: plain,
      ...(hyphenate && { hyphenate }),
    },
    fonts,
  );
}

/** Checks that clusters partition the text but for forced breaks and missing glyphs, and lines the clusters in order. */
function checkDrawnOnce(paragraph: Paragraph, width: number): void {
  const covered = new Uint8Array(paragraph.text.length);
  let at = 0;
  for (const cluster of paragraph.clusters) {
    assert(cluster.start >= at && cluster.end > cluster.start, 'clusters follow each other');
    covered.fill(1, cluster.start, cluster.end);
    at = cluster.end;
  }
  for (const { index, text } of paragraph.missing) covered.fill(1, index, index + text.length);
  for (let i = 0; i < covered.length; i++)
    assert(
      covered[i] === 1 || /[\n\r\v\f\u0085\u2028\u2029]/.test(paragraph.text[i]!),
      'every character is in a cluster',
    );

  const drawn = new Map<number, number>();
  let line = 0;
  for (const each of breakLines(paragraph, width)) {
    for (const fragment of each.fragments)
      for (const { cluster, x } of fragment.clusters) {
        assert(Number.isFinite(x), 'every cluster has a place');
        if (cluster.start === cluster.end) continue;
        assert(!drawn.has(cluster.start), 'no cluster is drawn twice');
        drawn.set(cluster.start, line);
      }
    line++;
  }
  let previous = 0;
  for (const cluster of paragraph.clusters) {
    const on = drawn.get(cluster.start);
    if (on === undefined)
      assert(spaces.test(paragraph.text.slice(cluster.start, cluster.end)), 'only white space is left out');
    else {
      assert(on >= previous, 'lines are in order');
      previous = on;
    }
  }
}

const pieces = fc.oneof(
  fc.constantFrom(
    'سلام',
    'می‌خواهیم',
    'ښوونځی',
    'ٹھیک',
    'مُحَمَّد',
    'UNHCR',
    'COVID-19',
    '(30-day',
    'deadline)',
    '«',
    '»',
    '“',
    '”',
    '۱۲۳',
    '٪',
    '50%',
    '3.7',
    'שלום',
    'नमस्ते',
    'ប្រជាជន',
    'မြန်မာ',
    'ไทย',
    '中文',
    '한국어',
    '👩‍👩‍👧',
    '🇦🇫',
    '\u200c',
    '\u200d',
    '\u200e',
    '\u200f',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
    '\u202a',
    '\u202e',
    '\u202c',
    '\u00ad',
    '\u00a0',
    '\u2060',
    '\u200b',
    '\ud800',
    '\udc00',
    '\n',
    '\u2028',
    '\t',
    ' ',
    ' ',
    ' ',
    ' ',
    'ـ',
    '\u0651',
    '\u0301',
    'https://www.aprrn.info/a-b.pdf',
    'info@aprrn.info',
    '+93 70 123 4567',
    'international',
    '𞤀𞤣𞤤𞤢𞤥',
  ),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);

test('every cluster of mixed text is drawn once, at any width', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.array(pieces, { maxLength: 8 }).map((all) => all.join('')),
        { minLength: 1, maxLength: 5 },
      ),
      fc.double({ min: 0.5, max: 400, noNaN: true }),
      fc.constantFrom<TextAlign>('start', 'justify'),
      fc.constantFrom('fa-AF', 'ur', 'en', 'he'),
      fc.boolean(),
      (parts, width, align, tag, hyphenate) =>
        checkDrawnOnce(prepare(parts, { tag, align, hyphenate }), width),
    ),
    { numRuns: 200, seed: 20231003 },
  );
}, 60_000);

describe('one long paragraph', () => {
  const cases: readonly (readonly [name: string, text: string])[] = [
    ['1 MB of Dari and English', 'به گزارش UNHCR (2023) بیش از ۳٫۷ میلیون نفر، '.repeat(22_000)],
    ['200,000 letters without a space', 'ا'.repeat(200_000)],
    ['100,000 marks on one letter', `ب${'\u064e'.repeat(100_000)} پایان`],
    ['100,000 marks on a Latin letter', `a${'\u0301'.repeat(100_000)} end`],
    ['200 isolates that nothing closes', `${'\u2067'.repeat(200)}پایان UNHCR`],
    ['20,000 isolates', `پایان ${'\u2068ab (1)\u2069 '.repeat(20_000)}`],
    ['lone surrogates', 'ب\ud800 a\udc00\udc00 '.repeat(10_000)],
    ['brackets only', '(['.repeat(50_000)],
  ];
  test.each(cases)(
    '%s',
    (_, text) => {
      const paragraph = prepare([text]);
      const lines = breakLines(paragraph, 200);
      const drawn = lines.reduce(
        (sum, line) => sum + line.fragments.reduce((n, fragment) => n + fragment.clusters.length, 0),
        0,
      );
      const visible = paragraph.clusters.filter((cluster) => !cluster.space).length;
      expect(drawn).toBeGreaterThanOrEqual(visible);
      expect(drawn).toBeLessThanOrEqual(paragraph.clusters.length);
    },
    60_000,
  );
});

test('a lone surrogate is drawn as the replacement character', () => {
  expect(prepare(['a\ud800b']).text).toBe('a\ufffdb');
});
