/**
 * What cannot be read stops the build with its place: a folder where a file should be, a link that leads nowhere or out,
 * a file in another encoding. It is never taken for an empty one, and never an internal error.
 */
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadEngine } from '../../src/build/engine.ts';
import { makePdf } from '../../src/build/make.ts';
import { readEdition } from '../../src/build/read.ts';
import { openWorkspace } from '../../src/build/workspace.ts';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { ProjectFiles } from '../../src/files/project-files.ts';
import { planEditions } from '../../src/project/plan.ts';
import { loadProject } from '../../src/project/project.ts';
import { bayan } from '../cli/run-bayan.ts';
import { type TemporaryFolder, temporaryFolder } from '../project/temporary-project.ts';
import { lockedDisk } from '../support/locked-disk.ts';

const FILES = {
  'bayan.yaml': '',
  'brand.yaml': 'organisation: { name: Test }\nlogo: { src: logo.svg }\n',
  'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
  'templates/page.hbs': '<document margin="10mm">{{> part}}<text>{{t "hello"}}</text>{{{body}}}</document>',
  'templates/partials/part.hbs': '<text>Part</text>',
  'templates/strings/en.yaml': 'hello: Hello\n',
  'templates/styles.yaml': '{}',
  'fonts/fonts.yaml': '{}',
  'photo.png': '',
  'content/a/en.md': '---\ntitle: T\ndate: 2024\nkinds: [page]\n---\n\nText.\n',
};

const project = () => temporaryFolder(FILES);

async function build({ root }: TemporaryFolder) {
  const { code, out } = await bayan(root, ['build', '--format', 'json'], { engine: await loadEngine() });
  const { diagnostics } = JSON.parse(out) as {
    diagnostics: { code: string; message: string; span?: { file: string; line?: number } }[];
  };
  return {
    code,
    diagnostics,
    // Words that cannot be read are missing too.
    said: diagnostics
      .filter(({ code }) => code !== 'string-missing')
      .map(({ code, span }) => `${span?.file ?? '-'} ${code}`),
  };
}

test('the project is sound', async () => {
  expect(await build(project())).toMatchObject({ code: 0, said: [] });
});

const EACH = [
  'bayan.yaml',
  'brand.yaml',
  'logo.svg',
  'templates/page.hbs',
  'templates/partials/part.hbs',
  'templates/strings/en.yaml',
  'templates/styles.yaml',
  'fonts/fonts.yaml',
  'content/a/en.md',
];
/** A logo is told where the brand names it. */
const told = (file: string) => (file === 'logo.svg' ? 'brand.yaml' : file);

test.each(EACH)('a folder in place of %s', async (file) => {
  const folder = project();
  rmSync(folder.path(file));
  mkdirSync(folder.path(file));
  const { code, said } = await build(folder);
  expect({ code, said }).toEqual({ code: 1, said: [`${told(file)} file-unreadable`] });
});

test.each(EACH.filter((file) => file !== 'bayan.yaml'))('a broken link in place of %s', async (file) => {
  const folder = project();
  rmSync(folder.path(file));
  symlinkSync(folder.path('nowhere'), folder.path(file));
  const { code, said } = await build(folder);
  expect({ code, said }).toEqual({ code: 1, said: [`${told(file)} file-unreadable`] });
});

test.each(EACH)('a link that leads out of the project in place of %s', async (file) => {
  const folder = project();
  const outside = temporaryFolder(FILES);
  rmSync(folder.path(file));
  symlinkSync(outside.path(file), folder.path(file));
  const { code, said } = await build(folder);
  expect({ code, said }).toEqual({ code: 1, said: [`${told(file)} path-outside-project`] });
});

test.each(['templates', 'templates/partials', 'templates/strings', 'fonts', 'content', 'content/a'])(
  'a file, a broken link and a link to itself in place of the folder %s',
  async (name) => {
    for (const make of [
      (folder: TemporaryFolder) => folder.write(name, 'no folder'),
      ({ path }: TemporaryFolder) => symlinkSync(path('nowhere'), path(name)),
      ({ path }: TemporaryFolder) => symlinkSync(path(name), path(name)),
    ]) {
      const folder = project();
      rmSync(folder.path(name), { recursive: true });
      make(folder);
      const { code, said } = await build(folder);
      expect(code).toBe(1);
      // A file in content/ is no content.
      expect(said.join()).toMatch(
        new RegExp(`${name}\\S* file-unreadable|${name === 'content/a' ? 'content content-empty' : 'x^'}`),
      );
      expect(said.join()).not.toContain('internal');
    }
  },
);

