import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { DiagnosticError, Report } from '../../src/diagnostics/diagnostic.ts';
import type { TextStyle } from '../../src/document/style.ts';
import { packageRoot } from '../../src/files/package-root.ts';
import { ProjectFiles } from '../../src/files/project-files.ts';
import { type FontPreferences, openFontBook } from '../../src/fonts/book.ts';
import { embeddingBar } from '../../src/fonts/rights.ts';
import { missingCompanion, missingFace, suggestFace } from '../../src/fonts/suggestion.ts';
import { openTrueType } from '../../src/fonts/truetype/source.ts';
import { findLanguage } from '../../src/language/language.ts';
import { prepareParagraph } from '../../src/text/paragraph.ts';

const require = createRequire(import.meta.url);
const fontFile = (name: string) => require.resolve(`@expo-google-fonts/${name}`);
const THAANA = fontFile('noto-sans-thaana/400Regular/NotoSansThaana_400Regular.ttf');

/** A project's fonts/ folder with these files. */
function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'bayan-fonts-')), 'fonts');
  mkdirSync(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

/** The fonts of a project with this folder of its own, or of Bayan alone. */
function book(preferences: FontPreferences = {}, folder?: string, report = new Report()) {
  const files = new ProjectFiles(folder ? dirname(folder) : packageRoot());
  const folders = folder ? ['fonts', 'bayan:fonts'] : ['bayan:fonts'];
  return openFontBook({ files, folders, preferences }, report);
}

/** The first thing that is wrong with the tables of a project's fonts. */
function tableFault(preferences: FontPreferences, folder?: string) {
  const report = new Report();
  book(preferences, folder, report);
  return report.diagnostics[0];
}

const style = (role: TextStyle['role'] = 'serif', weight: 400 | 700 = 400): TextStyle => ({
  role,
  weight,
  italic: false,
  size: 10,
  color: '#000000',
});

/** Face families by the text they set, in logical order: `Vazirmatn: سلام | Source Sans 3: ABC`. */
function faces(text: string, tag: string, fonts = book(), role: TextStyle['role'] = 'serif'): string {
  const language = findLanguage(tag)!;
  const { clusters, missing } = prepareParagraph(
    [{ text, style: style(role) }],
    { align: 'start', language, dir: language.dir, lineHeight: 14, style: style(role) },
    fonts,
  );
  const runs: { family: string; text: string }[] = [];
  for (const { face, start, end } of clusters) {
    const last = runs.at(-1);
    if (last?.family === face.family) last.text += text.slice(start, end);
    else runs.push({ family: face.family, text: text.slice(start, end) });
  }
  return [
    ...runs.map((run) => `${run.family}: ${run.text}`),
    ...missing.map((each) => `missing: ${each.text}`),
  ].join(' | ');
}

function fault(action: () => unknown): { code: string; message: string; hint: string | undefined } {
  try {
    action();
  } catch (error) {
    if (error instanceof DiagnosticError)
      return { code: error.diagnostic.code, message: error.diagnostic.message, hint: error.diagnostic.hint };
  }
  throw new Error('no diagnostic was thrown');
}

test('Urdu is Nastaliq until the brand says Naskh', () => {
  expect(faces('پاکستان', 'ur')).toBe('Noto Nastaliq Urdu: پاکستان');
  const naskh = book({ languages: { 'ur-PK': { serif: 'noto-naskh-arabic', sans: 'vazirmatn' } } });
  expect(faces('پاکستان', 'ur', naskh)).toBe('Noto Naskh Arabic: پاکستان');
  expect(faces('پاکستان', 'ur', naskh, 'display')).toBe('Noto Nastaliq Urdu: پاکستان');
  expect(faces('پښتو', 'ps', naskh)).toBe('Noto Naskh Arabic: پښتو');
});

test('a brand face for every language serves the scripts it has letters of', () => {
  const fonts = book({ serif: 'source-sans' });
  expect(faces('Refugees', 'en', fonts)).toBe('Source Sans 3: Refugees');
  expect(faces('مهاجرین APNOR', 'fa-AF', fonts)).toBe('Noto Naskh Arabic: مهاجرین  | Source Sans 3: APNOR');
});

test('a brand face that no fonts.yaml has is an error with the nearest name', () => {
  expect(tableFault({ sans: 'vazirmtn' })).toMatchObject({
    code: 'font-missing',
    hint: 'did you mean "vazirmatn"?',
  });
});

test('a cluster is never split between faces', () => {
  // No face of the Latin fallback has both, so the base letter follows its mark.
  expect(faces('x\u0302 e\u0328\u0301', 'en')).toBe('Source Serif 4: x\u0302 e\u0328\u0301');
  expect(faces('क्षि श्री', 'hi')).toBe('Noto Serif Devanagari: क्षि श्री');
  expect(faces('👨‍👩‍👧 👍🏽 🇦🇫', 'en', book(), 'sans')).toBe(
    'Noto Emoji: 👨‍👩‍👧 | Source Sans 3:   | Noto Emoji: 👍🏽 | Source Sans 3:   | Noto Emoji: 🇦🇫',
  );
});

test('punctuation and digits between the letters of a script stay in its face', () => {
  expect(faces('سال ۱۴۰۴، ۵۰٪ (آوارگان).', 'fa-AF')).toBe('Noto Naskh Arabic: سال ۱۴۰۴، ۵۰٪ (آوارگان).');
  expect(faces('नेपाल, २०८१ (७५%) हो।', 'ne')).toBe('Noto Serif Devanagari: नेपाल, २०८१ (७५%) हो।');
});

test('a space after a picture is a space of the text', () => {
  expect(faces('a 😀 b', 'en')).toBe('Source Serif 4: a  | Noto Emoji: 😀 | Source Serif 4:  b');
});

test('what is not installed is suggested by script, with one command', () => {
  const fonts = book();
  const suggest = (text: string, tag: string) => suggestFace(text, fonts, findLanguage(tag)!)?.command;
  expect(suggest('難', 'en')).toBe('npm install @expo-google-fonts/noto-sans-sc');
  expect(suggest('難', 'ja')).toBe('npm install @expo-google-fonts/noto-sans-jp');
  expect(suggest('ひ', 'en')).toBe('npm install @expo-google-fonts/noto-sans-jp');
  expect(suggest('난', 'ko')).toBe('npm install @expo-google-fonts/noto-sans-kr');
  expect(suggest('ꓘ', 'en')).toBeUndefined();
  expect(missingFace(findLanguage('zh-TW')!, fonts)).toEqual({
    message: 'no font for Chinese (traditional) is installed (Noto Sans TC)',
    hint: 'in the folder of the project: npm install @expo-google-fonts/noto-sans-tc',
  });
  expect(missingFace(findLanguage('jv-Java')!, fonts)).toEqual({
    message: 'no font for Javanese (Javanese) is installed (script Java)',
    hint: 'put a .ttf file that has its letters into the fonts/ folder of the project',
  });
  expect(missingFace(findLanguage('dv')!, fonts)).toBeUndefined();
});

test('punctuation of the script of a text is found after a word of another', () => {
  expect(faces('यह OHCHR। है', 'hi')).toBe(
    'Noto Serif Devanagari: यह  | Source Serif 4: OHCHR | Noto Serif Devanagari: । है',
  );
  expect(book().faceNames('Latn', 'sans', findLanguage('zh-Hans')!)).toContain('noto-sans-sc');
});

test('a letter that the face of one East Asian language lacks is looked for in those of the others', () => {
  const names = book().faceNames('Hani', 'serif', findLanguage('zh-Hans')!);
  expect(names.slice(0, 4)).toEqual(['noto-serif-sc', 'noto-sans-sc', 'noto-serif-tc', 'noto-sans-tc']);
  expect(names.indexOf('noto-serif-jp')).toBeLessThan(names.indexOf('noto-emoji'));
  expect(book().faceNames('Arab', 'serif', findLanguage('ur')!)).not.toContain('noto-serif-jp');
});

test('a language with one of its two faces is told of the other', () => {
  const fonts = book();
  const without = (absent: string) => ({
    ...fonts,
    locate: (name: string, key: string) => (name === absent ? undefined : fonts.locate(name, key)),
  });
  const hindi = findLanguage('hi')!;
  expect(missingCompanion(hindi, fonts)).toBeUndefined();
  expect(missingCompanion(hindi, without('noto-serif-devanagari'))).toEqual({
    message:
      'Noto Serif Devanagari, the face for running text in Hindi, is not installed, so that another is used',
    hint: 'in the folder of the project: npm install @expo-google-fonts/noto-serif-devanagari',
  });
  expect(missingCompanion(hindi, without('noto-sans-devanagari'))?.message).toMatch(/headings and flyers/);
  expect(missingCompanion(findLanguage('th')!, without('noto-serif-jp'))).toBeUndefined();
});

test('emoji and mathematics are suggested where their faces are absent', () => {
  const bare = { ...book(), locate: () => undefined };
  expect(suggestFace('👨‍👩‍👧', bare, findLanguage('en')!)?.name).toBe('noto-emoji');
  expect(suggestFace('𝐀', bare, findLanguage('en')!)?.name).toBe('noto-sans-math');
});

test('a font dropped into fonts/ serves what nothing else has, and may be named by the brand', () => {
  const folder = folderWith({});
  copyFileSync(THAANA, join(folder, 'my thaana.ttf'));
  const fonts = book({ languages: { dv: { serif: 'noto-sans-thaana' } } }, folder);
  expect(fonts.table.faces['noto-sans-thaana']).toEqual({
    family: 'Noto Sans Thaana',
    files: { 400: 'my thaana.ttf' },
  });
  expect(fonts.table.fallback.at(-1)).toBe('noto-sans-thaana');
  expect(faces('ދިވެހި', 'dv', fonts)).toBe('Noto Sans Thaana: ދިވެހި');
});

test('a package that the project installs is found, also when it has no fonts/ folder', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'bayan-fonts-')), 'fonts');
  const installed = join(dirname(folder), 'node_modules/@expo-google-fonts/noto-serif-jp/400Regular');
  mkdirSync(installed, { recursive: true });
  copyFileSync(THAANA, join(installed, 'NotoSerifJP_400Regular.ttf'));
  expect(book().locate('noto-serif-jp', '400')).toBeUndefined();
  expect(book({}, folder).locate('noto-serif-jp', '400')).toBe(
    'package:@expo-google-fonts/noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf',
  );
});

