/**
 * A workspace sees what changes on disk when it is told to look, and nothing else changes what it makes: whatever of a
 * project is edited between two PDFs is seen in the second, and an unchanged project gives the same bytes.
 */
import { copyFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, onTestFinished, test } from 'vitest';
import { makePdf } from '../../src/build/make.ts';
import { readEdition } from '../../src/build/read.ts';
import { openWorkspace, type Workspace } from '../../src/build/workspace.ts';
import { type Diagnostic, Report } from '../../src/diagnostics/diagnostic.ts';
import { DISK, type Disk } from '../../src/files/disk.ts';
import { ProjectFiles } from '../../src/files/project-files.ts';
import { Trace } from '../../src/files/trace.ts';
import { findLanguage } from '../../src/language/language.ts';
import { loadProject } from '../../src/project/project.ts';
import { type TemporaryFolder, temporaryFolder } from '../project/temporary-project.ts';

const require = createRequire(import.meta.url);
const fontFile = (name: string) => require.resolve(`@expo-google-fonts/${name}`);
const SERIF = fontFile('source-serif-4/400Regular/SourceSerif4_400Regular.ttf');
const SANS = fontFile('source-sans-3/400Regular/SourceSans3_400Regular.ttf');
const drawing = (color: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10" fill="${color}"/></svg>`;
/** One pixel: red, or blue. */
const png = (color: 'red' | 'blue') =>
  Buffer.from(
    color === 'red'
      ? 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC'
      : 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYPgPAAEDAQAIicLsAAAAAElFTkSuQmCC',
    'base64',
  );

const PAGE = `<document page-size="A5" margin="10mm" style="document">
  <title>{{inline title}}</title>{{> note}}<text style="lead">{{t "greeting"}}</text>
  <svg src="drawing.svg" alt="A drawing" width="20pt"/><image src="photo.png" alt="A photo" width="20pt"/>
  {{{body}}}
</document>`;

function project(): TemporaryFolder {
  const folder = temporaryFolder({
    'bayan.yaml': '',
    'brand.yaml':
      'organisation: { name: Test }\ncolors: { primary: "#0b4f6c" }\nfonts: { serif: own, sans: own }\n',
    'templates/page.hbs': PAGE,
    'templates/other.hbs': '<document margin="0">{{{body}}}</document>',
    'templates/partials/note.hbs': '<text>A note.</text>',
    'templates/partials/unused.hbs': '<text>Nobody.</text>',
    'templates/styles.yaml': 'lead: { size: 14, color: primary }\n',
    'templates/strings/en.yaml': 'greeting: Good day\n',
    'fonts/fonts.yaml': 'faces: { own: { family: Own, files: { 400: own.ttf } } }\n',
    'drawing.svg': drawing('#ff0000'),
    'photo.png': png('red'),
    'content/a/en.md': '---\ntitle: Title\ndate: 2024\nkinds: [page]\n---\n\nThe text.\n',
  });
  copyFileSync(SERIF, folder.path('fonts/own.ttf'));
  return folder;
}

function open({ root }: TemporaryFolder): Workspace {
  const report = new Report();
  const loaded = loadProject(root, report);
  if (!loaded) throw new Error(JSON.stringify(report.diagnostics));
  const workspace = openWorkspace(loaded);
  onTestFinished(() => workspace.close());
  return workspace;
}

async function make(workspace: Workspace, kind = 'page', trace = new Trace()) {
  const report = new Report();
  const edition = readEdition(workspace, { file: 'content/a/en.md', slug: 'a', lang: 'en' }, report, trace);
  const made = edition && (await makePdf(workspace, { edition, kind }, report, trace));
  return { bytes: made && Buffer.from(made.bytes), diagnostics: report.diagnostics, trace: trace.entries() };
}

async function pdf(workspace: Workspace): Promise<string> {
  const { bytes, diagnostics } = await make(workspace);
  if (!bytes) throw new Error(JSON.stringify(diagnostics));
  return bytes.toString('base64');
}

const EDITS: readonly [what: string, edit: (folder: TemporaryFolder) => void][] = [
  [
    'the text',
    ({ write }) => write('content/a/en.md', '---\ntitle: T\ndate: 2024\nkinds: [page]\n---\n\nOther.\n'),
  ],
  ['a template', ({ write }) => write('templates/page.hbs', PAGE.replace('{{{body}}}', '<rule/>{{{body}}}'))],
  ['a partial', ({ write }) => write('templates/partials/note.hbs', '<text>Another note.</text>')],
  ['a style', ({ write }) => write('templates/styles.yaml', 'lead: { size: 15, color: primary }\n')],
  ['a word', ({ write }) => write('templates/strings/en.yaml', 'greeting: Good evening\n')],
  [
    'a brand colour',
    ({ read, write }) => write('brand.yaml', read('brand.yaml').replace('#0b4f6c', '#6c0b4f')),
  ],
  ['a picture', ({ write }) => write('photo.png', png('blue'))],
  ['a drawing', ({ write }) => write('drawing.svg', drawing('#00ff00'))],
  [
    'a field that a template declares',
    ({ write }) => {
      write('templates/page.yaml', 'fields: { place: { type: text, required: true, help: Where. } }\n');
      write('content/a/en.md', '---\ntitle: T\ndate: 2024\nkinds: [page]\nplace: Hall\n---\n\nText.\n');
      write('templates/page.hbs', PAGE.replace('{{{body}}}', '<text>{{place}}</text>{{{body}}}'));
    },
  ],
  ['a font file', ({ path }) => copyFileSync(SANS, path('fonts/own.ttf'))],
];

test('each thing that is edited is seen, and nothing else changes what is made', async () => {
  const folder = project();
  const workspace = open(folder);
  let last = await pdf(workspace);
  for (const [what, edit] of EDITS) {
    expect(await pdf(workspace), `before ${what}`).toBe(last);
    edit(folder);
    expect(workspace.refresh().size, what).toBeGreaterThan(0);
    const now = await pdf(workspace);
    expect(now === last, `${what} is seen`).toBe(false);
    // What was remembered makes no difference: a workspace that remembers nothing makes the same.
    expect(now === (await pdf(open(folder))), `${what} is seen whole`).toBe(true);
    last = now;
  }
  expect(workspace.refresh().size).toBe(0);
});

test('a file is read once, however often a page is set smaller until it fits', async () => {
  const folder = project();
  folder.write(
    'templates/page.hbs',
    PAGE.replace('style="document"', 'style="document" fit="page" min-scale="0.5"'),
  );
  folder.write(
    'content/a/en.md',
    `---\ntitle: T\ndate: 2024\nkinds: [page]\n---\n\n${'Many words. '.repeat(420)}\n`,
  );
  const reads = new Map<string, number>();
  const disk: Disk = {
    ...DISK,
    read(path) {
      reads.set(path, (reads.get(path) ?? 0) + 1);
      return DISK.read(path);
    },
  };
  const files = new ProjectFiles(folder.root, disk);
  const workspace = openWorkspace(loadProject(folder.root, new Report(), files)!, files);
  onTestFinished(() => workspace.close());
  await pdf(workspace);
  await pdf(workspace);
  expect(reads.get(folder.path('photo.png'))).toBe(1);
  expect(reads.get(folder.path('drawing.svg'))).toBe(1);
  expect([...reads.values()].every((times) => times === 1)).toBe(true);
});

test('fonts are freed with the workspace', () => {
  const workspace = open(project());
  const { fonts } = workspace.open(new Report(), new Trace());
  const english = findLanguage('en')!;
  const [first] = fonts.candidates('Latn', { role: 'serif', weight: 400, italic: false }, english);
  const face = first!()!;
  expect(face.has('a'.codePointAt(0)!)).toBe(true);
  workspace.close();
  expect(() => face.has('b'.codePointAt(0)!)).toThrow('closed with its workspace');
});

test('what is on disk is only looked at when it is asked for', async () => {
  const folder = project();
  const workspace = open(folder);
  const before = await pdf(workspace);
  folder.write('templates/partials/note.hbs', '<text>Another note.</text>');
  folder.write('drawing.svg', drawing('#00ff00'));
  expect(await pdf(workspace)).toBe(before);
  workspace.refresh(['drawing.svg']);
  const drawn = await pdf(workspace);
  workspace.refresh([folder.path('templates/partials')]);
  expect(new Set([before, drawn, await pdf(workspace)]).size).toBe(3);
});

test('files that come and go are seen', async () => {
  const folder = project();
  const workspace = open(folder);
  const before = await pdf(workspace);
  folder.write('templates/partials/note.hbs', '');
  rmSync(folder.path('templates/partials/note.hbs'));
  workspace.refresh();
  expect((await make(workspace)).diagnostics.map(({ code }) => code)).toContain('template-partial');
  folder.write('templates/partials/note.hbs', '<text>A note.</text>');
  workspace.refresh();
  expect(await pdf(workspace)).toBe(before);
  rmSync(folder.path('photo.png'));
  workspace.refresh();
  expect((await make(workspace)).diagnostics.map(({ code }) => code)).toEqual(['image-missing']);
});

test('settings that are wrong stop every document until they are right', async () => {
  const folder = project();
  const workspace = open(folder);
  const before = await pdf(workspace);
  const brand = folder.read('brand.yaml');
  folder.write('brand.yaml', 'organisation: { naem: Test }\n');
  workspace.refresh();
  const { bytes, diagnostics } = await make(workspace);
  expect(bytes === undefined).toBe(true);
  expect(places(diagnostics)).toContain('brand.yaml:1 project-invalid');
  folder.write('brand.yaml', brand);
  workspace.refresh();
  expect(await pdf(workspace)).toBe(before);
});

test('a face that there is not is told where the brand names it', async () => {
  const folder = project();
  folder.write('bayan.yaml', 'brand: ours.yaml\n');
  folder.write('ours.yaml', 'organisation: { name: Test }\nfonts:\n  languages:\n    ur: { sans: onw }\n');
  const { diagnostics } = await make(open(folder));
  expect(places(diagnostics)).toEqual(['ours.yaml:4 font-missing']);
});

test('a brand that does not exist yet is looked for again', async () => {
  const folder = project();
  const workspace = open(folder);
  folder.write('bayan.yaml', 'brand: other.yaml\n');
  workspace.refresh();
  expect((await make(workspace)).diagnostics.map(({ code }) => code)).toContain('file-missing');
  folder.write('other.yaml', folder.read('brand.yaml'));
  workspace.refresh();
  expect((await make(workspace)).diagnostics).toEqual([]);
});

const places = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ span, code }) => `${span?.file}:${span?.line} ${code}`);

