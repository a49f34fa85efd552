/** Languages as somebody brings them to the installed command: fonts that npm adds, words that nobody wrote, any tag. */
import { cpSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { pageText } from '../support/pdfium.ts';
import { BRAND, installedBayan, type WorkingFolder } from './installed-bayan.ts';

const project = (files: Readonly<Record<string, string>>) =>
  installedBayan({ 'bayan.yaml': '', 'brand.yaml': BRAND, ...files });

const edition = (title: string, text: string, fields = 'kinds: [brief, flyer]') =>
  `---\ntitle: ${title}\ndate: 2024-04-04\n${fields}\n---\n\n${text}\n`;

/** What `npm install` would do in the project. */
function npmInstall(folder: WorkingFolder, name: string): void {
  const source = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  mkdirSync(folder.path(`node_modules/${dirname(name)}`), { recursive: true });
  cpSync(source, folder.path(`node_modules/${name}`), { recursive: true, dereference: true });
}

/** The words of a PDF, without the marks that PDFium puts between directions. */
const words = async (folder: WorkingFolder, name: string) =>
  (await pageText(folder.pdf(`out/a/a.${name}.pdf`))).replace(/[\u200e\u200f]/g, '');

test('the font that a message asks for is found once it is installed, in a project without a fonts folder', () => {
  const folder = project({ 'content/a/hi.md': edition('अनुच्छेद', 'सभी मनुष्य') });
  const first = folder.bayan('build');
  expect(first.code).toBe(1);
  const asked = /npm install (\S+)/.exec(first.stderr)?.[1];
  expect(asked).toBe('@expo-google-fonts/noto-sans-devanagari');
  npmInstall(folder, asked!);
  const second = folder.bayan('build');
  expect(second).toMatchObject({ code: 0 });
  // The other of the two faces is not there, and that is said.
  const other = /npm install (\S+)/.exec(second.stderr)?.[1];
  expect(other).toBe('@expo-google-fonts/noto-serif-devanagari');
  npmInstall(folder, other!);
  expect(folder.bayan('build')).toMatchObject({ code: 0, stderr: '' });
});

test('a character that no font has is underlined by itself', () => {
  const folder = project({ 'content/a/en.md': edition('Script', 'A word: ภาษา here.') });
  expect(folder.bayan('build').stderr).toMatch(/ภาษา here\.\n *│ {9}\^\n/);
});

test('any language with a face works: its direction, digits, date and words', async () => {
  const folder = project({
    'content/a/de.md': edition('Alle Menschen', 'Würde und Rechte.'),
    'content/a/el.md': edition('Όλοι οι άνθρωποι', 'Αξιοπρέπεια.'),
    'content/a/sr-Cyrl.md': edition('Сва људска бића', 'Достојанство.'),
    'content/a/kk.md': edition('Барлық адамдар', 'Тең құқылы.'),
    'content/a/fr-CA.md': edition('Tous les êtres humains', 'Dignité.'),
    'content/a/uz-Arab.md': edition('برچه ادملر', 'ترجمه.'),
  });
  expect(folder.bayan('build')).toMatchObject({ code: 0, stderr: '' });
  const text = (tag: string) => words(folder, `${tag}.brief`);
  expect(await text('de')).toMatch(/Erklärung\s+4\. April 2024[\s\S]*Seite 1 von 1/);
  expect(await text('el')).toMatch(/4 Απριλίου 2024[\s\S]*Σελίδα 1 από 1/);
  expect(await text('sr-Cyrl')).toMatch(/4\. април 2024[\s\S]*Страница 1 од 1/);
  expect(await text('fr-CA')).toMatch(/4 avril 2024[\s\S]*Page 1 sur 1/);
  // The Uzbeks of Afghanistan read Dari, whose words and months they are given.
  expect(await text('uz-Arab')).toMatch(/۱۶ حمل ۱۴۰۳/);
});

test('words that are lacking are printed in the language of the original, and asked for once', async () => {
  const translated = 'kinds: [brief, flyer]\ntranslation: { of: fa-AF, by: UNHCR, status: draft }';
  const folder = project({
    'content/a/yo.md': edition('Abala', 'Gbogbo ènìyàn.', translated),
    'content/b/yo.md': edition('Abala', 'Gbogbo ènìyàn.', translated),
  });
  const { code, stderr } = folder.bayan('build');
  expect(code).toBe(0);
  expect(stderr.match(/string-missing/g)).toHaveLength(1);
  expect(stderr).toMatch(/templates\/strings\/yo\.yaml[\s\S]*Yoruba[\s\S]*Dari[\s\S]*references, page/);
  expect(await words(folder, 'yo.brief')).toContain('مسودهٔ ترجمه');
  folder.write('templates/strings/yo.yaml', 'page: Ojú ìwé {page}\n');
  folder.bayan('build');
  expect(await words(folder, 'yo.brief')).toContain('ìwé');
});

test('a draft and a machine translation say so on every page', async () => {
  const long = Array.from(
    { length: 60 },
    () => 'A sentence that fills a line of the page and half of the next one.',
  ).join('\n\n');
  for (const [status, said] of [
    ['draft', 'not yet checked'],
    ['machine', 'Machine translation'],
  ]) {
    const fields = `kinds: [brief, flyer]\ntranslation: { of: ur, by: UN, status: ${status} }`;
    const folder = project({ 'content/a/en.md': edition('Water', long, fields) });
    expect(folder.bayan('build')).toMatchObject({ code: 0, stderr: '' });
    const brief = await words(folder, 'en.brief');
    const pages = brief.match(/Page \d of \d/g)!.length;
    expect(pages).toBeGreaterThan(1);
    expect(brief.split(said!).length - 1).toBe(pages + 1);
    expect(await words(folder, 'en.flyer')).toContain(said);
  }
});

test('a word of another language inside a text is tagged; a name in place of a tag is answered with the tag', () => {
  const dari = (lang: string) =>
    edition('پناه', `در آلمان [Asylverfahren]{lang=${lang}} می‌گویند.`, 'kinds: [brief]');
  const folder = project({ 'content/a/fa-AF.md': dari('german') });
  expect(folder.bayan('build').stderr).toMatch(/“german” is no language[\s\S]*hint: German is written de/);
  folder.write('content/a/fa-AF.md', dari('de'));
  expect(folder.bayan('build')).toMatchObject({ code: 0, stderr: '' });
});

test('bayan languages shows how any language is set', () => {
  const folder = project({});
  const { code, stdout } = folder.bayan('languages', 'pl', 'kk-Arab');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^pl +Polish +Latn ltr +„…” +words: own, not reviewed +4 kwietnia 2024$/m);
  expect(stdout).toMatch(/^kk-Arab +Kazakh \(Arabic\) +Arab rtl/m);
});
