/** Mixed text as a reader expects to see it, and nothing that makes isolation slow. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Direction } from '../../src/language/language.ts';
import { lineLevels, mirrored, paragraphLevels, visualOrder } from '../../src/text/bidi/bidi.ts';
import type { IsolateRange } from '../../src/text/isolate/isolate.ts';
import { expectLinear } from '../support/linear.ts';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The line as it stands on the page, from left to right, with mirrored brackets. */
function visual(text: string, dir: Direction, explicit: readonly IsolateRange[] = []): string {
  const levels = lineLevels(text, paragraphLevels(text, dir, explicit), 0, text.length, dir);
  const clusters = [...graphemes.segment(text)];
  return visualOrder(clusters.map(({ index }) => levels[index]!))
    .map((k) => (levels[clusters[k]!.index]! & 1 ? mirror(clusters[k]!.segment) : clusters[k]!.segment))
    .join('');
}

function mirror(text: string): string {
  return [...text].map((char) => mirrored(char) ?? char).join('');
}

/** The runs of a fixture put together: those that start with `<` are turned round. */
function laidOut(runs: string): string {
  return runs
    .split('|')
    .map((run) =>
      run.startsWith('<')
        ? [...graphemes.segment(run.slice(1))]
            .map(({ segment }) => mirror(segment))
            .reverse()
            .join('')
        : run,
    )
    .join('');
}

const file = readFileSync(new URL('fixtures/isolation.txt', import.meta.url), 'utf8');
const cases = [...file.matchAll(/^# (.+)\n(rtl|ltr): (.+)\nsee: (.+)$/gm)].map(
  ([, why, dir, text, runs]) => ({ why, dir: dir as Direction, text: text!, runs: runs! }),
);

test('the fixture file is read whole', () => {
  expect(cases.length).toBe(file.split('\n').filter((line) => line.startsWith('# ')).length);
  expect(cases.length).toBeGreaterThan(40);
});

describe('phrases', () => {
  test.each(cases)('$why', ({ dir, text, runs }) => {
    expect(visual(text, dir)).toBe(laidOut(runs));
  });
});

describe('marked spans', () => {
  const at = (text: string, part: string, dir: IsolateRange['dir']): IsolateRange => ({
    start: text.indexOf(part),
    end: text.indexOf(part) + part.length,
    dir,
  });

  test('a link inside an English phrase does not cut it', () => {
    const text = 'گزارش the Global Trends report منتشر شد';
    expect(visual(text, 'rtl', [at(text, 'Global Trends', 'auto')])).toBe(
      laidOut('< منتشر شد|the Global Trends report|<گزارش '),
    );
  });

  test('a Dari link in a Dari sentence keeps the English in it in order', () => {
    const text = 'در گزارش UNHCR (۲۰۲۳) آمده';
    expect(visual(text, 'rtl', [at(text, 'گزارش UNHCR (۲۰۲۳)', 'auto')])).toBe(
      laidOut('<) آمده|۲۰۲۳|< (|UNHCR|<در گزارش '),
    );
  });

  test('a direction that the author gives is kept', () => {
    const text = 'متن a-1 ب پایان';
    expect(visual(text, 'rtl', [at(text, 'a-1 ب', 'ltr')])).toBe(laidOut('< پایان|a-1 |<ب|<متن '));
  });

  test('a span that cuts through an author’s isolate is not isolated itself', () => {
    const text = 'الف \u2066a (1) ب\u2069 ج';
    expect(() => visual(text, 'rtl', [at(text, '\u2066a', 'ltr')])).not.toThrow();
  });
});

test.each([
  'a-a-a-',
  '((((',
  '(a',
  '«a» ',
  '0123456789',
  '1-',
  'UNHCR ب ',
  'a (1) ',
  '"a',
  '\u2067',
  '\u2068',
  '\u2066a\u2069 ب',
  '1 ',
  'a.',
  'a,',
  '+1 ',
])('%j again and again takes linear time', (piece) => {
  expectLinear((size) => paragraphLevels(`ب ${piece.repeat(size / piece.length)}`, 'rtl'), 12_000);
});
