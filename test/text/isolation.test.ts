/** Isolation with links, code, lines and an author's own controls, and nothing that makes it slow. */
import { describe, expect, test } from 'vitest';
import { paragraphLevels } from '../../src/text/bidi/bidi.ts';
import type { IsolateRange } from '../../src/text/isolate/isolate.ts';
import { expectLinear } from '../support/linear.ts';
import { laidOut, visual } from './visual.ts';

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

  test.each([
    ['0412 345 678', '.', '1'],
    ['0412 345 678', '.', '۱'],
    ['0412 345 678', '', '12'],
    ['020 7946 0958', '', '۳'],
    ['۰۷۹ ۱۲۳ ۴۵۶۷', '.', '۲'],
    ['2024-04-16', '', '۱'],
    ['35202-1234567-1', '.', '4'],
  ])('%s keeps its order before the mark of a note: %s%s', (number, stop, mark) => {
    const text = `تلفون: ${number}${stop}${mark}`;
    const note = { start: text.length - mark.length, end: text.length, dir: 'auto' as const };
    // A mark that touches what reads to the right stays with it, as on an English word; after a stop it is the host's.
    const seen = stop ? `${mark}${stop}${number}` : `${number}${mark}`;
    expect(visual(text, 'rtl', [note])).toBe(`${seen} :نوفلت`);
    expect(visual(`${text} است`, 'rtl', [note])).toContain(number);
  });

  test('a reference stays whole across a link, and across the mark of a note', () => {
    const link = 'نگاه کنید به: OHCHR. (2023). The full report. Geneva.';
    expect(visual(link, 'rtl', [at(link, 'The full report', 'auto')])).toBe(
      laidOut('OHCHR. (2023). The full report. Geneva.|<نگاه کنید به: '),
    );
    const note = 'OHCHR. (2023).۳ Report 12/4. Geneva.';
    expect(visual(note, 'rtl', [at(note, '۳', 'rtl')])).toBe(note);
  });

  test('the mark of a note after an English word touches its end', () => {
    const text = 'گزارش UNHCR۳ منتشر شد';
    expect(visual(text, 'rtl', [at(text, '۳', 'rtl')])).toBe(laidOut('< منتشر شد|UNHCR۳|<گزارش '));
  });

  test('the mark of a note inside an English phrase stays there', () => {
    const text = 'گزارش Global۳ Trends منتشر شد';
    expect(visual(text, 'rtl', [at(text, '۳', 'rtl')])).toBe(laidOut('< منتشر شد|Global۳ Trends|<گزارش '));
  });

  test('code is part of the English phrase around it', () => {
    const text = 'دستور Run npm test, then commit. را ببینید';
    expect(visual(text, 'rtl', [at(text, 'npm test', 'auto')])).toBe(
      laidOut('<. را ببینید|Run npm test, then commit|<دستور '),
    );
  });

  test('a forced line is read by itself', () => {
    const text = 'دفتر ما\u202824 Station Road,\u2028Footscray VIC 3011.';
    const levels = paragraphLevels(text, 'rtl');
    const lines = text.split('\u2028').map((line) => levels.slice(text.indexOf(line)).slice(0, line.length));
    expect(lines.map((line) => new Set(line))).toEqual([new Set([1]), new Set([2]), new Set([2])]);
  });

  test('white space after a forced line belongs to its end', () => {
    expect(visual('نام\u2028 UNHCR\n\t24 High St ما', 'rtl')).toContain('24 High St');
  });

  test('ten thousand spans in each other are read, and the innermost are left as they are', () => {
    const depth = 10_000;
    const text = `ب ${'a'.repeat(depth * 2)}`;
    const nested = Array.from({ length: depth }, (_, i) => ({
      start: 2 + i,
      end: text.length - i,
      dir: 'ltr' as const,
    }));
    const levels = paragraphLevels(text, 'rtl', nested);
    expect(levels.slice(2).every((level) => level % 2 === 0)).toBe(true);
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
