/** `bayan join`: what it takes for one build, and what it refuses. */
import { expect, test } from 'vitest';
import { type TemporaryFolder, temporaryFolder, temporaryProject } from '../project/temporary-project.ts';
import { bayan } from './run-bayan.ts';

const CONTENT = Object.fromEntries(
  ['air', 'land', 'water'].flatMap((slug) =>
    ['ar', 'de', 'en', 'ur'].map((lang) => [`content/${slug}/${lang}.md`, 'kinds: brief flyer']),
  ),
);

async function shards(folder: TemporaryFolder, of: number, ...more: string[]): Promise<string[]> {
  const names = Array.from({ length: of }, (_, index) => `part/${index + 1}`);
  for (const [index, name] of names.entries())
    await bayan(folder.root, ['build', '--shard', `${index + 1}/${of}`, '--out', name, ...more]);
  return names;
}

const bytesOf = (folder: TemporaryFolder, output: string) =>
  folder.files(output).map((name) => [name, folder.read(`${output}/${name}`)]);

test('joined shards are what one process leaves, and there is nothing to build after', async () => {
  const folder = temporaryProject({ ...CONTENT, 'content/sea/en.md': 'kinds: brief\nwarn' });
  await bayan(folder.root, ['build', '--out', 'whole']);
  const names = await shards(folder, 4);
  const { code, out, err } = await bayan(folder.root, ['join', ...names.reverse()]);
  expect({ code, out, err }).toEqual({ code: 0, out: '✓ out  25 PDFs of 4 shards\n', err: '' });
  expect(bytesOf(folder, 'out')).toEqual(bytesOf(folder, 'whole'));
  expect((await bayan(folder.root, ['build', '--check'])).out).toBe('25 unchanged\n');
});

test('into the folder of one of them, and where there is no project', async () => {
  const folder = temporaryProject(CONTENT);
  await bayan(folder.root, ['build', '--out', 'whole']);
  await shards(folder, 2);
  const parts = folder.path('part');
  expect(await bayan(temporaryFolder().root, ['join', `${parts}/1`, `${parts}/2`])).toMatchObject({
    code: 2,
    err: expect.stringContaining('--out pdfs'),
  });
  const elsewhere = await bayan(temporaryFolder().root, [
    'join',
    `${parts}/1`,
    `${parts}/2`,
    '--out',
    `${parts}/2`,
  ]);
  expect(elsewhere).toMatchObject({ code: 0, err: '' });
  expect(bytesOf(folder, 'part/2')).toEqual(bytesOf(folder, 'whole'));
});

test('what earlier builds left in a folder is not joined', async () => {
  const folder = temporaryProject(CONTENT);
  await bayan(folder.root, ['build', '--out', 'part/1']);
  for (const name of Object.keys(CONTENT)) folder.write(name, 'kinds: brief flyer\nedited');
  await bayan(folder.root, ['build', '--out', 'whole']);
  await bayan(folder.root, ['join', ...(await shards(folder, 3)), '--out', 'joined']);
  expect(bytesOf(folder, 'joined')).toEqual(bytesOf(folder, 'whole'));
});

test.each<[string, (folder: TemporaryFolder, names: string[]) => unknown, string]>([
  [
    'a missing shard',
    (_, names) => names.splice(1, 1),
    'error[shard-missing]: shard 2 of 3 is in none of these folders',
  ],
  [
    'a folder that is not there',
    (_, names) => names.push('part/9'),
    'error[shard-missing]: part/9 does not exist',
  ],
  [
    'an archive that was not unpacked',
    (folder, names) => {
      folder.write('part/9.zip', 'PK');
      names.push('part/9.zip');
    },
    'error[shard-missing]: part/9.zip is a file, not a folder',
  ],
  [
    'a shard whose build has not ended',
    (folder) => folder.remove('part/2/manifest.json'),
    'error[shard-missing]: part/2 holds no manifest.json',
  ],
  [
    'a shard that is there twice',
    async (folder, names) => {
      await bayan(folder.root, ['build', '--shard', '3/3', '--out', 'again']);
      names.push('again');
    },
    'error[shard-overlap]: shard 3 of 3 is in part/3 and in again',
  ],
  [
    'shards of another division',
    (folder) => bayan(folder.root, ['build', '--shard', '3/4', '--out', 'part/3']),
    'error[shard-differs]: part/1 holds shards of 3, and part/3 shards of 4',
  ],
  [
    'a whole build beside shards',
    async (folder, names) => {
      await bayan(folder.root, ['build', '--out', 'whole']);
      names.push('whole');
    },
    'error[shard-differs]: part/1 holds shards of 3, and whole a whole build',
  ],
  [
    'another template',
    async (folder) => {
      folder.write('brand.yaml', `${folder.read('brand.yaml')}# edited\n`);
      await bayan(folder.root, ['build', '--shard', '2/3', '--out', 'part/2']);
    },
    'error[shard-differs]: brand.yaml was another for part/1 than for part/2',
  ],
  [
    'a text that came meanwhile',
    async (folder) => {
      folder.write('content/sea/en.md', 'kinds: brief');
      await bayan(folder.root, ['build', '--shard', '3/3', '--out', 'part/3']);
    },
    'error[shard-differs]: the files in content were others for part/1 than for part/3',
  ],
  [
    'another option',
    (folder) => bayan(folder.root, ['build', '--shard', '2/3', '--out', 'part/2', '--attach-source']),
    'error[shard-differs]: part/2 was built with --attach-source, and part/1 without',
  ],
  [
    'a damaged PDF',
    (folder) => {
      const [path] = folder.files('part/1').filter((name) => name.endsWith('.pdf'));
      folder.write(`part/1/${path}`, 'damaged');
    },
    'brief.pdf is not as it was built',
  ],
  [
    'a damaged manifest',
    (folder) =>
      folder.write('part/2/manifest.json', folder.read('part/2/manifest.json').replace('brief', 'grief')),
    'error[shard-damaged]: part/2/manifest.json is damaged, or another version of Bayan wrote it',
  ],
])('%s is refused, and nothing is written', async (_, change, message) => {
  const folder = temporaryProject(CONTENT);
  const names = await shards(folder, 3);
  await change(folder, names);
  const { code, out, err } = await bayan(folder.root, ['join', ...names]);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain(message);
  expect(folder.has('out')).toBe(false);
});

