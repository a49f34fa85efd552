import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Engine } from '../../src/build/engine.ts';
import { temporaryFolder, temporaryProject } from '../project/temporary-project.ts';
import { bayan } from './run-bayan.ts';

const content = {
  'content/water/en.md': 'kinds: brief flyer',
  'content/water/ur.md': 'kinds: brief',
  'content/air/ps.md': 'kinds: brief',
};

test('builds everything and says so, one plain line for each PDF', async () => {
  const folder = temporaryProject(content);
  const { code, out, err } = await bayan(folder.root, ['build']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toBe(
    [
      '✓ out/air/air.ps.brief.pdf  2 pages, 1 KB',
      '✓ out/water/water.en.brief.pdf  2 pages, 1 KB',
      '✓ out/water/water.en.flyer.pdf  2 pages, 1 KB',
      '✓ out/water/water.ur.brief.pdf  2 pages, 1 KB',
      '4 built',
      '',
    ].join('\n'),
  );
  expect(folder.read('out/water/water.en.flyer.pdf')).toMatch(/^%PDF water en flyer/);
});

test('works from a folder inside the project, and only builds what is asked for', async () => {
  const folder = temporaryProject(content);
  const { out } = await bayan(folder.path('content'), [
    'build',
    'water',
    '--lang',
    'en,ur',
    '--kind',
    'flyer',
  ]);
  expect(out).toBe(`✓ ${folder.path('out/water/water.en.flyer.pdf')}  2 pages, 1 KB\n1 built\n`);
});

test('--format github: annotations, from the folder that was checked out', async () => {
  const folder = temporaryProject({ ...content, 'content/water/ur.md': 'error\n' });
  const { code, out, err } = await bayan(folder.root, ['build', '--format', 'github'], {
    env: { GITHUB_WORKSPACE: folder.path('..') },
  });
  expect({ code, err }).toEqual({ code: 1, err: '' });
  const name = folder.root.split('/').at(-1);
  expect(out).toContain(
    `::error file=${name}/content/water/ur.md,line=1,col=1,title=glyph-missing::no font\n`,
  );
});

describe('one bad edition', () => {
  test.each(['unreadable', 'error', 'throw'])(
    'never stops the others nor touches its last good PDF: %s',
    async (fault) => {
      const folder = temporaryProject(content);
      await bayan(folder.root, ['build']);
      const before = folder.read('out/water/water.ur.brief.pdf');
      const manifest = folder.read('out/manifest.json');
      folder.write('content/water/ur.md', `${fault}\n`);
      folder.write('content/water/en.md', 'kinds: brief flyer\nchanged');
      const { code, out, err } = await bayan(folder.root, ['build']);
      expect(code).toBe(1);
      expect(out).toContain('✗ ');
      expect(err).toMatch(/content\/water\/ur\.md(:1:1)? error\[/);
      expect(err).toContain('1 error\n');
      expect(err).not.toContain('    at ');
      expect(folder.read('out/water/water.ur.brief.pdf')).toBe(before);
      expect(folder.read('out/water/water.en.flyer.pdf')).toContain('changed');
      const entryOf = (text: string) => {
        const { inputs: _, ...entry } = JSON.parse(text).editions.find(
          (e: { lang: string }) => e.lang === 'ur',
        );
        return entry;
      };
      expect(entryOf(folder.read('out/manifest.json'))).toEqual(entryOf(manifest));
    },
  );

  test('a fault in one kind leaves the other kind of the same file', async () => {
    const folder = temporaryProject({ 'content/a/en.md': 'kinds: brief flyer\nthrow in flyer' });
    const { code, out } = await bayan(folder.root, ['build']);
    expect(code).toBe(1);
    expect(out).toContain('✓ out/a/a.en.brief.pdf');
    expect(out).toContain('✗ out/a/a.en.flyer.pdf  not written');
    expect(folder.has('out/a/a.en.flyer.pdf')).toBe(false);
  });

  test('warnings do not fail a build', async () => {
    const { code, err } = await bayan(temporaryProject({ 'content/a/en.md': 'warn' }).root, ['build']);
    expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining('1 warning') });
  });
});

