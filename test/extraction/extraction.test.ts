/**
 * The sample statement as PDFium (Chrome) reads it: words, a URL and a decimal number come out as they were written.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { type MeasuredDocument, makeDocument, sampleFiles } from '../../tools/extraction/documents.ts';
import { PDFIUM, PDFJS } from '../../tools/extraction/readers.ts';
import { score, wordsOf } from '../../tools/extraction/words.ts';
import { ROOT } from '../support/make.ts';

const LANGUAGES = ['ar', 'en', 'fa-AF', 'ps', 'ur'];
const read: { document: MeasuredDocument; text: string }[] = [];

beforeAll(async () => {
  for (const { file, kind } of sampleFiles(ROOT)) {
    const document = await makeDocument(ROOT, file, kind);
    if (typeof document === 'string') throw new Error(`${file} (${kind}): ${document}`);
    read.push({ document, text: await PDFIUM.read(document.pdf) });
  }
});

const ADDRESS = 'https://www.aprrn.org/newsroom-detail/38/';

describe('pdf.js', () => {
  test.each(LANGUAGES)('reads the addresses in the references in %s', async (lang) => {
    const { document } = read.find(({ document: { name } }) => name === `afghan-returns.${lang}.brief`)!;
    expect((await PDFJS.read(document.pdf)).replace(/\s+/g, '')).toContain(ADDRESS);
  });
});

describe('PDFium', () => {
  test.each(LANGUAGES)('recovers 99 words of 100 in %s', (lang) => {
    const scores = read
      .filter(({ document }) => document.lang === lang)
      .map(({ document, text }) => score(document.words, text, lang));
    const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
    expect(scores).toHaveLength(2);
    const missing = scores.flatMap((each) => each.missing);
    const words = sum(scores.map(({ words: count }) => count));
    const recovered = sum(scores.map(({ found }) => found)) / words;
    expect(recovered, `lost: ${missing.join(' · ')}`).toBeGreaterThanOrEqual(0.995);
  });

  test('reads the addresses in the references of the English brief', () => {
    const { text } = read.find(({ document }) => document.name === 'afghan-returns.en.brief')!;
    expect(text.replace(/\s+/g, '')).toContain(ADDRESS);
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
