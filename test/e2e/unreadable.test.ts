/** What cannot be read stops the installed command with its place: nothing is taken for empty. */
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BRAND, installedBayan } from './installed-bayan.ts';

const FILES = {
  'bayan.yaml': '',
  'brand.yaml': BRAND,
  'templates/styles.yaml': '{}',
  'templates/strings/en.yaml': '{}',
  'fonts/fonts.yaml': '{}',
  'content/a/en.md': '---\ntitle: Water\ndate: 2024\nkinds: [brief]\n---\n\nText.\n',
};

test.each([
  ['templates/styles.yaml', 'is a folder, not a file'],
  ['templates/strings/en.yaml', 'is a folder, not a file'],
  ['fonts/fonts.yaml', 'is a folder, not a file'],
])('a folder in place of %s', (file, problem) => {
  const folder = installedBayan(FILES);
  rmSync(folder.path(file));
  mkdirSync(folder.path(file));
  const { code, stderr } = folder.bayan('build');
  expect(code).toBe(1);
  expect(stderr).toContain(`${file} error[file-unreadable]: "${file}" ${problem}`);
  expect(folder.pdfs()).toEqual([]);
});

test('links in templates/, fonts/ and content/ that lead out or nowhere', () => {
  const folder = installedBayan(FILES);
  const outside = installedBayan({ 'styles.yaml': 'lead: { size: 30 }', 'own.ttf': 'x' });
  rmSync(folder.path('templates/styles.yaml'));
  symlinkSync(outside.path('styles.yaml'), folder.path('templates/styles.yaml'));
  symlinkSync(outside.path('own.ttf'), folder.path('fonts/own.ttf'));
  symlinkSync(folder.path('nowhere.md'), folder.path('content/a/ur.md'));
  const { code, stderr } = folder.bayan('build');
  expect(code).toBe(1);
  expect(stderr).toContain('templates/styles.yaml error[path-outside-project]');
  expect(stderr).toContain('fonts/own.ttf error[path-outside-project]');
  expect(stderr).toContain('content/a/ur.md error[file-unreadable]');
  expect(stderr).not.toContain('internal');
});

test('a fault in fonts.yaml is shown with its line', () => {
  const folder = installedBayan({
    ...FILES,
    'fonts/fonts.yaml': 'faces:\n  own: { family: Own, wieghts: [400] }\n',
  });
  const { code, stderr } = folder.bayan('build');
  expect(code).toBe(1);
  expect(stderr).toContain('fonts/fonts.yaml:2:23 error[project-invalid]: unknown key "faces.own.wieghts"');
  expect(stderr).toContain('hint: did you mean "weights"?');
});