test.each(['templates', 'fonts', 'content', 'content/a'])('a folder %s outside the project', async (name) => {
  const folder = project();
  const outside = temporaryFolder(FILES);
  rmSync(folder.path(name), { recursive: true });
  symlinkSync(outside.path(name), folder.path(name));
  const { code, said } = await build(folder);
  expect(code).toBe(1);
  expect(said.join()).toMatch(/path-outside-project/);
});

test.each(['templates/styles.yaml', 'templates/strings/en.yaml', 'fonts/fonts.yaml', 'brand.yaml'])(
  '%s that holds a list, text, UTF-16 or half of a bracket',
  async (file) => {
    const code = { 'templates/styles.yaml': 'style-invalid', 'templates/strings/en.yaml': 'string-invalid' }[
      file
    ];
    const cases: readonly [string | Uint8Array, string][] = [
      ['- a\n- b\n', `${file}:1 ${code ?? 'project-invalid'}`],
      ['words\n', `${file}:1 ${code ?? 'project-invalid'}`],
      [Buffer.from('\uFEFFa: b\n', 'utf16le'), `${file}:1 encoding-bom`],
      ['a: [b\n', `${file}:2 yaml-syntax`],
    ];
    for (const [content, expected] of cases) {
      const folder = project();
      folder.write(file, content);
      const { code: exit, diagnostics } = await build(folder);
      expect(exit).toBe(1);
      expect(diagnostics.map(({ code, span }) => `${span?.file}:${span?.line} ${code}`)).toContain(expected);
    }
  },
);

test('fonts in fonts/ that are links or folders', async () => {
  const outside = temporaryFolder({ 'a.ttf': 'font' });
  const folder = project();
  symlinkSync(outside.path('a.ttf'), folder.path('fonts/out.ttf'));
  symlinkSync(folder.path('nowhere.ttf'), folder.path('fonts/broken.ttf'));
  mkdirSync(folder.path('fonts/folder.ttf'));
  expect(await build(folder)).toMatchObject({
    code: 1,
    said: [
      'fonts/broken.ttf file-unreadable',
      'fonts/folder.ttf file-unreadable',
      'fonts/out.ttf path-outside-project',
    ],
  });
});

test('pictures that are links or folders are told where they are used', async () => {
  const folder = project();
  const outside = temporaryFolder({ 'a.png': 'x' });
  symlinkSync(outside.path('a.png'), folder.path('out.png'));
  symlinkSync(folder.path('nowhere.png'), folder.path('broken.png'));
  mkdirSync(folder.path('folder.png'));
  const pictures = ['out', 'broken', 'folder'].map((name) => `<image src="${name}.png" alt="x"/>`).join('\n');
  folder.write('templates/page.hbs', `<document margin="10mm">\n${pictures}\n{{{body}}}</document>`);
  const { code, diagnostics } = await build(folder);
  expect(code).toBe(1);
  expect(diagnostics.map(({ code, span }) => `${span?.file}:${span?.line} ${code}`)).toEqual([
    'templates/page.hbs:2 path-outside-project',
    'templates/page.hbs:3 file-unreadable',
    'templates/page.hbs:4 file-unreadable',
  ]);
});

test.each([
  'bayan.yaml',
  'brand.yaml',
  'templates',
  'templates/page.hbs',
  'templates/partials',
  'templates/styles.yaml',
  'templates/strings/en.yaml',
  'fonts',
  'fonts/fonts.yaml',
  'content',
  'content/a',
  'content/a/en.md',
  'photo.png',
])('%s that nobody may read', async (name) => {
  const folder = project();
  folder.write(
    'templates/page.hbs',
    FILES['templates/page.hbs'].replace('{{>', '<image src="photo.png" alt="x"/>{{>'),
  );
  const report = new Report();
  const files = new ProjectFiles(folder.root, lockedDisk(folder.path(name)));
  const loaded = loadProject(folder.root, report, files);
  const plan = loaded && planEditions(loaded, {}, report, files);
  const workspace = loaded && openWorkspace(loaded, files);
  for (const planned of plan?.editions ?? []) {
    const edition = readEdition(workspace!, planned, report);
    if (edition) expect(await makePdf(workspace!, { edition, kind: 'page' }, report)).toBeUndefined();
  }
  workspace?.close();
  const said = report.diagnostics.map(({ code, message }) => `${code} ${message}`);
  expect(said).toContain(`file-unreadable "${name}" cannot be read (EACCES)`);
});
