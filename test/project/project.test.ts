import { mkdirSync, symlinkSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { outputName } from '../../src/project/output-name.ts';
import { type PlanOptions, planEditions } from '../../src/project/plan.ts';
import { findProject, loadProject } from '../../src/project/project.ts';
import { faultLines } from '../support/faults.ts';
import { temporaryFolder, temporaryProject } from './temporary-project.ts';

function load(folder: { root: string }) {
  const report = new Report();
  const project = loadProject(folder.root, report);
  return { project, faults: faultLines(report.diagnostics), hints: report.diagnostics.map((d) => d.hint) };
}

function plan(folder: { root: string }, options: PlanOptions = {}) {
  const report = new Report();
  const { editions: planned } = planEditions(loadProject(folder.root, report)!, options, report);
  return {
    names: planned.map((edition) => outputName(edition, edition.kinds?.join('+') ?? '*')),
    faults: faultLines(report.diagnostics),
    hints: report.diagnostics.map((d) => d.hint),
  };
}

const content = { 'content/water/en.md': '', 'content/water/fa-AF.md': '', 'content/air/ur.md': '' };

test('a project is found from any folder below it', () => {
  const { root, path } = temporaryProject(content);
  expect(findProject(path('content/water'))).toBe(root);
  expect(findProject(temporaryFolder().root)).toBeUndefined();
});

test('an empty bayan.yaml has every default, and Bayan’s templates and fonts behind the project’s', () => {
  const folder = temporaryProject();
  const { project, faults } = load(folder);
  expect(faults).toBe('');
  expect(project?.contentFolder).toBe(folder.path('content'));
  expect(project?.outputFolder).toBe(folder.path('out'));
  expect(project?.templateFolders).toEqual(['templates', 'bayan:templates']);
  expect(project?.fontFolders).toEqual(['bayan:fonts']);
});

test.each([
  ['contnt: x\n', 'bayan.yaml:1:1: error[project-invalid]: unknown key "contnt"'],
  ['content: 3\n', 'bayan.yaml:1:10: error[project-invalid]: "content" must be text, not the number 3'],
  [
    'output: ../out\n',
    'bayan.yaml:1:9: error[path-outside-project]: output: the path "../out" leaves the project with ".."',
  ],
  [
    'brand: /etc/brand.yaml\n',
    'bayan.yaml:1:8: error[path-outside-project]: brand: the path "/etc/brand.yaml" is absolute',
  ],
  ['output: .\n', 'bayan.yaml:1:9: error[project-invalid]: output: the PDFs need a folder of their own'],
  ['languages: [en, xq]\n', 'bayan.yaml:1:17: error[language-unknown]: "xq" is no language Bayan knows'],
  ['a: 1\na: 2\n', 'bayan.yaml:2:1: error[yaml-syntax]'],
  ['- 1\n', 'bayan.yaml:1:1: error[project-invalid]: the file must be a map of keys to values, not a list'],
  [`${'['.repeat(20_000)}`, 'bayan.yaml'],
])('bayan.yaml %j', (yaml, expected) => {
  const { project, faults } = load(temporaryProject({ 'bayan.yaml': yaml.slice(0, 30_000) }));
  expect(project).toBeUndefined();
  expect(faults).toContain(expected);
});

test('files that are not plain UTF-8 are told from files that are', () => {
  expect(load(temporaryProject({ 'bayan.yaml': '\uFEFFoutput: o\n' })).faults).toContain(
    'error[encoding-bom]',
  );
  expect(load(temporaryProject({ 'brand.yaml': new Uint8Array([0x6e, 0x3a, 0xff]) })).faults).toContain(
    'error[encoding-not-utf8]',
  );
});

test('without a brand nobody would be named as the publisher', () => {
  const folder = temporaryFolder({ 'bayan.yaml': '' });
  expect(load(folder).faults).toBe(
    'brand.yaml: error[file-missing]: brand.yaml does not exist, so nobody is named as the publisher',
  );
});

test('editions come sorted; what is no content is left alone', () => {
  const folder = temporaryProject({
    ...content,
    'content/water/photo.png': '',
    'content/.git/en.md': '',
    'content/readme.txt': '',
    'content/water/.en.md': '',
  });
  expect(plan(folder).names).toEqual(['air/air.ur.*.pdf', 'water/water.en.*.pdf', 'water/water.fa-AF.*.pdf']);
});

test('options choose; languages are compared in canonical form', () => {
  const folder = temporaryProject(content);
  expect(plan(folder, { slugs: ['water'] }).names).toHaveLength(2);
  expect(plan(folder, { langs: ['FA-af', 'prs'] }).names).toEqual(['water/water.fa-AF.*.pdf']);
  expect(plan(folder, { kinds: ['flyer'], langs: ['ur'] }).names).toEqual(['air/air.ur.flyer.pdf']);
});

test.each<[PlanOptions, string, string]>([
  [{ slugs: ['watr'] }, 'error[slug-unknown]: no content has the slug "watr"', 'did you mean "water"?'],
  [{ langs: ['ps'] }, 'error[language-unknown]: no content is in the language "ps"', 'known: en, fa-AF, ur'],
  [{ langs: ['??'] }, 'error[language-unknown]: "??" is no language Bayan knows', 'known: en, fa-AF, ur'],
  [
    { langs: ['ur', 'air'] },
    'error[language-unknown]: "air" is a slug, not a language',
    'put slugs before --lang',
  ],
  [
    { kinds: ['flier'] },
    'error[kind-unknown]: no template makes documents of the kind "flier"',
    'did you mean "flyer"?',
  ],
])('an option that names nothing plans nothing: %j', (options, fault, hint) => {
  const result = plan(temporaryProject(content), options);
  expect(result).toEqual({ names: [], faults: fault, hints: [hint] });
});

test('a bad folder or file is reported and left out, the rest is planned', () => {
  const folder = temporaryProject({
    ...content,
    'content/bad name/en.md': '',
    'content/con/en.md': '',
    'content/water/xq.md': '',
    'content/air/prs.md': '',
    'content/air/fa-AF.md': '',
  });
  const outside = temporaryFolder({ 'en.md': '' });
  symlinkSync(outside.root, folder.path('content/linked'));
  symlinkSync(outside.path('en.md'), folder.path('content/air/en.md'));
  const { names, faults, hints } = plan(folder);
  expect(names).toEqual([
    'air/air.fa-AF.*.pdf',
    'air/air.ur.*.pdf',
    'water/water.en.*.pdf',
    'water/water.fa-AF.*.pdf',
  ]);
  expect(faults.split('\n')).toEqual([
    'content/air/en.md: error[path-outside-project]: the content file leaves the project through a symbolic link',
    'content/air/prs.md: error[language-duplicate]: content/air/fa-AF.md is in the same language (fa-AF)',
    'content/bad name: error[slug-invalid]: the folder name "bad name" may hold letters, digits and hyphens only, and starts with a letter or digit',
    'content/con: error[slug-invalid]: the folder name "con" is the name of a device on Windows',
    'content/linked: error[path-outside-project]: the content folder leaves the project through a symbolic link',
    'content/water/xq.md: error[language-unknown]: "xq" is no language Bayan knows',
  ]);
  expect(hints).toContain('rename it, for example to bad-name');
});

test('slugs that differ only by case or Unicode form are both refused, in any script', () => {
  const folder = temporaryProject({
    'content/straße/en.md': '',
    'content/STRASSE/en.md': '',
    'content/آب/en.md': '',
    'content/کتاب-۲/en.md': '',
  });
  mkdirSync(folder.path('content/ا\u0653ب'));
  const { names, faults } = plan(folder);
  expect(names).toEqual(['کتاب-۲/کتاب-۲.en.*.pdf']);
  expect(faults.match(/slug-duplicate/g)).toHaveLength(faults.split('\n').length);
});

test('bayan.yaml may limit the languages', () => {
  const folder = temporaryProject({ ...content, 'bayan.yaml': 'languages: [en, ur]\n' });
  expect(plan(folder).names).toEqual(['air/air.ur.*.pdf', 'water/water.en.*.pdf']);
  expect(plan(folder, { langs: ['fa-AF'] }).faults).toBe(
    'error[language-unknown]: "fa-AF" is not among the languages in bayan.yaml',
  );
});

test('no content at all says how to begin', () => {
  expect(plan(temporaryProject()).hints).toEqual([
    'make a first document with: bayan new my-document --lang en',
  ]);
  expect(plan(temporaryProject({ 'content/empty/notes.txt': '' })).faults).toContain('error[content-empty]');
});

test('a content folder that is not there is told where it is named', () => {
  expect(plan(temporaryProject({ 'bayan.yaml': 'output: o\ncontent: texts\n' })).faults).toBe(
    'bayan.yaml:2:10: error[file-missing]: the content folder "texts" does not exist',
  );
  expect(plan(temporaryProject({ 'bayan.yaml': '' })).faults).toBe(
    'content: error[file-missing]: the content folder "content" does not exist',
  );
});