test('the stack is for those who ask for it', async () => {
  const folder = temporaryProject({ 'content/a/en.md': 'throw' });
  process.env.BAYAN_DEBUG = '1';
  try {
    expect((await bayan(folder.root, ['build'])).err).toContain('    at ');
  } finally {
    delete process.env.BAYAN_DEBUG;
  }
});

test('the manifest is the same for the same input, keeps what was not rebuilt and forgets what is gone', async () => {
  const folder = temporaryProject(content);
  await bayan(folder.root, ['build']);
  const manifest = folder.read('out/manifest.json');
  await bayan(folder.root, ['build', 'water']);
  expect(folder.read('out/manifest.json')).toBe(manifest);
  const paths = JSON.parse(manifest).editions.map((entry: { path: string }) => entry.path);
  expect(paths).toEqual([
    'air/air.ps.brief.pdf',
    'water/water.en.brief.pdf',
    'water/water.en.flyer.pdf',
    'water/water.ur.brief.pdf',
  ]);
  expect(JSON.parse(manifest).editions[0].sha256).toMatch(/^[0-9a-f]{64}$/);
  rmSync(folder.path('out/air/air.ps.brief.pdf'));
  await bayan(folder.root, ['build', 'water', '--lang', 'ur']);
  expect(folder.read('out/manifest.json')).not.toContain('air.ps');
  folder.write('out/manifest.json', '{ "editions": [{"path":"../../etc/passwd"}, 3');
  expect((await bayan(folder.root, ['build'])).code).toBe(0);
  expect(folder.read('out/manifest.json')).toBe(manifest);
});

test('JSON is one object, and nothing else is printed', async () => {
  const folder = temporaryProject({ ...content, 'content/air/ps.md': 'error' });
  const { code, out, err } = await bayan(folder.root, ['build', '--format', 'json', '--timings']);
  const result = JSON.parse(out);
  expect({ code, err, ok: result.ok }).toEqual({ code: 1, err: '', ok: false });
  expect(result.editions.map((e: { ok: boolean }) => e.ok)).toEqual([false, true, true, true]);
  expect(result.editions[1]).toMatchObject({
    slug: 'water',
    lang: 'en',
    kind: 'brief',
    pages: 2,
    timings: { typeset: 2 },
  });
  expect(result.diagnostics).toEqual([
    {
      severity: 'error',
      code: 'glyph-missing',
      message: 'no font',
      span: { file: 'content/air/ps.md', line: 1, column: 1 },
    },
  ]);
});

test('JSON names the files that could not be parsed', async () => {
  const folder = temporaryProject({ 'content/air/ps.md': 'x' });
  const engine: Engine = {
    open: () => ({
      read({ file }, report) {
        report.error('content-empty', { file }, 'the file has no text');
        return undefined;
      },
      make: async () => undefined,
      checkPrinted: () => {},
      close: () => {},
    }),
  };
  const { out } = await bayan(folder.root, ['build', '--format', 'json'], { engine });
  expect(JSON.parse(out).editions).toEqual([
    { slug: 'air', lang: 'ps', file: 'content/air/ps.md', ok: false },
  ]);
});

test('timings are shown by stage', async () => {
  const { out } = await bayan(temporaryProject(content).root, ['build', '--timings']);
  expect(out).toMatch(/typeset +8\.0 ms/);
});

test('--out may be outside the project, because the user says so; a link inside it may not', async () => {
  const folder = temporaryProject(content);
  const outside = temporaryFolder();
  expect((await bayan(folder.root, ['build', '--out', outside.path('pdf')])).code).toBe(0);
  expect(outside.has('pdf/air/air.ps.brief.pdf')).toBe(true);
  expect(folder.has('out')).toBe(false);
  mkdirSync(folder.path('out'));
  symlinkSync(outside.root, folder.path('out/water'));
  const { code, err } = await bayan(folder.root, ['build']);
  expect(code).toBe(1);
  expect(err).toContain('error[path-outside-project]');
  expect(outside.has('water.en.brief.pdf')).toBe(false);
});

