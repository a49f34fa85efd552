import { expect, test } from 'vitest';
import { checkRuntime } from '../../src/cli/checks.ts';
import type { FontRow } from '../../src/fonts/survey-row.ts';
import { temporaryFolder, temporaryProject } from '../project/temporary-project.ts';
import { bayan } from './run-bayan.ts';

const row = (language: string, more: Partial<FontRow> = {}): FontRow => ({
  language,
  role: 'serif',
  face: 'Noto Naskh Arabic',
  package: '@expo-google-fonts/noto-naskh-arabic',
  installed: true,
  embeddable: true,
  weights: ['400', '700'],
  missing: [],
  ...more,
});
const absent = row('ur', {
  face: 'Nastaliq',
  installed: false,
  weights: [],
  command: 'npm install nastaliq',
});

test('fonts tells what is ready, and the command that adds what is not', async () => {
  const folder = temporaryProject({ 'content/a/ur.md': '' });
  const fontReport = () => [
    row('ar'),
    absent,
    row('ps', { missing: ['ښ'] }),
    row('en', { embeddable: false }),
  ];
  const { code, out } = await bayan(folder.root, ['fonts'], { fontReport });
  expect(code).toBe(1);
  expect(out).toContain('✓ Arabic (ar)\n    serif    Noto Naskh Arabic  400 700, may be embedded');
  expect(out).toContain('✗ Urdu (ur)\n    serif    Nastaliq  not installed');
  expect(out).toContain('to add it: npm install nastaliq');
  expect(out).toContain('lacks ښ (U+069A)');
  expect(out).toContain('forbids embedding (OS/2 fsType)');
  expect(out).toContain('1 of 4 languages are ready.');
  // A language without content may wait for its fonts.
  const elsewhere = temporaryProject({ 'content/a/ar.md': '' });
  expect((await bayan(elsewhere.root, ['fonts'], { fontReport })).code).toBe(0);
  const json = await bayan(folder.root, ['fonts', '--json'], { fontReport: () => [row('ar')] });
  expect({ code: json.code, rows: JSON.parse(json.out) }).toEqual({ code: 0, rows: [row('ar')] });
});

test('doctor is content with a sound project', async () => {
  const folder = temporaryProject({ 'content/a/ar.md': '', 'templates/strings/ar.yaml': '' });
  const { code, out } = await bayan(folder.root, ['doctor'], { fontReport: () => [row('ar')] });
  expect(out).not.toContain('✗');
  expect(code).toBe(0);
  expect(out).toContain('✓ fonts for ar: Noto Naskh Arabic');
  expect(folder.has('out')).toBe(false);
});

test('doctor names each thing that is wrong and what to do', async () => {
  const folder = temporaryProject({ 'content/a/ur.md': '', 'content/a/xq.md': '', out: 'a file' });
  const { code, out, err } = await bayan(folder.root, ['doctor'], { fontReport: () => [absent] });
  expect(code).toBe(1);
  expect(out).toContain('✗ fonts for ur: serif Nastaliq not installed');
  expect(out).toContain('hint: npm install nastaliq');
  expect(out).toContain(`✗ output ${folder.path('out')} cannot be written`);
  expect(err).toContain('error[language-unknown]');
});

test('doctor works where there is no project, or a broken one', async () => {
  const none = await bayan(temporaryFolder().root, ['doctor']);
  expect({ code: none.code, out: none.out }).toEqual({
    code: 1,
    out: expect.stringContaining('✗ no bayan.yaml'),
  });
  const broken = await bayan(temporaryProject({ 'bayan.yaml': 'x: 1' }).root, ['doctor']);
  expect(broken.out).toContain(': 1 error');
});

test('an old Node.js is named', () => {
  expect(checkRuntime('20.18.1')[0]?.ok).toBe(false);
  expect(checkRuntime('20.19.0')[0]?.ok).toBe(true);
  expect(checkRuntime('24.0.0')[0]?.ok).toBe(true);
});
