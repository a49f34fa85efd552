/** Several documents in one file: each keeps its language, paper, page numbers and links, and they share one tag tree. */
import { expect, it } from 'vitest';
import { type FileJob, makeFile, makePdf } from '../../src/build/make.ts';
import { readEdition } from '../../src/build/read.ts';
import { openWorkspace } from '../../src/build/workspace.ts';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { readPdf } from '../../src/pdf/inspect/read.ts';
import { tagTree } from '../../src/pdf/inspect/tag-tree.ts';
import { loadProject } from '../../src/project/project.ts';
import { temporaryFolder } from '../project/temporary-project.ts';

const FRONT = 'date: 2024-05-02\nkinds: [page]\n';
const FILES = {
  'bayan.yaml': '',
  'brand.yaml': 'organisation: { name: Test }\ncolors: { primary: "#0b4f6c" }\n',
  'templates/page.hbs':
    '<document page-size="A5" margin="20mm" style="document"><footer><text>{{pageNumber}}</text></footer><title>{{inline title}}</title>{{{body}}}</document>',
  'content/a/en.md': `---\ntitle: A letter\n${FRONT}---\n\nSee the note[^1] and [below](#below).\n\n## Below {#below}\n\n[^1]: In English.\n`,
  'content/a/fa-AF.md': `---\ntitle: یک نامه\n${FRONT}---\n\nیادداشت را ببینید[^1] و [پایین](#below).\n\n## پایین {#below}\n\n[^1]: به دری.\n`,
};

function openBoth() {
  const report = new Report();
  const folder = temporaryFolder(FILES);
  const workspace = openWorkspace(loadProject(folder.root, report)!);
  const jobs = ['en', 'fa-AF'].map((lang) => {
    const edition = readEdition(workspace, { file: `content/a/${lang}.md`, slug: 'a', lang }, report)!;
    return { edition, kind: 'page', bookmark: lang };
  });
  expect(report.diagnostics).toEqual([]);
  return { report, workspace, jobs: jobs as [FileJob, FileJob] };
}

it('have a Part each in one tag tree, with notes and links of their own', async () => {
  const { report, workspace, jobs } = openBoth();
  const made = await makeFile(workspace, jobs, report);
  expect(report.diagnostics).toEqual([]);
  expect(made!.pages).toBe(2);
  expect(tagTree(made!.bytes)).toBe(`Document
  Part [en WritingMode=LrTb]
    H1
      “A letter”
    P
      “See the note”
      Reference
        Link
          “1”
          → #1:note.1 (1: In English.)
      “and”
      Link
        “below”
        → #1:below (below)
      “.”
    Note [#1:note.1]
      Lbl
        Link
          “1”
          → #1:call.1 (1 ↩ See the note)
      P
        “In English.”
    H2
      “Below”
  Part [fa-AF WritingMode=RlTb]
    H1
      “یک نامه”
    P
      “یادداشت را ببینید”
      Reference
        Link
          “۱”
          → #2:note.1 (۱: به دری.)
      “و”
      Link
        “پایین”
        → #2:below (پایین)
      “.”
    Note [#2:note.1]
      Lbl
        Link
          “۱”
          → #2:call.1 (۱ ↩ یادداشت را ببینید)
      P
        “به دری.”
    H2
      “پایین”
`);
});

it('count their pages for themselves, and have a bookmark above those of their headings', async () => {
  const { report, workspace, jobs } = openBoth();
  const pdf = readPdf((await makeFile(workspace, jobs, report))!.bytes);
  const { root } = pdf;
  expect(pdf.text(root.Lang)).toBe('en');
  expect(pdf.array(pdf.dictionary(root.PageLabels).Nums).filter((_, i) => i % 2 === 0)).toEqual([0, 1]);
  const top = pdf.dictionary(pdf.dictionary(root.Outlines).First);
  expect(pdf.text(top.Title)).toBe('en');
  expect(pdf.text(pdf.dictionary(top.First).Title)).toBe('A letter');
  expect(pdf.text(pdf.dictionary(top.Next).Title)).toBe('fa-AF');
});

it('are laid out as they are alone', async () => {
  const { report, workspace, jobs } = openBoth();
  const before = await makePdf(workspace, jobs[1], report);
  await makeFile(workspace, jobs, report);
  expect(Buffer.compare((await makePdf(workspace, jobs[1], report))!.bytes, before!.bytes)).toBe(0);
});

it('are not made when one of them cannot be', async () => {
  const { report, workspace, jobs } = openBoth();
  expect(await makeFile(workspace, [jobs[0], { ...jobs[1], kind: 'poster' }], report)).toBeUndefined();
  expect(report.diagnostics).toMatchObject([{ span: { file: 'content/a/fa-AF.md' } }]);
});
