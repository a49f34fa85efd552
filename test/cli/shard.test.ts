/** `bayan build --shard`: which share is built, and what says so. */
import { expect, test } from 'vitest';
import { RUNNERS } from '../../src/cli/shard.ts';
import { temporaryProject } from '../project/temporary-project.ts';
import { bayan } from './run-bayan.ts';

const LANGS = ['ar', 'de', 'en', 'fa', 'fr', 'he', 'ps', 'ur'];

const project = () =>
  temporaryProject(
    Object.fromEntries(
      ['air', 'land', 'water'].flatMap((slug) =>
        LANGS.map((lang) => [`content/${slug}/${lang}.md`, 'kinds: brief']),
      ),
    ),
  );

interface ToldBuild {
  readonly shard?: { readonly number: number; readonly of: number; readonly from?: string };
  readonly editions: readonly { readonly path: string }[];
}

async function pathsOf(root: string, shard: string): Promise<string[]> {
  const { out } = await bayan(root, ['build', '--shard', shard, '--format', 'json', '--out', 'part']);
  return (JSON.parse(out) as ToldBuild).editions.map(({ path }) => path);
}

test('each edition is in one shard, and stays there when others come and go', async () => {
  const folder = project();
  const shards = [];
  for (const number of [1, 2, 3, 4]) shards.push(await pathsOf(folder.root, `${number}/4`));
  expect(shards.flat().sort()).toEqual(
    ['air', 'land', 'water'].flatMap((slug) => LANGS.map((lang) => `${slug}/${slug}.${lang}.brief.pdf`)),
  );
  expect(shards.every((paths) => paths.length > 0)).toBe(true);
  folder.write('content/sea/en.md', 'kinds: brief');
  folder.remove('content/air');
  const left = (paths: readonly string[]) => paths.filter((path) => /^(land|water)/.test(path));
  for (const number of [1, 2, 3, 4])
    expect(left(await pathsOf(folder.root, `${number}/4`))).toEqual(left(shards[number - 1]!));
});

test.each<[string, Record<string, string>, string]>([
  ['3/8', {}, 'shard 3 of 8'],
  [
    'auto',
    { JOB_COMPLETION_INDEX: '0', JOB_COMPLETIONS: '5' },
    'shard 1 of 5 (JOB_COMPLETION_INDEX=0, JOB_COMPLETIONS=5)',
  ],
  ['/5', { JOB_COMPLETION_INDEX: '4' }, 'shard 5 of 5 (JOB_COMPLETION_INDEX=4)'],
  ['auto', { CI_NODE_INDEX: '3', CI_NODE_TOTAL: '3' }, 'shard 3 of 3 (CI_NODE_INDEX=3, CI_NODE_TOTAL=3)'],
  [
    'auto',
    {
      SLURM_ARRAY_TASK_ID: '1',
      SLURM_ARRAY_TASK_COUNT: '4',
      SLURM_ARRAY_TASK_MIN: '1',
      SLURM_ARRAY_TASK_MAX: '4',
    },
    'shard 1 of 4 (SLURM_ARRAY_TASK_ID=1, SLURM_ARRAY_TASK_COUNT=4)',
  ],
  [
    'auto',
    {
      SLURM_ARRAY_TASK_ID: '6',
      SLURM_ARRAY_TASK_COUNT: '4',
      SLURM_ARRAY_TASK_MIN: '0',
      SLURM_ARRAY_TASK_MAX: '6',
      SLURM_ARRAY_TASK_STEP: '2',
    },
    'shard 4 of 4 (SLURM_ARRAY_TASK_ID=6, SLURM_ARRAY_TASK_COUNT=4)',
  ],
  [
    'auto',
    { AWS_BATCH_JOB_ARRAY_INDEX: '9', AWS_BATCH_JOB_ARRAY_SIZE: '10' },
    'shard 10 of 10 (AWS_BATCH_JOB_ARRAY_INDEX=9, AWS_BATCH_JOB_ARRAY_SIZE=10)',
  ],
])('--shard %s with %o', async (shard, env, told) => {
  const { code, out } = await bayan(project().root, ['build', '--shard', shard, '--out', 'part'], { env });
  expect(code).toBe(0);
  expect(out.split('\n')[0]).toBe(told);
});

