/** The library as it is installed: the example of docs/library.md, run as it is written there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pageText } from '../support/pdfium.ts';
import { installedBayan, installedPackage } from './installed-bayan.ts';

test('the example of the docs makes the PDFs of a project', async () => {
  const page = readFileSync(join(installedPackage(), 'docs/library.md'), 'utf8');
  const [, example = ''] = /^`pdfs\.mjs`[^\n]*\n\n```js\n([\s\S]*?)^```/m.exec(page) ?? [];
  const folder = installedBayan();
  folder.bayan('init', '.');
  folder.write('pdfs.mjs', example);
  expect(folder.node('pdfs.mjs')).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(folder.pdfs()).toEqual(['welcome.brief.pdf', 'welcome.flyer.pdf']);
  expect(await pageText(folder.pdf('welcome.brief.pdf'))).toContain('Clean water for every school');
});

test('a workspace takes in what has changed', () => {
  const folder = installedBayan();
  folder.bayan('init', '.');
  folder.write(
    'edit.mjs',
    `import { appendFileSync, writeFileSync } from 'node:fs';
    import { loadProject, makePdf, openWorkspace, readEdition, Report } from 'bayan';
    const report = new Report();
    const workspace = openWorkspace(loadProject('.', report));
    const make = async () => {
      const edition = readEdition(workspace, { file: 'content/welcome/en.md', slug: 'welcome', lang: 'en' }, report);
      const { bytes } = await makePdf(workspace, { edition, kind: 'brief' }, report);
      return Buffer.from(bytes).toString('base64');
    };
    const pdfs = [await make(), await make()];
    appendFileSync('brand.yaml', '');
    workspace.refresh();
    pdfs.push(await make());
    appendFileSync('content/welcome/en.md', '\\nOne more paragraph.\\n');
    pdfs.push(await make());
    workspace.refresh(['content']);
    pdfs.push(await make());
    workspace.close();
    console.log(pdfs.map((pdf) => pdf === pdfs[0]).join(' '));`,
  );
  expect(folder.node('edit.mjs')).toEqual({ code: 0, stdout: 'true true true true false\n', stderr: '' });
});
