import { mkdirSync, symlinkSync } from 'node:fs';
import { expect, test } from 'vitest';
import { newDocument } from '../../src/content/new-document.ts';
import { parseEdition } from '../../src/content/parse.ts';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { ProjectFiles } from '../../src/files/project-files.ts';
import { planEditions } from '../../src/project/plan.ts';
import { loadProject } from '../../src/project/project.ts';
import { temporaryFolder, temporaryProject } from '../project/temporary-project.ts';
import { bayan } from './run-bayan.ts';

test('init makes a project that loads without a fault and has two languages', async () => {
  const folder = temporaryFolder();
  const { code, out } = await bayan(folder.root, ['init', 'mine']);
  expect(code).toBe(0);
  expect(out).toContain('+ mine/content/welcome/ar.md');
  expect(out).toContain('Next: cd mine && bayan build');
  expect(folder.read('mine/.gitignore')).toContain('out/');
  const report = new Report();
  const project = loadProject(folder.path('mine'), report);
  const { editions: plan } = planEditions(project!, {}, report);
  expect(plan.map((edition) => edition.lang)).toEqual(['ar', 'en']);
  for (const planned of plan) {
    parseEdition({ files: new ProjectFiles(project!.root), ...planned }, report);
  }
  expect(report.diagnostics).toEqual([]);
});

test('init never overwrites', async () => {
  const folder = temporaryFolder({ 'mine/brand.yaml': 'mine', file: '' });
  for (const name of ['b', 'c', 'd', 'e', 'f', 'g', '.hidden']) folder.write(`full/${name}`, '');
  expect(await bayan(folder.root, ['init', 'mine/'])).toMatchObject({
    code: 2,
    err: 'error: mine/ holds brand.yaml, which could be in the way of a project (for one in a folder of its own: bayan init mine/documents); nothing was written\n',
  });
  expect((await bayan(folder.path('full'), ['init', '.'])).err).toMatch(
    /^error: \. holds b, c, d, e, f, 1 more, which .* bayan init documents\)/,
  );
  expect(await bayan(folder.root, ['init', 'file'])).toMatchObject({
    code: 2,
    err: 'error: file is a file; nothing was written\n',
  });
  expect(await bayan(folder.root, ['init'])).toMatchObject({
    code: 2,
    err: expect.stringContaining("missing required argument 'dir'"),
  });
  expect(folder.read('mine/brand.yaml')).toBe('mine');
  expect(folder.files('full')).toHaveLength(7);
});

test('init in a folder that npm, git and GitHub have begun leaves what they wrote', async () => {
  const before = {
    'package.json': '{}',
    'package-lock.json': '{}',
    'node_modules/bayan/bayan.yaml': '',
    '.git/HEAD': '',
    '.gitignore': 'mine\n',
    '.github/dependabot.yml': 'mine\n',
    'README.md': '# Mine\n',
    'LICENSE.txt': 'mine\n',
    'CODE_OF_CONDUCT.md': 'mine\n',
  };
  const folder = temporaryFolder(before);
  const { code, out } = await bayan(folder.root, ['init', '.']);
  expect(code).toBe(0);
  expect(out).toContain('= README.md  was there, and stays as it is\n');
  expect(out).toContain('= .gitignore  was there, and stays as it is\n');
  expect(out).toContain('+ .github/workflows/bayan.yml\n');
  expect(out).toMatch(/\nNext: bayan build\n$/);
  for (const [name, text] of Object.entries(before)) expect(folder.read(name)).toBe(text);
});

test('init in a project that is there writes only what a team needs, and of that what is missing', async () => {
  const folder = temporaryProject({ '.editorconfig': 'mine', 'templates/event.hbs': '<document/>' });
  folder.write('templates/event.yaml', 'fields: { venue: { type: text } }');
  const { code, out } = await bayan(folder.root, ['init', '.']);
  expect(code).toBe(0);
  expect(out.match(/^[+=] .*/gm)).toEqual([
    '= .editorconfig  was there, and stays as it is',
    '+ .github/workflows/bayan.yml',
    '+ .vscode/extensions.json',
    '+ .vscode/schemas/bayan.json',
    '+ .vscode/schemas/brand.json',
    '+ .vscode/schemas/styles.json',
    '+ .vscode/settings.json',
    '+ .vscode/tasks.json',
    '+ .vscode/schemas/front-matter.json',
  ]);
  expect(folder.read('.editorconfig')).toBe('mine');
  expect(JSON.parse(folder.read('.vscode/schemas/front-matter.json'))).toHaveProperty('properties.venue');
  expect((await bayan(folder.root, ['init', '.'])).out).not.toContain('+');
});

