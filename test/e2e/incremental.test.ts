/** The installed command builds what has changed, whoever else is building. */
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { BRAND, installedBayan, type WorkingFolder } from './installed-bayan.ts';

const SLUGS = ['air', 'fire', 'land', 'water'];
const LANGS = ['de', 'en', 'fr', 'nl'];
const TEMPLATE = '<document page-size="A6" margin="9mm"><title>{{title}}</title>{{{body}}}</document>';

const text = (words: string) => `---\ntitle: Title\ndate: 2024\nkinds: [plain]\n---\n\n${words}\n`;

function project(): WorkingFolder {
  const folder = installedBayan({ 'bayan.yaml': '', 'brand.yaml': BRAND, 'templates/plain.hbs': TEMPLATE });
  for (const slug of SLUGS)
    for (const lang of LANGS) folder.write(`content/${slug}/${lang}.md`, text(`${slug} in ${lang}.`));
  return folder;
}

/** Every file of a folder with its bytes. */
const bytesOf = (folder: WorkingFolder, below: string) =>
  folder
    .files(below)
    .filter((name) => /\.\w+$/.test(name))
    .map((name) => [name, Buffer.from(folder.pdf(`${below}/${name}`)).toString('base64')]);

test('what changed is built, the rest is counted, and --check says why', () => {
  const folder = project();
  expect(folder.bayan('build').stdout).toMatch(/\n16 built\n$/);
  expect(folder.bayan('build')).toEqual({ code: 0, stdout: '16 unchanged\n', stderr: '' });
  expect(folder.bayan('build', '--check')).toEqual({ code: 0, stdout: '16 unchanged\n', stderr: '' });
  folder.write('content/air/fr.md', text('Autre.'));
  expect(folder.bayan('build', '--check')).toEqual({
    code: 1,
    stdout: '✗ out/air/air.fr.plain.pdf  content/air/fr.md changed\n1 stale, 15 unchanged\n',
    stderr: '',
  });
  expect(folder.bayan('build').stdout).toBe(
    '✓ out/air/air.fr.plain.pdf  1 page, 6 KB\n1 built, 15 unchanged\n',
  );
  folder.write('templates/plain.hbs', TEMPLATE.replace('9mm', '8mm'));
  expect(folder.bayan('build', '--check', '--lang', 'de').stdout).toContain('templates/plain.hbs changed');
  expect(folder.bayan('build').stdout).toMatch(/\n16 built\n$/);
});

test('threads, parts and order make no difference to any byte', () => {
  const folder = project();
  folder.bayan('build', '--jobs', '1', '--out', 'one');
  folder.bayan('build', '--jobs', '3', '--out', 'three');
  for (const lang of [...LANGS].reverse()) folder.bayan('build', '--lang', lang, '--out', 'parts');
  const whole = bytesOf(folder, 'one');
  expect(whole).toHaveLength(17);
  expect(bytesOf(folder, 'three')).toEqual(whole);
  expect(bytesOf(folder, 'parts')).toEqual(whole);
});

test('builds at the same time do each other no harm', async () => {
  const folder = project();
  folder.bayan('build', '--out', 'alone');
  const builds = [...LANGS, ...LANGS].map((lang) => folder.start('build', '--lang', lang));
  builds.push(folder.start('build'));
  const codes = await Promise.all(builds.map(async (build) => (await once(build, 'exit'))[0]));
  expect(new Set(codes)).toEqual(new Set([0]));
  expect(folder.bayan('build')).toEqual({ code: 0, stdout: '16 unchanged\n', stderr: '' });
  expect(bytesOf(folder, 'out')).toEqual(bytesOf(folder, 'alone'));
});

test('what a killed build was making is made, or told to have no source', async () => {
  const folder = project();
  for (let moment = 0; moment < 6; moment++) {
    for (const lang of LANGS) folder.write(`content/sea/${lang}.md`, text(`Version ${moment}.`));
    const build = folder.start('build', '--jobs', '1');
    await wait(150 + 60 * moment);
    build.kill('SIGINT');
    if (build.exitCode === null && build.signalCode === null) await once(build, 'exit');
  }
  for (const lang of ['de', 'en']) folder.write(`content/sea/${lang}.md`, text('Last version.'));
  for (const lang of ['fr', 'nl']) folder.remove(`content/sea/${lang}.md`);
  expect(folder.bayan('build', '--prune')).toMatchObject({ code: 0, stderr: '' });
  folder.bayan('build', '--out', 'alone');
  expect(bytesOf(folder, 'out')).toEqual(bytesOf(folder, 'alone'));
  expect(folder.bayan('build', '--check').code).toBe(0);
});
