/** A build makes what an edit concerns, and nothing else. */
import { utimesSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { TemporaryFolder } from '../project/temporary-project.ts';
import { EDITS, editedProject } from './edits.ts';
import { buildAll } from './incremental.ts';

const ALL = [
  'air/air.de.page',
  'air/air.en.card',
  'air/air.en.page',
  'water/water.en.page',
  'water/water.fr.card',
];

test.each<[string, (folder: TemporaryFolder) => unknown, readonly string[]]>([
  [
    'a text',
    (folder) => folder.write('content/air/de.md', folder.read('content/air/de.md').replace('Luft', 'Lüfte')),
    ['air/air.de.page'],
  ],
  [
    'a template',
    (folder) => EDITS.template!(folder, 1),
    ['air/air.de.page', 'air/air.en.page', 'water/water.en.page'],
  ],
  ['a partial', (folder) => EDITS.partial!(folder, 1), ALL],
  ['a picture', (folder) => EDITS.picture!(folder, 1), ['air/air.en.card', 'air/air.en.page']],
  ['a drawing', (folder) => EDITS.drawing!(folder, 1), ['water/water.en.page']],
  [
    'words of the page',
    (folder) => EDITS.string!(folder, 1),
    ['air/air.de.page', 'air/air.en.page', 'water/water.en.page'],
  ],
  ['the brand', (folder) => EDITS.brand!(folder, 1), ALL],
  ['a style', (folder) => EDITS.style!(folder, 1), ALL],
  ['a font of the project', (folder) => EDITS.fontTable!(folder, 1), ALL],
  ['a new language', (folder) => EDITS.newLanguage!(folder, 3), ['air/air.fr.page']],
  ['a date of a file', (folder) => utimesSync(folder.path('brand.yaml'), 1, 1), []],
  ['a file that nothing reads', (folder) => folder.write('notes.txt', 'x'), []],
  [
    'a language that is gone',
    (folder) => EDITS.languages!(folder, 1),
    ALL.filter((name) => !name.includes('.fr.')),
  ],
])('%s', async (_, edit, concerned) => {
  const folder = editedProject();
  expect((await buildAll(folder.root)).made.toSorted()).toEqual(ALL.map((name) => `${name}.pdf`));
  await edit(folder);
  expect((await buildAll(folder.root)).made.toSorted()).toEqual(concerned.map((name) => `${name}.pdf`));
});

test('the original of a translation that was recorded', async () => {
  const folder = editedProject();
  await EDITS.translated!(folder, 0);
  await buildAll(folder.root);
  folder.write('content/air/en.md', folder.read('content/air/en.md').replace('Clean', 'Cleaner'));
  const { made, told } = await buildAll(folder.root);
  expect(made.toSorted()).toEqual(['air/air.de.page.pdf', 'air/air.en.card.pdf', 'air/air.en.page.pdf']);
  expect(told[0]).toMatchObject({ code: 'translation-stale' });
});
