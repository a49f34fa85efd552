import { expect, test } from 'vitest';
import { temporaryProject } from '../project/temporary-project.ts';
import { bayan } from './run-bayan.ts';

test('languages tells how any language is set, and whose words its pages have', async () => {
  const { root } = temporaryProject({ 'templates/strings/yo.yaml': 'page: Ojú ìwé {page}\n' });
  const { code, out } = await bayan(root, ['languages', 'de', 'uz-Arab', 'haz', 'yo', 'rhg']);
  expect(code).toBe(0);
  expect(out).toMatch(/^de +German +Latn ltr +„…“ +words: own, not reviewed +4\. April 2024$/m);
  expect(out).toMatch(/^uz-Arab .*Arab rtl .*words: none, those of fa-AF +۱۶ حمل ۱۴۰۳$/m);
  expect(out).toMatch(/^haz .*words: none, those of fa-AF/m);
  expect(out).toMatch(/^yo .*words: 1 of 16, not reviewed, then those of en/m);
  expect(out).toMatch(/^rhg .*words: none, those of en +4 April 2024$/m);
});

test('languages without tags lists those of the table, those with words and those of the project', async () => {
  const { root } = temporaryProject({ 'content/a/ha.md': '---\ntitle: A\ndate: 2024\n---\n\nA\n' });
  const { out } = await bayan(root, ['languages', '--json']);
  const rows = JSON.parse(out) as { tag: string; words: { own: number } }[];
  for (const tag of ['nqo', 'pl', 'ha']) expect(rows.map((row) => row.tag)).toContain(tag);
  expect(rows.find(({ tag }) => tag === 'nqo')?.words.own).toBe(0);
});

test('languages answers a name with the tag', async () => {
  const { root } = temporaryProject({});
  const { code, err } = await bayan(root, ['languages', 'german']);
  expect(code).toBe(2);
  expect(err).toContain('German is written de');
});

test('fonts surveys the languages of the project that have no row of their own', async () => {
  const { root } = temporaryProject({ 'content/a/pl.md': '', 'content/a/jv-Java.md': '' });
  const { code, out } = await bayan(root, ['fonts']);
  expect(out).toMatch(/✓ Polish \(pl\)\n +serif +Source Serif 4/);
  expect(out).toMatch(/✗ Javanese \(Javanese\) \(jv-Java\)/);
  expect(code).toBe(1);
});