test('an entry in the fonts.yaml of the project joins, and its script goes first', () => {
  const folder = folderWith({
    'fonts.yaml':
      'faces: { own: { family: Own, files: { 400: own.ttf }, scale: 1.3 } }\nscripts: { Arab: { serif: own } }\n',
    'own.ttf': readFileSync(fontFile('vazirmatn/400Regular/Vazirmatn_400Regular.ttf')),
  });
  const fonts = book({}, folder);
  expect(faces('سلام', 'fa', fonts)).toBe('Own: سلام');
  expect(faces('سلام', 'fa', fonts, 'sans')).toBe('Vazirmatn: سلام');
  const language = findLanguage('fa')!;
  const [first] = fonts.candidates('Arab', style('serif', 700), language);
  expect(first?.()).toMatchObject({ scale: 1.3, synthetic: { bold: true } });
  const [regular] = fonts.candidates('Arab', style(), language);
  expect(regular?.()).toMatchObject({ scale: 1.3, synthetic: { bold: false } });
});

test.each([
  ['faces: { a: { family: A, files: { 400: ../../secret.ttf } } }', 'path-outside-project'],
  ['faces: { a: { family: A, files: { 400: /etc/a.ttf } } }', 'path-outside-project'],
  ['faces: { a: { fmily: A } }', 'project-invalid'],
  ['faces: { a: { family: A, weights: [300] } }', 'project-invalid'],
  ['faces: [', 'yaml-syntax'],
])('%s is refused', (yaml, code) => {
  expect(tableFault({}, folderWith({ 'fonts.yaml': yaml }))).toMatchObject({
    code,
    span: { file: 'fonts/fonts.yaml', line: 1 },
  });
});

