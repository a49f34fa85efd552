/**
 * On which side the next page stands, and what Chrome finds: it takes the one for the direction of every line, so that a file says
 * “from right to left” only where no line is all in another direction.
 */
import { expect, test } from 'vitest';
import { readPdf } from '../../src/pdf/inspect/read.ts';
import { PDFIUM_SEARCH } from '../../tools/extraction/search.ts';
import { content, makeFrom, temporaryProject } from '../support/make.ts';

const REFERENCE = 'Amnesty International report https://www.example.org/news/38/';

test.each([
  ['fa-AF', 'شبکه APNOR از این خبر نگران است.', 'R2L', ['این خبر', 'شبکه APNOR']],
  [
    'fa-AF',
    `شبکه از این خبر نگران است.\n\n${REFERENCE}`,
    'L2R',
    ['این خبر', 'Amnesty International', 'news/38'],
  ],
  ['ur', `شبکہ اس خبر پر فکرمند ہے۔\n\n- ${REFERENCE}`, 'L2R', ['اس خبر', 'International report']],
  ['ar', 'تعرب الشبكة عن قلقها.\n\nexample.org/a', 'L2R', ['عن قلقها', 'example.org']],
  ['he', 'הרשת מודאגת מן הידיעה.\n\nAPNOR', 'R2L', ['הרשת מודאגת', 'APNOR']],
  ['en', REFERENCE, 'L2R', ['Amnesty International']],
])('%s: %s', async (lang, text, direction, phrases) => {
  const project = temporaryProject({
    'templates/plain.hbs': '<document margin="20mm">{{{body}}}</document>',
    [`content/t/${lang}.md`]: content(text),
  });
  const { bytes } = await makeFrom(project.root, 't', lang, 'plain');
  project.remove();
  const pdf = readPdf(bytes);
  expect(pdf.name(pdf.dictionary(pdf.root.ViewerPreferences).Direction)).toBe(direction);
  const search = await PDFIUM_SEARCH.open(bytes);
  for (const phrase of phrases) expect(await search.finds(phrase), phrase).toBe(true);
  await search.close();
});