test('what a killed build left is cleaned up, what a running one writes is not', async () => {
  const folder = temporaryProject(content);
  folder.write('out/water/.water.en.brief.pdf.999999999-0.bayan-tmp', 'half');
  folder.write(`out/water/.water.en.brief.pdf.${process.ppid}-0.bayan-tmp`, 'half');
  await bayan(folder.root, ['build']);
  expect(folder.has('out/water/.water.en.brief.pdf.999999999-0.bayan-tmp')).toBe(false);
  expect(folder.has(`out/water/.water.en.brief.pdf.${process.ppid}-0.bayan-tmp`)).toBe(true);
});

test('a PDF that cannot be written is an error of that edition, and leaves no temporary file', async () => {
  const folder = temporaryProject(content);
  mkdirSync(folder.path('out/air/air.ps.brief.pdf'), { recursive: true });
  writeFileSync(folder.path('out/air/air.ps.brief.pdf/x'), '');
  const { code, out, err } = await bayan(folder.root, ['build']);
  expect(code).toBe(1);
  expect(err).toContain('error[file-unreadable]');
  expect(out).toContain('✓ out/water/water.en.brief.pdf');
  expect(readdirSync(folder.path('out/air'))).toEqual(['air.ps.brief.pdf']);
});

test.each<[string[], RegExp]>([
  [['build', '--lng', 'ur'], /unknown option '--lng'[\s\S]*--lang/],
  [['bild'], /unknown command 'bild'[\s\S]*build/],
  [['build', '--format', 'xml'], /human, json/],
  [['build', '--jobs', 'many'], /number from 1 to 99/],
  [['build', 'watr'], /error\[slug-unknown\][\s\S]*did you mean "water"/],
  [['build', '--kind', 'flier'], /error\[kind-unknown\][\s\S]*did you mean "flyer"/],
  [['build', '--lang', 'ps', '--kind', 'flyer'], /no content asks for the kind "flyer"/],
])('wrong use is exit code 2: %j', async (args, message) => {
  const folder = temporaryProject(content);
  const { code, out, err } = await bayan(folder.root, args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(message);
  expect(folder.has('out')).toBe(false);
});

test('outside a project it says how to make one', async () => {
  const { code, err } = await bayan(temporaryFolder().root, ['build']);
  expect(code).toBe(2);
  expect(err).toContain('hint: make a project with: bayan init my-project');
});

test('a broken bayan.yaml is shown with its line', async () => {
  const { code, err } = await bayan(temporaryProject({ 'bayan.yaml': 'contnt: x\n' }).root, ['build']);
  expect(code).toBe(1);
  expect(err).toContain('   1 │ contnt: x\n     │ ^^^^^^');
});

describe('on a terminal', () => {
  test('one line is rewritten, and gone at the end', async () => {
    const { out, err } = await bayan(temporaryProject(content).root, ['build'], { tty: true });
    expect(err).toContain('building 2 of 3 …');
    expect(err.endsWith('\r\u001B[2K')).toBe(true);
    expect(out).toContain('\u001B[32m✓');
  });

  test('NO_COLOR is respected', async () => {
    const { out } = await bayan(temporaryProject(content).root, ['build'], {
      tty: true,
      env: { NO_COLOR: '1' },
    });
    expect(out).not.toContain('\u001B');
  });
});

test.each([
  ['--help'],
  ['build', '--help'],
  ['help', 'new'],
  ['init', '-h'],
  ['fonts', '--help'],
  ['doctor', '--help'],
])('help has examples: %j %j', async (...args) => {
  const { code, out, err } = await bayan(temporaryFolder().root, args.filter(Boolean));
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/Examples:\n {2}\$ bayan /);
});

test('--version', async () => {
  expect((await bayan(temporaryFolder().root, ['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});
