/** `bayan diff`: what it compares with, what it says of what cannot be compared, and what it writes. */
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { tagTree } from '../../src/pdf/inspect/tag-tree.ts';
import { type TemporaryFolder, temporaryFolder } from '../project/temporary-project.ts';
import { makeFrom } from '../support/make.ts';
import { repository } from '../support/repository.ts';
import { bayan, type Run } from './run-bayan.ts';

const front = (title: string, kinds = '[brief]'): string =>
  `---\ntitle: ${title}\ndate: 2024-04-16\nkinds: ${kinds}\n---\n\n`;
const TEMPLATE =
  '<document page-size="A6" margin="12mm"><title>{{inline title}}</title>{{{body}}}</document>';
const ENGLISH = `${front('Clean water')}Every child drinks clean water.\n\nThe second paragraph.\n`;
const DARI = `${front('آب پاک')}هر کودک آب پاک می‌نوشد.\n\nبند دوم.\n`;

const PROJECT = {
  'bayan.yaml': 'source: en\n',
  'brand.yaml': 'organisation: { name: Test }\n',
  '.gitignore': 'out/\n',
  'templates/brief.hbs': TEMPLATE,
  'content/water/en.md': ENGLISH,
  'content/water/fa-AF.md': DARI,
};

const edit = (folder: TemporaryFolder, file: string, from: string, to: string): void =>
  folder.write(file, folder.read(file).replace(from, to));

const diff = (folder: TemporaryFolder, ...args: readonly string[]): Promise<Run> =>
  bayan(folder.root, ['diff', 'water', ...args]);

/** A project that has been committed, and the commit. */
function committed(files: Readonly<Record<string, string>> = {}) {
  const folder = temporaryFolder({ ...PROJECT, ...files });
  const { commit, git } = repository(folder.root);
  return { folder, git, commit, hash: commit().slice(0, 7) };
}

