/** `bayan build` a second time: what it builds, what it says, and what it leaves. */
import { readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lookForWork } from '../../src/cli/fresh.ts';
import { type TemporaryFolder, temporaryProject } from '../project/temporary-project.ts';
import { built } from './built-project.ts';
import { bayan } from './run-bayan.ts';

const state = (folder: TemporaryFolder) =>
  readdirSync(folder.path('out'), { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => [name, statSync(folder.path(`out/${name}`), { bigint: true }).mtimeNs]);

test('only what was edited is built, and the rest is counted', async () => {
  const folder = await built();
  expect((await bayan(folder.root, ['build'])).out).toBe('4 unchanged\n');
  folder.write('content/water/ur.md', 'kinds: brief\nedited');
  expect((await bayan(folder.root, ['build'])).out).toBe(
    '✓ out/water/water.ur.brief.pdf  2 pages, 1 KB\n1 built, 3 unchanged\n',
  );
  expect(folder.read('out/water/water.ur.brief.pdf')).toContain('edited');
});

test('an edit of the same length at the same time is seen', async () => {
  const folder = await built({ 'content/air/en.md': 'kinds: brief\nclean' });
  const { atime, mtime } = statSync(folder.path('content/air/en.md'));
  folder.write('content/air/en.md', 'kinds: brief\ndirty');
  utimesSync(folder.path('content/air/en.md'), atime, mtime);
  expect(lookForWork([], folder.root)).toBe(undefined);
  expect((await bayan(folder.root, ['build'])).out).toContain('1 built');
});

test('--force builds what is unchanged', async () => {
  const folder = await built();
  expect((await bayan(folder.root, ['build', 'water', '--force'])).out).toMatch(/3 built\n$/);
});

test('a PDF that is gone or damaged is built again, and no other', async () => {
  const folder = await built();
  const good = folder.read('out/air/air.ps.brief.pdf');
  rmSync(folder.path('out/air/air.ps.brief.pdf'));
  expect((await bayan(folder.root, ['build'])).out).toMatch(/1 built, 3 unchanged\n$/);
  folder.write('out/air/air.ps.brief.pdf', `${good} `);
  expect((await bayan(folder.root, ['build', '--check'])).out).toBe(
    '✗ out/air/air.ps.brief.pdf  the PDF is not as it was built\n1 stale, 3 unchanged\n',
  );
  expect((await bayan(folder.root, ['build'])).out).toMatch(/1 built, 3 unchanged\n$/);
  expect(folder.read('out/air/air.ps.brief.pdf')).toBe(good);
});

describe('--check', () => {
  test('says what is stale and why, exits with 1 and writes nothing', async () => {
    const folder = await built();
    folder.write('content/air/ps.md', 'kinds: brief\nedited');
    folder.write('content/land/en.md', 'kinds: brief');
    folder.write('brand.yaml', `${folder.read('brand.yaml')}# edited\n`);
    const before = state(folder);
    const { code, out, err } = await bayan(folder.root, ['build', '--check']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toBe(
      [
        '✗ out/air/air.ps.brief.pdf  content/air/ps.md changed',
        '✗ content/land/en.md  not built yet',
        '2 stale, 3 unchanged',
        '',
      ].join('\n'),
    );
    expect(state(folder)).toEqual(before);
  });

  test('exits with 0 when nothing is stale', async () => {
    const { code, out } = await bayan((await built()).root, ['build', '--check']);
    expect({ code, out }).toEqual({ code: 0, out: '4 unchanged\n' });
  });

  test('as JSON', async () => {
    const folder = await built();
    folder.write('content/air/ps.md', 'kinds: brief\nedited');
    const { code, out } = await bayan(folder.root, ['build', '--check', '--format', 'json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      stale: [
        {
          slug: 'air',
          lang: 'ps',
          file: 'content/air/ps.md',
          kind: 'brief',
          path: 'air/air.ps.brief.pdf',
          reasons: ['content/air/ps.md changed'],
        },
      ],
      fresh: 3,
      diagnostics: [],
      ok: false,
    });
  });

  test('of what is not there is wrong use', async () => {
    const { code } = await bayan((await built()).root, ['build', 'watr', '--check']);
    expect(code).toBe(2);
  });
});

test('what was warned of is told again when nothing is built', async () => {
  const folder = temporaryProject({ 'content/a/en.md': 'warn' });
  const first = await bayan(folder.root, ['build']);
  const second = await bayan(folder.root, ['build']);
  expect(first.err).toContain('1 warning');
  expect(second).toEqual({ code: 0, out: '1 unchanged\n', err: first.err });
});

test('what has errors is tried again, and told again', async () => {
  const folder = await built();
  folder.write('content/air/ps.md', 'kinds: brief\nerror');
  const first = await bayan(folder.root, ['build']);
  expect(first.out).toMatch(/3 unchanged, 1 failed\n$/);
  expect(await bayan(folder.root, ['build'])).toEqual(first);
  // Back as it was, its last good PDF is the right one.
  folder.write('content/air/ps.md', 'kinds: brief');
  expect((await bayan(folder.root, ['build'])).out).toBe('4 unchanged\n');
});

test('a build of a part forgets nothing of the rest', async () => {
  const folder = await built();
  const manifest = folder.read('out/manifest.json');
  await bayan(folder.root, ['build', '--force', '--kind', 'flyer']);
  await bayan(folder.root, ['build', '--force', '--lang', 'ur']);
  expect(folder.read('out/manifest.json')).toBe(manifest);
  expect((await bayan(folder.root, ['build'])).out).toBe('4 unchanged\n');
});

test('with the Markdown inside is another PDF', async () => {
  const folder = await built();
  expect((await bayan(folder.root, ['build', '--attach-source', 'air'])).out).toMatch(/1 built\n$/);
  expect((await bayan(folder.root, ['build', '--attach-source', 'air'])).out).toBe('1 unchanged\n');
  expect((await bayan(folder.root, ['build', '--check'])).out).toContain('built with --attach-source');
});

describe('PDFs whose source is gone', () => {
  test('are reported until they are removed with --prune', async () => {
    const folder = await built();
    rmSync(folder.path('content/water/ur.md'));
    folder.write('content/water/en.md', 'kinds: brief');
    const { code, out, err } = await bayan(folder.root, ['build']);
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringMatching(/1 built, 1 unchanged\n$/) });
    expect(err).toContain('water.ur.brief.pdf has no source any more');
    expect(err).toContain('water.en.flyer.pdf has no source any more');
    expect(err).toContain('bayan build --prune');
    expect((await bayan(folder.root, ['build', '--check'])).err).toBe(err);
    expect(folder.read('out/manifest.json')).not.toContain('water.ur');
    const pruned = await bayan(folder.root, ['build', '--prune']);
    expect(pruned).toMatchObject({ code: 0, err: '' });
    expect(pruned.out).toContain('− out/water/water.ur.brief.pdf  removed');
    expect(readdirSync(folder.path('out/water'))).toEqual(['water.en.brief.pdf']);
  });

  test('are told from what is not Bayan’s', async () => {
    const folder = await built();
    folder.write('out/water/cover.pdf', 'x');
    folder.write('out/other/water.en.brief.pdf', 'x');
    folder.write('out/water.en.brief.pdf', 'x');
    expect(await bayan(folder.root, ['build', '--prune'])).toMatchObject({ out: '4 unchanged\n', err: '' });
    expect(folder.has('out/water/cover.pdf')).toBe(true);
  });

  test('are not told from others while the content cannot be read', async () => {
    const folder = await built();
    rmSync(folder.path('content/water'), { recursive: true });
    folder.write('content/water', 'a file');
    folder.write('content/a b/en.md', 'kinds: brief');
    const { code } = await bayan(folder.root, ['build', '--prune']);
    expect(code).toBe(1);
    expect(folder.has('out/water/water.ur.brief.pdf')).toBe(true);
  });

  test('of a text that has errors stay', async () => {
    const folder = await built();
    folder.write('content/water/en.md', 'unreadable');
    await bayan(folder.root, ['build', '--prune']);
    expect(folder.has('out/water/water.en.flyer.pdf')).toBe(true);
  });
});

test('JSON tells what was built, and has all that is ready', async () => {
  const folder = await built();
  folder.write('content/air/ps.md', 'kinds: brief\nedited');
  const { editions } = JSON.parse((await bayan(folder.root, ['build', '--format', 'json'])).out);
  expect(
    editions.map(({ path, ok, built }: { path: string; ok: boolean; built: boolean }) => [path, ok, built]),
  ).toEqual([
    ['air/air.ps.brief.pdf', true, true],
    ['water/water.en.brief.pdf', true, false],
    ['water/water.en.flyer.pdf', true, false],
    ['water/water.ur.brief.pdf', true, false],
  ]);
  expect(Object.keys(editions[1])).toEqual('slug lang kind path pages bytes sha256 ok built'.split(' '));
});

test('a manifest of the time before inputs were kept is written anew', async () => {
  const folder = await built();
  const manifest = folder.read('out/manifest.json');
  const { editions } = JSON.parse(manifest);
  folder.write('out/manifest.json', JSON.stringify({ editions }, undefined, 2));
  expect((await bayan(folder.root, ['build'])).out).toMatch(/4 built\n$/);
  expect(readFileSync(folder.path('out/manifest.json'), 'utf8')).toBe(manifest);
});
