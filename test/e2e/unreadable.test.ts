/** What cannot be read stops the installed command with its place: nothing is taken for empty. */
import { chmodSync, chownSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
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

/** `nobody`, to whom permissions apply; somebody who is not root runs the tests as they are. */
const NOBODY = process.getuid?.() === 0 ? 65534 : undefined;

test.each([
  ['bayan.yaml', 'build', 'bayan.yaml error[file-unreadable]: "bayan.yaml" cannot be read (EACCES)'],
  ['content', 'build', 'content error[file-unreadable]: "content" cannot be read (EACCES)'],
  ['content/a', 'check', 'content/a error[file-unreadable]: "content/a" cannot be read (EACCES)'],
  ['out', 'build', 'error[file-unreadable]: the manifest in'],
  ['out/a', '--prune', 'out/a cannot be listed (EACCES)'],
])('%s without permission', (name, option, told) => {
  const folder = installedBayan({ ...FILES, 'out/a/notes.txt': '' });
  for (const path of ['', ...folder.files()]) if (NOBODY) chownSync(folder.path(path), NOBODY, NOBODY);
  const command = option.startsWith('-') ? ['build', option] : [option];
  chmodSync(folder.path(name), 0);
  const { code, stderr } = folder.bayan({ in: '.', uid: NOBODY }, ...command);
  chmodSync(folder.path(name), 0o755);
  expect(stderr).toContain(told);
  expect(stderr).not.toContain('internal');
  expect(code).toBe(1);
});

test('a bayan.yaml that is a broken link is not passed over for one above it', () => {
  const folder = installedBayan({ ...FILES, 'inner/content/a/en.md': FILES['content/a/en.md'] });
  symlinkSync('nowhere', folder.path('inner/bayan.yaml'));
  const { code, stderr } = folder.bayan({ in: 'inner/content' }, 'build');
  expect(code).toBe(1);
  expect(stderr).toContain(
    'bayan.yaml error[file-unreadable]: "bayan.yaml" goes through a broken symbolic link',
  );
});
