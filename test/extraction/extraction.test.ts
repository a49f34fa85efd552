/**
 * The sample statement as PDFium (Chrome) reads it: words, a URL and a decimal number come out as they were written.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../support/make.ts';
import { type MeasuredDocument, makeDocument, sampleFiles } from './documents.ts';
import { PDFIUM } from './readers.ts';
import { score, wordsOf } from './words.ts';

const LANGUAGES = ['ar', 'en', 'fa-AF', 'ps', 'ur'];
const read: { document: MeasuredDocument; text: string }[] = [];

beforeAll(async () => {
  for (const { file, kind } of sampleFiles(ROOT)) {
    const document = await makeDocument(ROOT, file, kind);
    if (typeof document === 'string') throw new Error(`${file} (${kind}): ${document}`);
    read.push({ document, text: await PDFIUM.read(document.pdf) });
  }
}, 60_000);

describe('PDFium', () => {
  test.each(LANGUAGES)('recovers 99 words of 100 in %s', (lang) => {
    const scores = read
      .filter(({ document }) => document.lang === lang)
      .map(({ document, text }) => score(document.words, text, lang));
    const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
    expect(scores).toHaveLength(2);
    const missing = scores.flatMap((each) => each.missing);
    const recovered = sum(scores.map(({ found }) => found)) / sum(scores.map(({ words }) => words));
    expect(recovered, `lost: ${missing.join(' · ')}`).toBeGreaterThanOrEqual(0.99);
  });

  test.each(LANGUAGES)('reads the addresses in the references in %s', (lang) => {
    const { text } = read.find(({ document }) => document.name === `afghan-returns.${lang}.brief`)!;
    expect(text.replace(/\s+/g, '')).toContain('https://www.aprrn.org/newsroom-detail/38/');
  });

  test.each([
    ['fa-AF', '۱٫۴ میلیون'],
    ['ps', '۱٫۴ میلیونه'],
    ['ar', '١٫٤ مليون'],
  ])('reads a decimal number with its separator in %s', (lang, phrase) => {
    const { text } = read.find(({ document }) => document.name === `afghan-returns.${lang}.flyer`)!;
    expect(wordsOf(text, lang).join(' ')).toContain(phrase);
  });
});
