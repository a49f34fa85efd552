/** What is found in Chrome and in Firefox: two neighbouring words with marks, ezafe, numbers and all, and Adlam. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type MeasuredDocument, makeDocument, specimenProject } from '../../tools/extraction/documents.ts';
import { PDFIUM, PDFJS } from '../../tools/extraction/readers.ts';
import { notFound, PDFIUM_SEARCH, PDFJS_SEARCH } from '../../tools/extraction/search.ts';
import { score } from '../../tools/extraction/words.ts';
import { ROOT, temporaryProject } from '../support/make.ts';

const SPECIMENS = join(ROOT, 'tools/extraction/specimens');

async function made(root: string, file: string, kind: string): Promise<MeasuredDocument> {
  const document = await makeDocument(root, file, kind);
  if (typeof document === 'string') throw new Error(document);
  return document;
}

/** A specimen; with `text` one that says this and no more. */
async function specimen(lang: string, text?: string): Promise<MeasuredDocument> {
  const files = Object.fromEntries(specimenProject(SPECIMENS));
  const path = `content/specimen/${lang}.md`;
  if (text !== undefined)
    files[path] = `---\ntitle: '—'\ndate: 1948-12-10\nkinds: [specimen]\n---\n\n${text}\n`;
  const project = temporaryProject(files);
  try {
    return await made(project.root, path, 'specimen');
  } finally {
    project.remove();
  }
}

describe('99 phrases of 100 are found', () => {
  test.each([
    // Nearly every word of Dhivehi ends with a mark.
    ['dv', 0.985],
    ['fa', 0.99],
    ['he', 0.99],
  ])('in the specimen of %s', async (lang, pdfjs) => {
    const { pdf, phrases } = await specimen(lang);
    expect(phrases.length).toBeGreaterThan(100);
    await expectFound(pdf, phrases, 0.99, pdfjs);
  });

  test.each(['ar', 'ur'])('in the flyer of %s', async (lang) => {
    const { pdf, phrases } = await made(ROOT, `content/afghan-returns/${lang}.md`, 'flyer');
    await expectFound(pdf, phrases, 0.99, 0.99);
  });
});

async function expectFound(
  pdf: Uint8Array,
  phrases: readonly string[],
  pdfium: number,
  pdfjs: number,
): Promise<void> {
  for (const [searcher, least] of [
    [PDFIUM_SEARCH, pdfium],
    [PDFJS_SEARCH, pdfjs],
  ] as const) {
    const lost = await notFound(searcher, pdf, phrases);
    expect(1 - lost.length / phrases.length, lost.join(' · ')).toBeGreaterThanOrEqual(least);
  }
}

describe('a phrase is found', () => {
  test.each([
    ['a number between two words', 'fa-AF', 'شمار ۳٫۷ میلیون نفر', ['شمار ۳٫۷', '۳٫۷ میلیون']],
    ['a number at the end of a line', 'fa-AF', 'ماده ۱', ['ماده ۱']],
    ['a number after a mark', 'ur', 'مقیم اندازاً 37 لاکھ', ['مقیم اندازاً', 'اندازاً 37', '37 لاکھ']],
    [
      'a date and a large number',
      'fa-AF',
      'تا ۱۴۰۳/۰۱/۲۸ شمار ۱۰٬۰۰۰٬۰۰۰ تن',
      ['تا ۱۴۰۳/۰۱/۲۸', '۱۰٬۰۰۰٬۰۰۰ تن'],
    ],
    ['a foreign word and the word after it', 'fa-AF', 'شبکهٔ APNOR دربارهٔ آن گفت', ['APNOR دربارهٔ']],
    ['a word that ends with a number', 'ms-Arab', 'بڠسا٢ برساتو', ['بڠسا٢ برساتو']],
    ['a comma after a mark', 'dv', 'ދެންފަހެ، މިނިވަންކަން', ['ދެންފަހެ، މިނިވަންކަން']],
    ['a mark at the end of a paragraph', 'dv', 'ދެންފަހެ މިނިވަންކަން\n\nއެހެން', ['ދެންފަހެ މިނިވަންކަން']],
  ])('%s', async (_, lang, text, phrases) => {
    const { pdf } = await specimen(lang, text);
    expect(await notFound(PDFIUM_SEARCH, pdf, phrases)).toEqual([]);
    expect(await notFound(PDFJS_SEARCH, pdf, phrases)).toEqual([]);
  });

  test('a word and the foreign one after it, in PDFium', async () => {
    const phrases = ['سازمان APNOR', 'از UNHCR', 'ماده 1'];
    const { pdf } = await specimen('fa-AF', 'سازمان APNOR و از UNHCR گفت\n\nماده 1');
    expect(await notFound(PDFIUM_SEARCH, pdf, phrases)).toEqual([]);
  });
});

test.each([PDFIUM, PDFJS])('Adlam, beyond the Basic Multilingual Plane, is read by $name', async (reader) => {
  const { pdf, words, lang } = await specimen('ff-Adlm');
  const { found, missing } = score(words, await reader.read(pdf), lang);
  expect(found / words.length, missing.join(' · ')).toBeGreaterThan(0.99);
});