test('init says what the workflow takes besides its file', async () => {
  const folder = temporaryFolder({ '.git/HEAD': '', 'package.json': '{}' });
  const { out } = await bayan(folder.root, ['init', 'papers']);
  expect(out).toContain('once: npm install --save-dev ADDRESS-OF-BAYAN');
  expect(out).toContain(`GitHub reads workflows in ${folder.path('.github')} only`);
});

test('init in an empty folder with a fresh git repository', async () => {
  const folder = temporaryFolder();
  mkdirSync(folder.path('.git'));
  expect(await bayan(folder.root, ['init', '.'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('Next: bayan build'),
  });
});

test('new says what is odd in the project, as build does', async () => {
  const colors = 'organisation: { name: Org }\ncolors: { acent: red }\n';
  const folder = temporaryProject({ 'brand.yaml': colors });
  const { code, err } = await bayan(folder.root, ['new', 'report', '--lang', 'en']);
  expect(code).toBe(0);
  expect(err).toContain('brand.yaml:2:11 warning[project-invalid]: "acent" is a colour of your own');
  expect(folder.has('content/report/en.md')).toBe(true);
});

test('new makes a file for each language; the first is the original', async () => {
  const folder = temporaryProject();
  const { code, out } = await bayan(folder.root, ['new', 'گزارش-۱', '--lang', 'en', 'prs', 'ps']);
  expect({ code, out }).toEqual({
    code: 0,
    out: '+ content/گزارش-۱/en.md\n+ content/گزارش-۱/fa-AF.md\n+ content/گزارش-۱/ps.md\n',
  });
  expect(folder.read('content/گزارش-۱/en.md')).not.toContain('translation:');
  expect(folder.read('content/گزارش-۱/ps.md')).toContain('translation:\n  of: en\n');
  expect(folder.read('content/گزارش-۱/en.md')).toContain('date: 2026-01-02 ');
});

test('without --lang, new takes the first language of the project, or says what to type', async () => {
  const folder = temporaryProject({ 'bayan.yaml': 'languages: [ps, en]\n' });
  expect((await bayan(folder.root, ['new', 'water'])).out).toBe('+ content/water/ps.md\n');
  expect(await bayan(folder.root, ['new', 'water'])).toMatchObject({
    code: 2,
    err: expect.stringMatching(/water is there already, in the language ps.*\n.*bayan new water --lang en/),
  });
});

test('new takes the fields of a kind', async () => {
  const folder = temporaryProject({
    'templates/event.hbs': '<document/>',
    'templates/event.yaml':
      'fields: {time: {type: time, required: true, help: When it begins.}, entry: {type: choice, options: [free, ticket]}}',
  });
  await bayan(folder.root, ['new', 'evening', '--lang', 'en', '--kind', 'event']);
  const text = folder.read('content/evening/en.md');
  expect(text).toMatch(/^kinds: \[event\] .*\ntime: '18:30' +# When it begins\.\n# entry: free\n/m);
  expect(await bayan(folder.root, ['new', 'x', '--lang', 'en', '--kind', 'evnt'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('did you mean "event"?'),
  });
});

test.each<[string[], string]>([
  [['new', 'water', '--lang', 'ps', 'en'], 'content/water/en.md is there already'],
  [['new', 'WATER', '--lang', 'ps'], 'there is a document "water" already'],
  [['new', '../x', '--lang', 'ps'], 'error[slug-invalid]'],
  [['new', 'my report', '--lang', 'ps'], 'for example my-report'],
  [['new', 'air', '--lang', 'xq'], 'error[language-unknown]'],
  [['new', 'air'], 'say in which language the document is written'],
  [['new', 'air'], 'bayan new air --lang en'],
])('new refuses, and writes nothing: %j', async (args, message) => {
  const folder = temporaryProject({ 'content/water/en.md': 'mine' });
  const { code, err } = await bayan(folder.root, args);
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(folder.read('content/water/en.md')).toBe('mine');
  expect(folder.has('content/water/ps.md')).toBe(false);
});

test('new does not write through a link that leaves the project', async () => {
  const outside = temporaryFolder();
  const folder = temporaryProject({ 'content/water/en.md': '' });
  symlinkSync(outside.root, folder.path('content/linked'));
  expect((await bayan(folder.root, ['new', 'linked', '--lang', 'en'])).err).toContain('symbolic link');
  expect(outside.has('en.md')).toBe(false);
});

test('a new content file is valid as it stands, and with its comments taken away', () => {
  for (const show of [(text: string) => text, (text: string) => text.replace(/^# /gm, '')]) {
    const report = new Report();
    const source = show(newDocument({ today: '2026-01-02' }));
    const files = new ProjectFiles(temporaryFolder({ 'content/a/photo.jpg': '' }).root);
    const edition = parseEdition({ files, file: 'content/a/ar.md', slug: 'a', lang: 'ar', source }, report);
    expect(report.diagnostics).toEqual([]);
    expect(edition).toBeDefined();
  }
});
