/** The installed `bayan watch`, while files are written as editors, people and git write them. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { BRAND, installedBayan, type Running, type WorkingFolder } from './installed-bayan.ts';

const TEMPLATE =
  '<document page-size="A6" margin="9mm"><title>{{title}}</title>{{> note}}{{{body}}}</document>';
const text = (words: string) => `---\ntitle: Title\ndate: 2024\nkinds: [plain]\n---\n\n${words}\n`;
const SERIF = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/source-serif-4/700Bold/SourceSerif4_700Bold.ttf',
);
const NOTE = 'templates/partials/note.hbs';

function project(): WorkingFolder {
  const folder = installedBayan({
    'bayan.yaml': '',
    'brand.yaml': BRAND,
    'templates/plain.hbs': TEMPLATE,
    [NOTE]: '<text>A note.</text>',
    // In place of a partial of Bayan's own, which is looked for in the project first.
    'templates/signed.hbs': TEMPLATE.replace('note', 'contact-lines'),
  });
  for (const lang of ['de', 'en', 'fr']) folder.write(`content/air/${lang}.md`, text(`Air, ${lang}.`));
  folder.write('content/sea/en.md', text('The sea.').replace('plain', 'signed'));
  return folder;
}

/** Asks until it is so. */
async function until(what: string, isSo: () => boolean, watching: Running): Promise<void> {
  for (let waited = 0; !isSo(); waited += 25) {
    if (waited > 30_000) throw new Error(`${what}: not within half a minute\n${watching.printed()}`);
    await wait(25);
  }
}

async function watched(folder: WorkingFolder, ...args: string[]): Promise<Running> {
  const watching = folder.run('watch', ...args);
  await until('the first build', () => watching.printed().includes('Ctrl-C ends it'), watching);
  return watching;
}

/** Nothing while the folder itself is still to be made. */
const pdfs = (folder: WorkingFolder, below: string): ReadonlyMap<string, string> =>
  new Map(
    (existsSync(folder.path(below)) ? folder.files(below) : [])
      .filter((name) => name.endsWith('.pdf') || name === 'manifest.json')
      .map((name) => [name, Buffer.from(folder.pdf(`${below}/${name}`)).toString('latin1')]),
  );

/** Waits until the output folder is what a build from nothing makes. */
async function expectBuilt(folder: WorkingFolder, watching: Running): Promise<void> {
  folder.bayan('build', '--out', 'clean', '--prune');
  const clean = pdfs(folder, 'clean');
  const isSame = (): boolean => {
    const now = pdfs(folder, 'out');
    return [...clean].every(([name, bytes]) => now.get(name) === bytes);
  };
  await until('the PDFs of the project', isSame, watching);
}

test('a save is built, that edition alone, and the time is told', async () => {
  const folder = project();
  const watching = await watched(folder);
  const other = statSync(folder.path('out/air/air.fr.plain.pdf')).mtimeMs;
  folder.write('content/air/de.md', text('Andere Luft.'));
  await expectBuilt(folder, watching);
  await until(
    'the line',
    () => /1 built, 3 unchanged {2}\d+ ms after the save/.test(watching.printed()),
    watching,
  );
  expect(statSync(folder.path('out/air/air.fr.plain.pdf')).mtimeMs).toBe(other);
  expect(await watching.stop()).toBe(0);
});

test('editors that write by rename, one save after another', async () => {
  const folder = project();
  const watching = await watched(folder);
  for (let save = 0; save < 4; save++) {
    // As Emacs, VS Code and sed do; then as vim does.
    folder.write('content/air/.en.md.new', text(`Save ${save}.`));
    renameSync(folder.path('content/air/.en.md.new'), folder.path('content/air/en.md'));
    await expectBuilt(folder, watching);
    renameSync(folder.path('content/air/en.md'), folder.path('content/air/en.md~'));
    folder.write('content/air/en.md', text(`Save ${save} again.`));
    await expectBuilt(folder, watching);
    folder.remove('content/air/en.md~');
  }
});

