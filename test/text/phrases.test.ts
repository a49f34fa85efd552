/** Foreign phrases in sentences, in the order that a person's markup and UAX #9 ask for: fixtures/isolation.txt. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BEFORE_YEAR, INTRODUCES_NUMBER } from '../../src/language/data/number-words.ts';
import type { Direction } from '../../src/language/language.ts';
import { markedVisual, withoutMarks } from './marked-text.ts';
import { laidOut, visual } from './visual.ts';

const read = (name: string): string =>
  readFileSync(new URL(`fixtures/${name}.txt`, import.meta.url), 'utf8').replace(/\r/g, '');
const files = ['isolation', 'addresses-and-citations', 'foreign-phrases'].map(read);
const cases = files.flatMap((file) =>
  [...file.matchAll(/^# (.+)\n(rtl|ltr): (.+)$/gm)].map(([, why, dir, marked]) => ({
    why,
    dir: dir as Direction,
    marked: marked!,
  })),
);

test('the fixture files are read whole', () => {
  const explained = files.flatMap((file) => file.split('\n')).filter((line) => line.startsWith('# '));
  expect(cases.length).toBe(explained.length);
  expect(cases.length).toBeGreaterThan(400);
});

describe('marked text', () => {
  test('stands as a person reads it, by UAX #9 alone', () => {
    expect(markedVisual('دفتر در ⟦24 High St⟧ (کابل) است', 'rtl')).toBe(
      laidOut('< (کابل) است|24 High St|<دفتر در '),
    );
    expect(markedVisual('دفتر در 24 High St (کابل) است', 'rtl')).toBe(
      laidOut('< (کابل) است|High St|< |24|<دفتر در '),
    );
    expect(markedVisual('⟦هاتف: ⟦+93 70 123⟧⟧', 'ltr')).toBe(laidOut('+93 70 123|<هاتف: '));
  });

  test('needs its marks: by the letter of UAX #9 two of five fixtures come out otherwise', () => {
    const apart = cases.filter(
      ({ dir, marked }) => markedVisual(withoutMarks(marked), dir) !== markedVisual(marked, dir),
    );
    expect(apart.length / cases.length).toBeGreaterThan(0.4);
  });
});

describe('phrases', () => {
  test.each(cases)('$why', ({ dir, marked }) => {
    expect(withoutControls(visual(withoutMarks(marked), dir))).toBe(
      withoutControls(markedVisual(marked, dir)),
    );
  });
});

/** An author's own controls are not part of the order. */
function withoutControls(line: string): string {
  return line.replace(/[\u2066-\u2069]/g, '');
}

/** Sentences around a phrase P: a word of the host's, a bracket, a colon, a comma or a stop at each side of it. */
const SENTENCES = [
  'گزارش ⟦P⟧ را ببینید',
  '⟦P⟧ گفت',
  'نشانی: ⟦P⟧',
  'نشانی: ⟦P⟧، کابل',
  'این («⟦P⟧») است',
  'به «⟦P⟧» بروید',
  'آن‌ها در ⟦P⟧، و نیز در کابل، بودند',
  '۱. ⟦P⟧',
  'او (نگاه کنید به ⟦P⟧) گفت',
  'در ۲۰ نفر ⟦P⟧ و ۳۰ نفر',
  'و ⟦P⟧؛ سپس',
  'یہ ⟦P⟧ ہے۔',
  'یہ ⟦P⟧۔',
  'ראו את ⟦P⟧ עכשיו',
  'הכתובת (⟦P⟧) כאן',
  'ב-⟦P⟧ היום',
  'އެއީ ⟦P⟧ އެވެ',
  'وقال: ⟦P⟧ ثم مضى',
  'آیا ⟦P⟧ آمد؟',
];

describe('a phrase stays whole wherever it stands', () => {
  const phrases = read('phrases').split('\n').slice(2).filter(Boolean);

  test('the list is there', () => {
    expect(phrases.length).toBeGreaterThan(130);
  });

  test.each(phrases)('%s', (phrase) => {
    // A third of the sentences each: the list is long enough for all of them to be tried with phrases of every kind.
    const turn = phrases.indexOf(phrase) % 3;
    for (const sentence of SENTENCES.filter((_, i) => i % 3 === turn)) {
      const marked = sentence.replace('P', () => phrase);
      expect(visual(withoutMarks(marked), 'rtl')).toBe(markedVisual(marked, 'rtl'));
    }
  });
});

describe('a number after a word that announces one is the sentence’s', () => {
  const hosts = { Hebr: ['דוח', 'אמר'], Thaa: ['ރިޕޯޓް', 'ބުނި'], Arab: ['گزارش', 'گفت'] };
  const hostOf = (word: string) =>
    /\p{sc=Hebr}/u.test(word) ? hosts.Hebr : /\p{sc=Thaa}/u.test(word) ? hosts.Thaa : hosts.Arab;

  test.each([...INTRODUCES_NUMBER])('%s', (word) => {
    const [first, last] = hostOf(word);
    for (const marked of [
      `${word} 12 ⟦Global Trends⟧ ${last}`,
      `${first} ${word} 12 ⟦Global Trends⟧ ${last}`,
      `${first} (${word} 2023 ⟦Amnesty International⟧) ${last}`,
    ])
      expect(visual(withoutMarks(marked), 'rtl')).toBe(markedVisual(marked, 'rtl'));
  });

  test.each([...BEFORE_YEAR])('%s before a year', (word) => {
    const [first, last] = hostOf(word);
    const marked = `${first} ${word} 2023 ⟦Amnesty International⟧ ${last}`;
    expect(visual(withoutMarks(marked), 'rtl')).toBe(markedVisual(marked, 'rtl'));
  });
});
