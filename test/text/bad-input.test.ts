/** Text that no author meant: every visible cluster is still drawn once, in time that grows with its length. */
import fc from 'fast-check';
import { assert, describe, expect, test } from 'vitest';
import type { TextAlign, TextSpan, TextStyle } from '../../src/document/style.ts';
import { type Direction, findLanguage } from '../../src/language/language.ts';
import { breakLines } from '../../src/text/break/break-lines.ts';
import { type Paragraph, prepareParagraph } from '../../src/text/paragraph.ts';
import { shippedFonts } from '../support/fonts.ts';
import { expectLinear } from '../support/linear.ts';

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
});

describe('one long paragraph', () => {
  /** Texts of about so many characters, and how many. */
  const cases: readonly (readonly [name: string, size: number, text: (size: number) => string])[] = [
    ['of Dari and English', 4_500, (n) => 'به گزارش UNHCR (2023) بیش از ۳٫۷ میلیون نفر، '.repeat(n / 45)],
    ['of letters without a space', 6_000, (n) => 'ا'.repeat(n)],
    ['of marks on one letter', 6_000, (n) => `ب${'\u064e'.repeat(n)} پایان`],
    ['of marks on a Latin letter', 6_000, (n) => `a${'\u0301'.repeat(n)} end`],
    ['of isolates that nothing closes', 4_000, (n) => `${'\u2067'.repeat(n)}پایان UNHCR`],
    ['of isolates', 4_500, (n) => `پایان ${'\u2068ab (1)\u2069 '.repeat(n / 9)}`],
    ['of lone surrogates', 2_800, (n) => 'ب\ud800 a\udc00\udc00 '.repeat(n / 7)],
    ['of brackets', 4_000, (n) => '(['.repeat(n / 2)],
  ];

  test.each(cases)('%s is drawn, in time that grows with its length', (_, length, textOf) => {
    expectLinear((size, run) => {
      const paragraph = prepare([`${run} ${textOf(size)}`]);
      const drawn = breakLines(paragraph, 200)
        .flatMap(({ fragments }) => fragments)
        .reduce((sum, { clusters }) => sum + clusters.length, 0);
      const visible = paragraph.clusters.filter((cluster) => !cluster.space).length;
      assert(drawn >= visible && drawn <= paragraph.clusters.length, 'every cluster is drawn once');
    }, length);
  });
});

test('a word without end whose letters climb in steps is shaped in time that grows with its length', () => {
  expectLinear((size, run) => void prepare([`${run} ${'بہت'.repeat(size / 3)}`], { tag: 'ur' }), 9000);
});

test('a word without end is hyphenated in time that grows with its length', () => {
  expectLinear(
    (size, run) => void prepare([`${run} ${'abcdefghij'.repeat(size / 10)}`], { tag: 'en', hyphenate: true }),
    5000,
  );
});

test('a lone surrogate is drawn as the replacement character', () => {
  expect(prepare(['a\ud800b']).text).toBe('a\ufffdb');
});
