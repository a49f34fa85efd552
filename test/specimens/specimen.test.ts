/**
 * The page in every language is built without a word of complaint, on one page; those whose faces are not installed
 * are refused with the one command that adds them. tools/specimens.ts makes pictures of the pages.
 */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makePdf } from '../../src/build/make.ts';
import { readEdition } from '../../src/build/read.ts';
import { openWorkspace } from '../../src/build/workspace.ts';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { Trace } from '../../src/files/trace.ts';
import { missingFace } from '../../src/fonts/suggestion.ts';
import { findLanguage, knownTags } from '../../src/language/language.ts';
import { loadProject } from '../../src/project/project.ts';

const root = new URL('./', import.meta.url).pathname;
const project = loadProject(root, new Report())!;
const workspace = openWorkspace(project);
const { fonts } = workspace.open(new Report(), new Trace());

test('there is a page for every language', () => {
  expect(
    readdirSync(`${root}content/specimen`)
      .map((file) => file.replace('.md', ''))
      .sort(),
  ).toEqual([...knownTags()].sort());
});

test.each(knownTags())('%s', async (lang) => {
  const report = new Report();
  const file = `content/specimen/${lang}.md`;
  const edition = readEdition(workspace, { file, slug: 'specimen', lang }, report)!;
  const made = await makePdf(workspace, { edition, kind: 'specimen' }, report);
  const absent = missingFace(findLanguage(lang)!, fonts);
  if (!absent) expect([made?.pages, report.diagnostics]).toEqual([1, []]);
  else expect(report.diagnostics).toMatchObject([{ code: 'font-missing', hint: absent.hint }]);
});
