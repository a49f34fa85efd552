/** The installed `bayan diff` on the sample statement in five languages, edited after it was committed. */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/make.ts';
import { pageText } from '../support/pdfium.ts';
import { repository } from '../support/repository.ts';
import { installedBayan, type WorkingFolder } from './installed-bayan.ts';

function sample(): WorkingFolder {
  const folder = installedBayan({ '.gitignore': 'out/\n' });
  for (const name of ['bayan.yaml', 'brand.yaml', 'content'])
    cpSync(join(ROOT, name), folder.path(name), { recursive: true });
  for (const name of ['logo.svg', 'logo-reversed.svg'])
    cpSync(join(ROOT, 'templates', name), folder.path(`templates/${name}`));
  return folder;
}

const edit = (folder: WorkingFolder, file: string, from: string, to: string): void => {
  expect(folder.read(file)).toContain(from);
  folder.write(file, folder.read(file).replace(from, to));
};

/** The changed words of each language, and what is to be done with its pages. */
function told(json: string) {
  const { languages } = JSON.parse(json) as {
    languages: {
      lang: string;
      prints: {
        kind: string;
        blocks: { words: { type: string; text: string }[] }[];
        pages: { page: number; state: string }[];
      }[];
    }[];
  };
  return Object.fromEntries(
    languages.map(({ lang, prints }) => [
      lang,
      prints.map(({ kind, blocks, pages }) => [
        kind,
        blocks.flatMap(({ words }) =>
          words
            .filter(({ type }) => type !== 'same')
            .map(({ type, text }) => (type === 'added' ? '+' : '-') + text.trim()),
        ),
        pages.map(({ page, state }) => `${page} ${state}`),
      ]),
    ]),
  );
}

test('the changed words of two languages are found on their pages, and nothing else is', async () => {
  const folder = sample();
  repository(folder.root).commit();
  edit(
    folder,
    'content/afghan-returns/en.md',
    'putting 1.4 million refugees',
    'putting 1.7 million refugees',
  );
  edit(folder, 'content/afghan-returns/en.md', 'is deeply concerned by', 'is alarmed by');
  edit(folder, 'content/afghan-returns/fa-AF.md', 'عمیقاً نگران است', 'بسیار نگران است');
  const json = folder.bayan('diff', 'afghan-returns', '--format', 'json');
  expect(json).toMatchObject({ code: 0, stderr: '' });
  const nothing = [
    ['brief', [], ['1 same', '2 same']],
    ['flyer', [], ['1 same']],
  ];
  expect(told(json.stdout)).toEqual({
    en: [
      ['brief', ['-deeply concerned', '+alarmed'], ['1 words', '2 same']],
      ['flyer', ['-1.4', '+1.7'], ['1 words']],
    ],
    'fa-AF': [
      ['brief', ['-عمیقاً', '+بسیار'], ['1 words', '2 same']],
      ['flyer', [], ['1 same']],
    ],
    ...{ ar: nothing, ps: nothing, ur: nothing },
  });
  expect(folder.files()).not.toContain('out/afghan-returns/changes.html');

  const { code, stdout, stderr } = folder.bayan('diff', 'afghan-returns');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('brief: Read again: page 1. Unchanged: page 2.');
  expect(folder.read('out/afghan-returns/changes.html')).toContain('lang="fa-AF" dir="rtl"');
  const page = await pageText(folder.pdf('out/afghan-returns/changes.pdf'));
  expect(page).toContain('{+1.7+}');
  expect(page).toContain('بسیار');

  // With the edit committed there is nothing to tell, and what told of it goes.
  repository(folder.root).commit();
  const after = folder.bayan('diff', 'afghan-returns');
  expect(after).toMatchObject({ code: 0, stderr: '' });
  expect(after.stdout).toContain('nothing has changed');
  expect(folder.files('out')).toEqual(['afghan-returns']);
});

test('without git: the PDFs of the last build, and the reports go with the document', () => {
  const folder = sample();
  const asked = ['afghan-returns', '--lang', 'ur', '--kind', 'flyer'];
  expect(folder.bayan('build', ...asked).code).toBe(0);
  edit(folder, 'content/afghan-returns/ur.md', 'date: 2024-04', 'date: 2024-05');
  const { code, stdout } = folder.bayan('diff', ...asked);
  expect(code).toBe(0);
  expect(stdout).toContain('compared with the PDFs in out\n  ur  1 change\n      flyer: Read again: page 1.');
  const html = folder.read('out/afghan-returns/changes.html');
  expect(html.replace(/<span class="said".*?<\/span>/g, '')).toContain('<del>اپریل</del><ins>مئی</ins>');
  folder.remove('content/afghan-returns');
  folder.write('content/other/en.md', readFileSync(join(ROOT, 'content/afghan-returns/en.md'), 'utf8'));
  expect(folder.bayan('build', '--lang', 'en', '--prune').stdout).toContain(
    '− out/afghan-returns/changes.html  removed',
  );
  expect(folder.files('out')).not.toContain('afghan-returns');
});