test('what has changed since is told in the project, and joined as it was outside of it', async () => {
  const folder = temporaryProject(CONTENT);
  await bayan(folder.root, ['build', '--out', 'whole']);
  const names = await shards(folder, 3);
  folder.write('content/air/de.md', 'kinds: brief flyer\nedited');
  folder.write('templates/partials/new.hbs', '');
  const { code, err } = await bayan(folder.root, ['join', ...names]);
  expect(code).toBe(1);
  expect(err).toMatch(/error\[shard-differs]: content\/air\/de\.md changed since part\/\d was built/);
  expect(folder.has('out')).toBe(false);
  const parts = names.map((name) => folder.path(name));
  const outside = await bayan(temporaryFolder().root, ['join', ...parts, '--out', folder.path('joined')]);
  expect(outside).toMatchObject({ code: 0, err: '' });
  expect(bytesOf(folder, 'joined')).toEqual(bytesOf(folder, 'whole'));
});

test('another version of a tool is named', async () => {
  const folder = temporaryProject(CONTENT);
  const names = await shards(folder, 2);
  const { parseManifest, formatManifest } = await import('../../src/build/manifest.ts');
  const manifest = parseManifest(folder.read('part/2/manifest.json'))!;
  const older = <T extends { inputs: readonly { path: string; answer: string }[] }>(record: T): T => ({
    ...record,
    inputs: record.inputs.map((input) => (input.path === 'icu' ? { ...input, answer: '70.1' } : input)),
  });
  folder.write(
    'part/2/manifest.json',
    formatManifest({
      ...manifest,
      editions: manifest.editions.map(older),
      texts: manifest.texts.map(({ read, ...text }) => ({ ...text, ...(read && { read: older(read) }) })),
      plan: older(manifest.plan!),
    }),
  );
  const { code, err } = await bayan(folder.root, ['join', ...names]);
  expect(code).toBe(1);
  expect(err).toContain(`icu is ${process.versions.icu} in part/1, and 70.1 in part/2`);
  expect(err).toContain('the same versions of Bayan and of Node.js');
});

test('what a shard could not build is told, and the rest is joined as one process would have left it', async () => {
  const folder = temporaryProject({ ...CONTENT, 'content/air/en.md': 'kinds: brief flyer\nerror in flyer' });
  await bayan(folder.root, ['build', '--out', 'whole']);
  const { code, err } = await bayan(folder.root, ['join', ...(await shards(folder, 3))]);
  expect(code).toBe(1);
  expect(err).toContain('error[shard-failed]: air/air.en.flyer.pdf was not built, because of errors');
  expect(bytesOf(folder, 'out')).toEqual(bytesOf(folder, 'whole'));
});

test('a shard that was killed while it was built again is missing', async () => {
  const folder = temporaryProject(CONTENT);
  const names = await shards(folder, 2);
  const { withdrawEditions } = await import('../../src/build/manifest-update.ts');
  withdrawEditions(folder.path('part/2'), new Set(), { number: 2, of: 2 });
  expect((await bayan(folder.root, ['join', ...names])).err).toContain(
    'shard 2 of 2 is in none of these folders',
  );
  await bayan(folder.root, ['build', '--shard', '2/2', '--out', 'part/2']);
  expect((await bayan(folder.root, ['join', ...names])).code).toBe(0);
});
