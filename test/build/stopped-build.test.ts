/** A build that is stopped between two texts, because something newer waits: what was made is kept, the rest is made next. */
import { expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import type { BuiltEdition } from '../../src/build/edition.ts';
import { readManifest } from '../../src/build/manifest.ts';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { loadProject } from '../../src/project/project.ts';
import { fakeEngine } from '../cli/run-bayan.ts';
import { temporaryProject } from '../project/temporary-project.ts';

const LANGUAGES = ['de', 'en', 'fr', 'it', 'nl'];
const contents = (kinds: string) =>
  Object.fromEntries(LANGUAGES.map((lang) => [`content/air/${lang}.md`, `kinds: ${kinds}\n${lang}`]));

test('stops before the text that is next, and goes on where it stopped', async () => {
  const { root } = temporaryProject(contents('brief'));
  const project = loadProject(root, new Report())!;
  let asked = 0;
  const proceed = async (): Promise<boolean> => ++asked <= 2;
  const report = new Report();
  const first = await build(project, { proceed }, report, fakeEngine);
  expect(first.documents.map(({ lang }) => lang)).toEqual(['de', 'en']);
  expect(report.hasErrors).toBe(false);
  expect(readManifest(project.outputFolder).editions.map(({ lang }) => lang)).toEqual(['de', 'en']);
  const next = await build(project, {}, report, fakeEngine);
  expect(next.documents.map(({ lang, unchanged }) => [lang, unchanged === true])).toEqual(
    LANGUAGES.map((lang) => [lang, lang < 'f']),
  );
});

test('PDFs that it did not come to stay as they were, and are known to be stale', async () => {
  const folder = temporaryProject(contents('brief'));
  const project = loadProject(folder.root, new Report())!;
  await build(project, {}, new Report(), fakeEngine);
  for (const [name, text] of Object.entries(contents('brief'))) folder.write(name, `${text}, again`);
  const stopped = await build(project, { proceed: async () => false }, new Report(), fakeEngine);
  expect(stopped.documents).toEqual([]);
  expect(folder.read('out/air/air.fr.brief.pdf')).not.toContain('again');
  expect(readManifest(project.outputFolder).editions).toHaveLength(LANGUAGES.length);
  const next = await build(project, {}, new Report(), fakeEngine);
  expect(next.documents.every(({ entry, unchanged }) => entry && !unchanged)).toBe(true);
  expect(folder.read('out/air/air.fr.brief.pdf')).toContain('again');
});

test('what somebody waits for is built before the others', async () => {
  const { root } = temporaryProject(contents('brief'));
  const project = loadProject(root, new Report())!;
  const first = ['content/air/it.md', 'content/air/none.md'];
  const order: string[] = [];
  const onEdition = ({ planned }: BuiltEdition): void => void order.push(planned.lang);
  const { documents } = await build(project, { first, onEdition }, new Report(), fakeEngine);
  expect(order).toEqual(['it', 'de', 'en', 'fr', 'nl']);
  expect(documents.map(({ lang }) => lang)).toEqual(LANGUAGES);
});