test.each<[string, Record<string, string>, string]>([
  ['0/8', {}, 'numbered from 1 to 8'],
  ['9/8', {}, 'numbered from 1 to 8'],
  ['1/0', {}, 'there can be 1 to 10000 shards'],
  ['1.5/3', {}, 'the third of eight is: --shard 3/8'],
  ['3', {}, 'the third of eight is: --shard 3/8'],
  [
    'auto',
    {},
    'none of JOB_COMPLETION_INDEX, CI_NODE_INDEX, SLURM_ARRAY_TASK_ID, AWS_BATCH_JOB_ARRAY_INDEX is set',
  ],
  [
    'auto',
    { JOB_COMPLETION_INDEX: '0' },
    'JOB_COMPLETIONS is not\n     hint: say how many shards there are: JOB_COMPLETIONS=8, or --shard /8',
  ],
  ['/4', { JOB_COMPLETION_INDEX: '4' }, 'JOB_COMPLETION_INDEX=4, where the jobs are numbered from 0 to 3'],
  [
    'auto',
    { CI_NODE_INDEX: '0', CI_NODE_TOTAL: '3' },
    'CI_NODE_INDEX=0, where the jobs are numbered from 1 to 3',
  ],
  ['auto', { CI_NODE_INDEX: 'two', CI_NODE_TOTAL: '3' }, 'CI_NODE_INDEX=two is no number'],
  // One job of eight, submitted again by itself.
  [
    '/8',
    { SLURM_ARRAY_TASK_ID: '5', SLURM_ARRAY_TASK_COUNT: '1', SLURM_ARRAY_TASK_MIN: '5' },
    '--shard /8, and SLURM_ARRAY_TASK_COUNT=1\n     hint: type which shard is meant: --shard 3/8',
  ],
  [
    'auto',
    {
      SLURM_ARRAY_TASK_ID: '3',
      SLURM_ARRAY_TASK_COUNT: '3',
      SLURM_ARRAY_TASK_MIN: '1',
      SLURM_ARRAY_TASK_MAX: '7',
    },
    'not numbered in even steps',
  ],
  [
    'auto',
    { CI_NODE_INDEX: '1', CI_NODE_TOTAL: '2', JOB_COMPLETION_INDEX: '1', JOB_COMPLETIONS: '2' },
    'the variables here name two shards',
  ],
])('--shard %s with %o is refused, and nothing is built', async (shard, env, message) => {
  const folder = project();
  const { code, err } = await bayan(folder.root, ['build', '--shard', shard], { env });
  expect(code).toBe(2);
  expect(err).toContain('error[shard-unknown]');
  expect(err).toContain(message);
  expect(folder.has('out')).toBe(false);
});

test('a shard into which nothing falls says so, and is built all the same', async () => {
  const folder = temporaryProject({ 'content/air/en.md': 'kinds: brief' });
  const told = [];
  for (const number of [1, 2])
    told.push((await bayan(folder.root, ['build', '--shard', `${number}/2`, '--out', `part/${number}`])).out);
  expect(told.sort()[0]).toMatch(/^shard \d of 2\nnothing falls into this shard\n$/);
  expect((await bayan(folder.root, ['join', 'part/1', 'part/2'])).out).toBe('✓ out  1 PDF of 2 shards\n');
});

test('shards in one folder become a whole build by themselves', async () => {
  const folder = project();
  await bayan(folder.root, ['build', '--out', 'whole']);
  for (const number of [3, 1, 2]) await bayan(folder.root, ['build', '--shard', `${number}/3`]);
  expect(folder.read('out/manifest.json')).toBe(folder.read('whole/manifest.json'));
  expect((await bayan(folder.root, ['build'])).out).toBe('24 unchanged\n');
});

test('a whole build over some shards leaves no mark of them', async () => {
  const folder = project();
  await bayan(folder.root, ['build', '--out', 'whole']);
  await bayan(folder.root, ['build', '--shard', '1/3']);
  expect(folder.read('out/manifest.json')).toContain('"shards": {"of":3,"done":[1]}');
  await bayan(folder.root, ['build']);
  expect(folder.read('out/manifest.json')).toBe(folder.read('whole/manifest.json'));
});

test('a shard of what was asked for by name', async () => {
  const folder = project();
  await bayan(folder.root, ['build', 'water', '--lang', 'de,en,fr,ur', '--out', 'whole']);
  for (const number of [1, 2])
    await bayan(folder.root, ['build', 'water', '--lang', 'ur,de,en,fr', '--shard', `${number}/2`]);
  expect(folder.read('out/manifest.json')).toBe(folder.read('whole/manifest.json'));
});

test('each runner is told apart by a variable of its own', () => {
  expect(new Set(RUNNERS.flatMap(({ index, total }) => [index, total])).size).toBe(2 * RUNNERS.length);
});

test('a shard that nothing falls into says so, when it is built and when it is checked', async () => {
  const { root } = temporaryProject({ 'content/water/en.md': 'kinds: brief' });
  const empty = (await pathsOf(root, '1/2')).length === 0 ? '1/2' : '2/2';
  for (const how of [[], ['--check']]) {
    const { out } = await bayan(root, ['build', '--shard', empty, '--out', 'part', ...how]);
    expect(out).toBe(`shard ${empty.replace('/', ' of ')}\nnothing falls into this shard\n`);
  }
});
