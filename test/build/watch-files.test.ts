/** Changes of files, told in batches: none is lost, however fast they follow one another. */
import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { watchFiles } from '../../src/build/watch-files.ts';
import { temporaryFolder } from '../project/temporary-project.ts';

async function watching(work: (paths: readonly string[] | undefined) => Promise<void>) {
  const folder = temporaryFolder({ 'a.md': 'a', 'b.md': 'b', 'out/a.pdf': '', 'node_modules/x/x.md': '' });
  const faults: unknown[] = [];
  const watch = await watchFiles({
    root: folder.root,
    isOutput: (path) => path.startsWith(folder.path('out')),
    work: async (paths) => work(paths?.map((path) => path.slice(folder.root.length + 1))),
    onFault: (error) => faults.push(error),
  });
  onTestFinished(async () => {
    await watch.close();
    expect(faults).toEqual([]);
  });
  return folder;
}

async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; !isSo() && waited < 20_000; waited += 10) await wait(10);
}

test('what is saved right after a save is seen', async () => {
  let seen = '';
  const folder = await watching(async () => {
    seen = folder.read('a.md');
  });
  for (let save = 0; save < 20; save++) {
    folder.write('a.md', `first ${save}`);
    await wait(save * 3);
    folder.write('a.md', `second ${save}`);
    await until(() => seen === `second ${save}`);
    expect(seen).toBe(`second ${save}`);
  }
});

test('one batch is worked on at a time, and what happens meanwhile is the next', async () => {
  const batches: (readonly string[] | undefined)[] = [];
  let working = 0;
  const folder = await watching(async (paths) => {
    expect(++working).toBe(1);
    batches.push(paths);
    await wait(200);
    working--;
  });
  folder.write('a.md', 'other');
  await until(() => batches.length === 1);
  folder.write('b.md', 'other');
  mkdirSync(folder.path('new'));
  renameSync(folder.path('a.md'), folder.path('new/a.md'));
  await until(() => ['a.md', 'b.md', 'new/a.md'].every((path) => batches.slice(1).flat().includes(path)));
  expect(batches[0]).toEqual(['a.md']);
  expect(new Set(batches.slice(1).flat())).toEqual(new Set(['a.md', 'b.md', 'new', 'new/a.md']));
});

test('a folder that gives way to a file, and a link to nothing, end nothing', async () => {
  const seen = new Set<string>();
  const folder = await watching(async (paths) => {
    for (const path of paths ?? []) seen.add(path);
  });
  folder.write('sub/a.md', 'x');
  await until(() => seen.has('sub/a.md'));
  rmSync(folder.path('sub'), { recursive: true });
  folder.write('sub', 'a file');
  symlinkSync('nowhere', folder.path('link.md'));
  await until(() => seen.has('sub'));
  folder.write('b.md', 'other');
  await until(() => seen.has('b.md'));
  expect([...seen]).toContain('b.md');
});

test('neither PDFs, packages nor copies that editors make are changes; that packages were installed is', async () => {
  const batches: (readonly string[] | undefined)[] = [];
  const folder = await watching(async (paths) => {
    batches.push(paths);
  });
  for (const name of ['out/a.pdf', 'out/b.pdf', 'node_modules/x/x.md', '.git/HEAD', '.a.md.swp', 'a.md~'])
    folder.write(name, 'x');
  folder.write('package-lock.json', '{}');
  await until(() => batches.length > 0);
  expect(batches).toEqual([undefined]);
});