test('a trace holds what a document was made from, and only that', async () => {
  const folder = project();
  const workspace = open(folder);
  await make(workspace, 'other');
  const { trace } = await make(workspace);
  const asked = trace.map(({ asked, path, answer }) =>
    [asked, path, /^[0-9a-f]{64}$/.test(answer) ? 'digest' : answer].join(' '),
  );
  expect(asked).toEqual(
    expect.arrayContaining([
      'read bayan.yaml digest',
      'read brand.yaml digest',
      'read content/a/en.md digest',
      'read templates/page.hbs digest',
      'read templates/partials/note.hbs digest',
      'read templates/styles.yaml digest',
      'read bayan:templates/styles.yaml digest',
      'read templates/strings/en.yaml digest',
      'read bayan:templates/strings/en.yaml digest',
      'read fonts/fonts.yaml digest',
      'read bayan:fonts/fonts.yaml digest',
      'read fonts/own.ttf digest',
      'read drawing.svg digest',
      'read photo.png digest',
      'list templates digest',
      'list templates/partials digest',
      'list fonts digest',
    ]),
  );
  expect(asked.join()).not.toMatch(/other\.hbs|unused\.hbs/);
  for (const { asked, path, answer } of trace)
    expect([path, workspace.files.answer(asked, path)]).toEqual([path, answer]);
});