test('files and folders that are new, moved or gone', async () => {
  const folder = project();
  const watching = await watched(folder);
  folder.write('content/air/nl.md', text('Lucht.'));
  await expectBuilt(folder, watching);
  mkdirSync(folder.path('content/land'));
  folder.write('content/land/en.md', text('Land.'));
  await expectBuilt(folder, watching);
  renameSync(folder.path('content/land'), folder.path('content/fields'));
  await expectBuilt(folder, watching);
  folder.remove('content/air/nl.md');
  await until(
    'the orphan',
    () => /air\.nl\.plain\.pdf has no source any more/.test(watching.printed()),
    watching,
  );
  folder.write('templates/partials/contact-lines.hbs', '<text>Ours.</text>');
  await expectBuilt(folder, watching);
  folder.remove('templates/partials');
  await until('what is missing', () => watching.printed().includes('error[template-partial]'), watching);
  folder.write(NOTE, '<text>Back.</text>');
  await expectBuilt(folder, watching);
});

test('a font package that is installed', async () => {
  const folder = project();
  const own =
    'faces: { own: { family: Own, package: own-font, files: { 400: own.ttf } } }\nscripts: { Latn: own }\n';
  folder.write('fonts/fonts.yaml', own);
  const watching = await watched(folder);
  folder.write('node_modules/own-font/package.json', '{ "name": "own-font", "version": "1.0.0" }');
  folder.write('node_modules/own-font/own.ttf', readFileSync(SERIF));
  folder.write('package-lock.json', '{}');
  await until('the font', () => watching.printed().split('4 built').length > 2, watching);
  await expectBuilt(folder, watching);
});

test('errors are shown and healed by the next save', async () => {
  const folder = project();
  const watching = await watched(folder);
  for (const [name, broken, told] of [
    ['content/air/en.md', 'no front matter', 'error[front-matter-missing]'],
    ['templates/plain.hbs', '<document>{{#if title}}', 'error[template-syntax]'],
    ['brand.yaml', 'organisation: { naem: x }\n', 'error[project-invalid]'],
    ['bayan.yaml', 'contnt: x\n', 'bayan.yaml:1:1'],
  ] as const) {
    const good = folder.read(name);
    folder.write(name, broken);
    await until(told, () => watching.printed().includes(told), watching);
    folder.write(name, good.replace('9mm', '7mm').replace('Air', 'Clear air'));
    await expectBuilt(folder, watching);
  }
});

test('a project that is broken at the start', async () => {
  const folder = project();
  folder.write('bayan.yaml', 'contnt: x\n');
  const watching = await watched(folder);
  expect(watching.printed()).toContain('error[project-invalid]');
  folder.write('bayan.yaml', 'languages: [en]\n');
  await expectBuilt(folder, watching);
});

test('a checkout of another branch, and back', async () => {
  const folder = project();
  const git = (...args: string[]): void => {
    const options = [
      '-c',
      'user.name=Test',
      '-c',
      'user.email=test@example.org',
      '-c',
      'core.autocrlf=false',
    ];
    const { status, stderr } = spawnSync('git', [...options, ...args], {
      cwd: folder.root,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  };
  folder.write('.gitignore', 'out\nclean\n');
  git('init', '--quiet', '--initial-branch=one');
  git('add', '.');
  git('commit', '--quiet', '--message=one');
  git('checkout', '--quiet', '-b', 'two');
  for (const lang of ['de', 'en']) folder.write(`content/air/${lang}.md`, text(`Two, ${lang}.`));
  folder.remove('content/sea');
  folder.write('content/hills/fr.md', text('Collines.'));
  folder.write(NOTE, '<text>Two.</text>');
  git('add', '--all');
  git('commit', '--quiet', '--message=two');
  const watching = await watched(folder);
  for (const branch of ['one', 'two', 'one', 'two']) {
    git('checkout', '--quiet', branch);
    await expectBuilt(folder, watching);
  }
});

test('what is asked for in vain ends it', async () => {
  const folder = project();
  const { code, stderr } = folder.bayan('watch', 'arr');
  expect(code).toBe(2);
  expect(stderr).toContain('did you mean "air"');
});

test('Ctrl-C ends it as soon as it is said to', async () => {
  const watching = await watched(project());
  expect(await watching.stop()).toBe(0);
});
