/** Two neighbouring words are found by the search of Chrome and of Firefox, marks, ezafe and all. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeDocument, specimenProject } from '../../tools/extraction/documents.ts';
import { notFound, PDFIUM_SEARCH, PDFJS_SEARCH } from '../../tools/extraction/search.ts';
import { ROOT, temporaryProject } from '../support/make.ts';

const SPECIMENS = join(ROOT, 'tools/extraction/specimens');

test.each([
  // Nearly every word of Dhivehi ends with a mark.
  ['dv', 0.99, 0.985],
  ['fa', 0.99, 0.99],
  ['he', 0.99, 0.99],
])('%s', async (lang, pdfium, pdfjs) => {
  const project = temporaryProject(Object.fromEntries(specimenProject(SPECIMENS)));
  const document = await makeDocument(project.root, `content/specimen/${lang}.md`, 'specimen');
  project.remove();
  if (typeof document === 'string') throw new Error(document);
  // Between a combining mark and a comma stands a right-to-left mark, without which PDFium changes the two round.
  const phrases = document.phrases.filter((phrase) => !/\p{Mn}،/u.test(phrase));
  expect(phrases.length).toBeGreaterThan(100);
  for (const [searcher, least] of [
    [PDFIUM_SEARCH, pdfium],
    [PDFJS_SEARCH, pdfjs],
  ] as const) {
    const lost = await notFound(searcher, document.pdf, phrases);
    expect(1 - lost.length / phrases.length, lost.join(' · ')).toBeGreaterThanOrEqual(least);
  }
});
