/** Several installed commands share out a build, and `bayan join` puts together what one would have made. */
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { BRAND, installedBayan, type WorkingFolder } from './installed-bayan.ts';

const TEMPLATE = '<document page-size="A6" margin="9mm"><title>{{title}}</title>{{{body}}}</document>';

function project(): WorkingFolder {
  const folder = installedBayan({ 'bayan.yaml': '', 'brand.yaml': BRAND, 'templates/plain.hbs': TEMPLATE });
  for (const slug of ['air', 'land', 'water'])
    for (const lang of ['de', 'en', 'fr', 'nl'])
      folder.write(
        `content/${slug}/${lang}.md`,
        `---\ntitle: Title\ndate: 2024\nkinds: [plain]\n---\n\n${slug}\n`,
      );
  return folder;
}

const bytesOf = (folder: WorkingFolder, below: string) =>
  folder
    .files(below)
    .filter((name) => /\.\w+$/.test(name))
    .map((name) => [name, Buffer.from(folder.pdf(`${below}/${name}`)).toString('base64')]);

test('shards of a Kubernetes Job, one of them killed and started again, are joined', async () => {
  const folder = project();
  const shard = (index: number) =>
    folder.bayan('build', '--shard', 'auto', '--out', `shards/${index}`, {
      in: '.',
      env: { JOB_COMPLETION_INDEX: String(index), JOB_COMPLETIONS: '3' },
    });
  expect(shard(0).stdout).toContain('shard 1 of 3 (JOB_COMPLETION_INDEX=0, JOB_COMPLETIONS=3)');
  shard(2);
  const killed = folder.start('build', '--jobs', '1', '--shard', '2/3', '--out', 'shards/1');
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  const folders = ['shards/0', 'shards/1', 'shards/2'];
  expect(folder.bayan('join', ...folders)).toMatchObject({ code: 1, stdout: '' });
  expect(folder.has('out')).toBe(false);

  shard(1);
  expect(folder.bayan('join', ...folders)).toEqual({
    code: 0,
    stdout: '✓ out  12 PDFs of 3 shards\n',
    stderr: '',
  });
  expect(folder.bayan('build')).toEqual({ code: 0, stdout: '12 unchanged\n', stderr: '' });
  folder.bayan('build', '--out', 'whole');
  expect(bytesOf(folder, 'out')).toEqual(bytesOf(folder, 'whole'));
});

test('shards that run at once in one folder leave a whole build', async () => {
  const folder = project();
  const shards = ['1/2', '2/2'].map((shard) => folder.start('build', '--shard', shard));
  expect(await Promise.all(shards.map(async (shard) => (await once(shard, 'exit'))[0]))).toEqual([0, 0]);
  folder.bayan('build', '--out', 'whole');
  expect(bytesOf(folder, 'out')).toEqual(bytesOf(folder, 'whole'));
});