test('a dropped file that is no font is named', () => {
  expect(tableFault({}, folderWith({ 'broken.ttf': 'not a font' }))).toMatchObject({
    code: 'font-corrupt',
  });
});

test.each([
  [0x0000, undefined],
  [0x0002, 'forbids embedding'],
  [0x0004, undefined],
  [0x0008, undefined],
  [0x000a, undefined],
  [0x0108, 'forbids embedding a part of it'],
  [0x0200, 'allows only its bitmaps to be embedded'],
])('fsType %i', (fsType, bar) => {
  expect(embeddingBar(fsType)).toBe(bar);
});

test('a face whose licence forbids embedding stops the build', () => {
  const bytes = new Uint8Array(readFileSync(THAANA));
  const os2 = openTrueType(bytes).tables.find('OS/2')!;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let i = 0; i < bytes.length - 10; i += 2)
    if (
      view.getUint16(i) === os2.u16(0) &&
      view.getUint16(i + 2) === os2.u16(2) &&
      view.getUint16(i + 4) === os2.u16(4) &&
      view.getUint16(i + 6) === os2.u16(6)
    ) {
      view.setUint16(i + 8, 0x0002);
      break;
    }
  expect(openTrueType(bytes).fsType).toBe(2);
  const fonts = book(
    { languages: { dv: { serif: 'locked' } } },
    folderWith({
      'locked.ttf': bytes,
      'fonts.yaml': 'faces: { locked: { family: Locked, files: { 400: locked.ttf } } }',
    }),
  );
  expect(fault(() => faces('ދިވެހި', 'dv', fonts))).toMatchObject({
    code: 'font-not-embeddable',
    message: 'the font "Locked" (locked.ttf) forbids embedding',
  });
});