describe('since the last commit', () => {
  test('nothing has changed: it says so, and takes away what told of an earlier state', async () => {
    const { folder, hash } = committed();
    folder.write('out/water/changes.html', 'of last week');
    const { code, out, err } = await diff(folder);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(
      `water, compared with HEAD (${hash})\n  en     no changes\n  fa-AF  no changes\n` +
        '− out/water/changes.html  removed: it told of an earlier state\nnothing has changed\n',
    );
    expect(folder.has('out/water/changes.html')).toBe(false);
  });

  test('what has changed is in changes.html and changes.pdf, in the direction and language of each edition', async () => {
    const { folder } = committed();
    edit(folder, 'content/water/fa-AF.md', 'کودک', 'انسان');
    const { code, out } = await diff(folder);
    expect(code).toBe(0);
    expect(out).toContain('en     no changes');
    expect(out).toContain('fa-AF  1 change\n         brief: Read again: page 1.');
    const html = folder.read('out/water/changes.html');
    expect(html).toMatch(
      /<p class="text changed" lang="fa-AF" dir="rtl">هر <del>.*?کودک.*?<\/del><ins>.*?انسان.*?<\/ins> آب پاک می‌نوشد\.<\/p>/,
    );
    expect(html).not.toContain('<script');
    const tree = tagTree(readFileSync(folder.path('out/water/changes.pdf')));
    expect(tree).toMatch(/P \[fa-AF WritingMode=RlTb\]/);
    expect(tree).toContain('[-کودک-]');
    expect(tree).toContain('{+انسان+}');
  });

  test('a language that is new, one that is gone, and a kind that is new', async () => {
    const { folder } = committed({ 'templates/flyer.hbs': TEMPLATE });
    folder.write('content/water/ps.md', `${front('اوبه')}پاکې اوبه.\n`);
    rmSync(folder.path('content/water/fa-AF.md'));
    folder.write('content/water/en.md', ENGLISH.replace('[brief]', '[brief, flyer]'));
    const { out } = await diff(folder);
    expect(out).toContain(
      'en     flyer new\n         brief: Unchanged: page 1.\n         flyer: New: page 1 to be read.',
    );
    expect(out).toContain('fa-AF  removed\n         brief: It is printed no more.');
    expect(out).toContain('ps     new\n         brief: New: page 1 to be read.');
  });

  test('a document that was not there is new in all its languages', async () => {
    const { folder } = committed();
    folder.write('content/air/en.md', ENGLISH);
    const { code, out, err } = await bayan(folder.root, ['diff', 'air']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('en  new');
  });

  test('templates, words of the page and brand are those of the commit', async () => {
    const { folder } = committed({
      'templates/brief.hbs': TEMPLATE.replace(
        '<title>',
        '<text>{{t "contact"}} {{brand.name}}</text><title>',
      ),
      'templates/strings/en.yaml': 'contact: Write to\n',
    });
    folder.write('templates/strings/en.yaml', 'contact: Call\n');
    edit(folder, 'brand.yaml', 'Test', 'Tested');
    const { out } = await diff(folder, '--lang', 'en', '--format', 'json');
    const { languages } = JSON.parse(out);
    expect(languages[0].prints[0].blocks.map(({ words }: { words: unknown }) => words)).toEqual([
      [
        { type: 'removed', text: 'Write to Test' },
        { type: 'added', text: 'Call Tested' },
      ],
    ]);
  });

  test('a colour of the brand changes pages and no word', async () => {
    const { folder } = committed();
    edit(folder, 'brand.yaml', '}', '}\ncolors: { primary: "#402060" }');
    const { out } = await diff(folder);
    expect(out).toContain(
      'no word changed, looks different\n         brief: Same words, looks different: page 1.',
    );
  });

  test('the same states give the same bytes', async () => {
    const { folder } = committed();
    edit(folder, 'content/water/en.md', 'child', 'person');
    await diff(folder);
    await diff(folder, '--out', 'again');
    for (const name of ['changes.html', 'changes.pdf'])
      expect(readFileSync(folder.path(`again/water/${name}`))).toEqual(
        readFileSync(folder.path(`out/water/${name}`)),
      );
  });

  test('--exit-code tells a script whether anything has changed', async () => {
    const { folder } = committed();
    expect((await diff(folder, '--exit-code')).code).toBe(0);
    edit(folder, 'content/water/en.md', 'child', 'person');
    expect((await diff(folder, '--exit-code')).code).toBe(1);
    expect((await diff(folder)).code).toBe(0);
  });
});

describe('errors on one side', () => {
  test('now: they are told at their places, and the other languages are compared', async () => {
    const { folder } = committed();
    folder.write('content/water/en.md', `${ENGLISH}\n<b>bold</b>\n`);
    edit(folder, 'content/water/fa-AF.md', 'کودک', 'انسان');
    const { code, out, err } = await diff(folder);
    expect(code).toBe(1);
    expect(err).toContain('content/water/en.md:11:1 error[raw-html]');
    expect(out).toContain(
      'en     not compared\n         Not compared: content/water/en.md has errors (raw HTML: <b>).',
    );
    expect(out).toContain('fa-AF  1 change');
    expect(folder.read('out/water/changes.html')).toContain(
      'Not compared: content/water/en.md has errors (raw HTML: &#60;b&#62;).',
    );
  });

  test('then: it is told in which state, and what was wrong', async () => {
    const { folder, hash } = committed({ 'content/water/en.md': `${ENGLISH}\n<b>bold</b>\n` });
    folder.write('content/water/en.md', ENGLISH);
    const { code, err } = await diff(folder);
    expect(code).toBe(0);
    expect(err).toContain(
      `content/water/en.md warning[edition-uncompared]: it is not compared: at HEAD (${hash}) it has errors (line 11: raw HTML: <b>)`,
    );
  });

  test('in bayan.yaml at the commit', async () => {
    const { folder, hash } = committed({ 'bayan.yaml': 'langs: [en]\n' });
    folder.write('bayan.yaml', '');
    const { code, err } = await diff(folder);
    expect(code).toBe(2);
    expect(err).toContain(`error[since-unknown]: the project cannot be read at HEAD (${hash}): `);
  });
});

describe('since something else', () => {
  test('without git, the PDFs that were built last', async () => {
    const folder = temporaryFolder(PROJECT);
    const none = await diff(folder);
    expect(none.code).toBe(2);
    expect(none.err).toContain(
      'the project is in no git repository, and out has no PDF of water to compare with',
    );
    expect(none.err).toContain('hint: bayan build makes PDFs');
    await keepPdfs(folder, 'out/water');
    edit(folder, 'content/water/fa-AF.md', 'کودک', 'انسان');
    const { code, out } = await diff(folder);
    expect(code).toBe(0);
    expect(out).toContain('water, compared with the PDFs in out\n  en     no changes\n  fa-AF  1 change');
  });

  test('of a project that is in no commit of its repository, the same', async () => {
    const folder = temporaryFolder({ 'notes.md': 'a' });
    repository(folder.root).commit();
    for (const [name, text] of Object.entries(PROJECT)) folder.write(name, text);
    expect((await diff(folder)).err).toContain('the project is in no commit, and out has no PDF of water');
  });

  test('one PDF, by its name or else by its language and --kind', async () => {
    const folder = temporaryFolder(PROJECT);
    await keepPdfs(folder, 'kept');
    edit(folder, 'content/water/fa-AF.md', 'کودک', 'انسان');
    cpSync(folder.path('kept/water.fa-AF.brief.pdf'), folder.path('kept/printed in May.pdf'));
    const named = await diff(folder, '--since', 'kept/water.fa-AF.brief.pdf', '--format', 'json');
    expect(JSON.parse(named.out).languages).toMatchObject([
      { lang: 'fa-AF', prints: [{ kind: 'brief', state: 'compared', blocks: [{ change: 'changed' }] }] },
    ]);
    const unnamed = await diff(folder, '--since', 'kept/printed in May.pdf');
    expect(unnamed.err).toContain('does not say which kind of water it is');
    const told = await diff(folder, '--since', 'kept/printed in May.pdf', '--kind', 'brief');
    expect(told.out).toContain('  fa-AF  1 change\n         brief: Read again: page 1.');
  });

  test('a folder of PDFs, and an older copy of the project', async () => {
    const folder = temporaryFolder(PROJECT);
    await keepPdfs(folder, 'kept');
    cpSync(folder.root, `${folder.root} copy`, { recursive: true });
    edit(folder, 'content/water/en.md', 'child', 'person');
    for (const since of ['kept', `${folder.root} copy`]) {
      const { code, out } = await diff(folder, '--since', since);
      expect(code, since).toBe(0);
      expect(out, since).toContain(
        '  en     1 change\n         brief: Read again: page 1.\n  fa-AF  no changes',
      );
    }
    rmSync(`${folder.root} copy`, { recursive: true });
  });

  test('a PDF of another document is told from one', async () => {
    const folder = temporaryFolder({
      ...PROJECT,
      'content/air/en.md': `${front('Air')}Something else altogether stands here.\n\nAnd here, too.\n`,
    });
    const { bytes } = await makeFrom(folder.root, 'air', 'en', 'brief');
    folder.write('air.en.brief.pdf', bytes);
    folder.write('other.pdf', bytes);
    expect((await diff(folder, '--since', 'air.en.brief.pdf')).err).toContain('is a PDF of air, by its name');
    const { err } = await diff(folder, '--since', 'other.pdf', '--kind', 'brief');
    expect(err).toContain('warning[since-unknown]: hardly anything in other.pdf is in water');
  });

  test.each([
    ['nothing', '"nothing" is no revision, no file and no folder'],
    ['', '"" is no revision, no file and no folder'],
    ['--all', '"--all" is no revision, no file and no folder'],
    ['gone.pdf', 'there is no file gone.pdf'],
    ['content', 'there is no PDF of water in content'],
    ['brand.yaml', 'brand.yaml cannot be compared with: Bayan did not make it, or it is damaged'],
  ])('%s is nothing to compare with', async (since, told) => {
    const { folder } = committed();
    const { code, err } = await diff(folder, `--since=${since}`);
    expect(code).toBe(2);
    expect(err).toContain(`error[since-unknown]: ${told}`);
    expect(err).toContain('hint: ');
  });
});

test.each([
  [['diff', 'watre'], 'error[slug-unknown]'],
  [['diff', 'water', '--lang', 'ur'], 'error[language-unknown]: neither state is in the language "ur"'],
  [['diff', 'water', '--kind', 'brif'], 'did you mean "brief"?'],
  [
    ['diff', 'water', '--kind', 'flyer'],
    'error[kind-unknown]: water is not printed as "flyer" in either state',
  ],
])('%j is misused', async (args, told) => {
  const { folder } = committed();
  folder.write('out/water/changes.html', 'of another comparison');
  const { code, err } = await bayan(folder.root, args);
  expect(code).toBe(2);
  expect(err).toContain(told);
  expect(folder.has('out/water/changes.html')).toBe(true);
});

/** PDFs as a build names them. */
async function keepPdfs(folder: TemporaryFolder, into: string): Promise<void> {
  for (const lang of ['en', 'fa-AF']) {
    const { bytes } = await makeFrom(folder.root, 'water', lang, 'brief');
    folder.write(`${into}/water.${lang}.brief.pdf`, bytes);
  }
}
