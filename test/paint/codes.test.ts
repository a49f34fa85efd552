/** What is written of a line in right-to-left text, where what has no glyph stands at its edges. */
import { expect, test } from 'vitest';
import { PDFIUM } from '../../tools/extraction/readers.ts';
import { content, makeFrom, temporaryProject } from '../support/make.ts';

test.each([
  ['an isolate that nothing closes', 'متن UNHCR \u2066'],
  ['a mark and an isolate', 'متن UNHCR \u200f\u2067'],
  ['a joiner', 'متن UNHCR \u200d'],
  ['an isolate after code', 'متن `UNHCR` \u2068'],
])('%s at the end of a paragraph, behind a space and a foreign word, takes nothing away', async (_, text) => {
  const project = temporaryProject({
    'templates/plain.hbs': '<document margin="20mm">{{{body}}}</document>',
    'content/t/fa-AF.md': content(text),
  });
  const { bytes } = await makeFrom(project.root, 't', 'fa-AF', 'plain');
  project.remove();
  const read = await PDFIUM.read(bytes);
  expect(read).toContain('متن');
  expect(read).toContain('UNHCR');
});
