/** A bayan.yaml, an output folder, a manifest and a folder for a project that are not what they should be. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type TemporaryFolder, temporaryFolder } from '../project/temporary-project.ts';
import { bayan } from './run-bayan.ts';

const project = () =>
  temporaryFolder({
    'bayan.yaml': 'languages: [en]\noutput: out\n',
    'brand.yaml': 'organisation: { name: Test }\n',
    'content/water/en.md': 'kinds: brief\n',
  });

type Fault = readonly [name: string, make: (path: string) => void, problem: string];

const FOLDER: Fault = ['a folder', (path) => void mkdirSync(path), 'is a folder, not a file'];
const BROKEN: Fault = [
  'a broken link',
  (path) => symlinkSync('nowhere', path),
  'goes through a broken symbolic link',
];
const LOOP: Fault = [
  'a link to itself',
  (path) => symlinkSync(path, path),
  'goes through a broken symbolic link',
];
const PIPE: Fault = ['a pipe', (path) => void execFileSync('mkfifo', [path]), 'is no file'];

describe('bayan.yaml', () => {
  test.each([FOLDER, BROKEN, LOOP, PIPE])('that is %s is told by every command', async (_, make, problem) => {
    const { root, path } = project();
    rmSync(path('bayan.yaml'));
    make(path('bayan.yaml'));
    for (const args of [
      ['build'],
      ['build', '--check'],
      ['check'],
      ['fields'],
      ['new', 'x', '--lang', 'en'],
    ]) {
      const { code, out, err } = await bayan(path('content/water'), args);
      expect({ code, out, err }, args.join(' ')).toMatchObject({ code: 1, out: '' });
      expect(err).toContain(`bayan.yaml error[file-unreadable]: "bayan.yaml" ${problem}`);
    }
    const doctor = await bayan(root, ['doctor']);
    expect(doctor).toMatchObject({ code: 1, err: expect.stringContaining(problem) });
  });

  test('that is a broken link is not written over', async () => {
    const { root, path, read } = project();
    rmSync(path('bayan.yaml'));
    symlinkSync('elsewhere.yaml', path('bayan.yaml'));
    await bayan(root, ['init', '.']);
    expect(() => read('elsewhere.yaml')).toThrow('ENOENT');
  });
});

describe('the output folder', () => {
  test.each([BROKEN, LOOP])('that is %s is told where it is named', async (_, make, problem) => {
    const { root, path } = project();
    make(path('out'));
    const { code, err } = await bayan(root, ['build']);
    expect(code).toBe(1);
    expect(err).toContain('bayan.yaml:2:9 error[path-outside-project]');
    expect(err).toContain(problem);
  });

  test.each([
    ['out', 'is a file, not a folder'],
    ['out/deep', 'cannot be there: what should be its folder is a file'],
  ])('that is a file, or in one, is told once: %s', async (output, problem) => {
    const { root, path, write } = project();
    write('out', '');
    write('bayan.yaml', `output: ${output}`);
    const { code, err } = await bayan(root, ['build']);
    expect(code).toBe(1);
    expect(err).toContain(`error[file-unreadable]: the output folder ${path(output)} ${problem}`);
    expect(err).toContain('1 error\n');
    expect(await bayan(root, ['build', '--out', 'bayan.yaml'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('bayan.yaml is a file, not a folder'),
    });
  });
});

describe('what a build left', () => {
  const built = async (): Promise<TemporaryFolder> => {
    const folder = project();
    expect(await bayan(folder.root, ['build'])).toMatchObject({ code: 0, err: '' });
    return folder;
  };

  test.each([FOLDER, PIPE])(
    'a manifest that is %s is told, and nothing is waited for',
    async (_, make, problem) => {
      const { root, path } = await built();
      rmSync(path('out/manifest.json'));
      make(path('out/manifest.json'));
      const { code, out, err } = await bayan(root, ['build', '--check']);
      expect(code).toBe(1);
      expect(out).toContain('not built yet');
      expect(err).toMatch(/manifest\.json warning\[file-unreadable\]: the manifest in .*out /);
      expect(err).toContain(problem);
    },
  );

  test.each([FOLDER, PIPE])('a PDF that is %s is not taken for one', async (_, make) => {
    const { root, path } = await built();
    rmSync(path('out/water/water.en.brief.pdf'));
    make(path('out/water/water.en.brief.pdf'));
    expect(await bayan(root, ['build', '--check'])).toMatchObject({ code: 1 });
  });
});

describe('bayan init', () => {
  test.each<readonly [...fault: Fault, folder: string]>([
    ['a file', () => {}, 'is a file', 'brand.yaml'],
    ['in a file', () => {}, 'is in a file', 'brand.yaml/site'],
    ['a broken link', (path) => symlinkSync('nowhere', path), 'is a broken link', 'site'],
    ['a link to itself', (path) => symlinkSync(path, path), 'cannot be written (ELOOP)', 'site'],
  ])('into what is %s', async (_, make, problem, folder) => {
    const { root, path } = project();
    make(path(folder));
    const { code, err } = await bayan(root, ['init', folder]);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(`${folder} ${problem}`) });
  });
});
