/** Every command of the package, as somebody meets them who has just installed it. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { spreadsheet } from '../letters/spreadsheet.ts';
import { pageText } from '../support/pdfium.ts';
import { BRAND, installedBayan, installedPackage } from './installed-bayan.ts';

test('a first project: init, build, new, build again', async () => {
  const folder = installedBayan();
  expect(folder.bayan('init', 'بیانیه ها')).toMatchObject({ code: 0, stderr: '' });
  const inside = { in: 'بیانیه ها' };
  expect(folder.bayan(inside, 'build')).toMatchObject({ code: 0, stderr: '' });
  expect(folder.pdfs()).toEqual(
    ['ar.brief', 'ar.flyer', 'en.brief', 'en.flyer'].map((n) => `بیانیه ها/out/welcome/welcome.${n}.pdf`),
  );
  expect(await pageText(folder.pdf('بیانیه ها/out/welcome/welcome.en.brief.pdf'))).toContain(
    'Clean water for every school',
  );
  expect(folder.bayan(inside, 'new', 'clean-water', '--lang', 'en', 'fa-AF')).toMatchObject({ code: 0 });
  expect(folder.bayan(inside, 'build', 'clean-water')).toMatchObject({ code: 0, stderr: '' });
  expect(folder.pdfs()).toContain('بیانیه ها/out/clean-water/clean-water.fa-AF.brief.pdf');
});

test('a kind of one’s own: fields, new, build, and a translation', async () => {
  const folder = installedBayan({
    'bayan.yaml': '',
    'brand.yaml': BRAND,
    'templates/event.hbs':
      '<document margin="12mm"><title>{{inline title}}</title><text>{{date date}}, {{time this.time}}, {{place}}</text>{{{body}}}</document>',
    'templates/event.yaml':
      'fields:\n  time: { type: time, required: true, help: When it begins. }\n  place: { type: text, sample: Town hall }\n',
  });
  expect(folder.bayan('fields', 'event').stdout).toMatch(/time +time, required\n +When it begins\./);
  expect(JSON.parse(folder.bayan('fields', '--schema').stdout).properties).toHaveProperty('place');
  expect(folder.bayan('new', 'evening', '--lang', 'en', '--kind', 'event')).toMatchObject({
    code: 0,
    stderr: '',
  });
  folder.write('content/evening/en.md', folder.read('content/evening/en.md').replace('# place:', 'place:'));
  expect(folder.bayan('new', 'evening', '--lang', 'fa-AF')).toMatchObject({ code: 0, stderr: '' });
  expect(folder.bayan('build')).toMatchObject({ code: 0, stderr: '' });
  expect(await pageText(folder.pdf('out/evening/evening.en.event.pdf'))).toContain('18:30, Town hall');
  expect(await pageText(folder.pdf('out/evening/evening.fa-AF.event.pdf'))).toContain('۱۸:۳۰');
  folder.write('content/evening/en.md', folder.read('content/evening/en.md').replace("'18:30'", '6:30 pm'));
  const { code, stderr } = folder.bayan('build', '--lang', 'en');
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /evening\/en\.md:\d+:7 error\[front-matter-invalid\]: “time”[\s\S]*hint: write 18:30/,
  );
});

test('a letter: new with a list of recipients, and what a spreadsheet did to one', () => {
  const folder = installedBayan({ 'bayan.yaml': '', 'brand.yaml': BRAND });
  expect(folder.bayan('new', 'plea', '--lang', 'en', '--kind', 'letter')).toMatchObject({
    code: 0,
    stderr: '',
  });
  const checked = folder.bayan('recipients', 'check');
  expect(checked).toMatchObject({ code: 0, stderr: '' });
  expect(checked.stdout).toMatch(/✓ interior-pk +en/);
  folder.write(
    'content/plea/recipients.csv',
    `${folder.read('content/plea/recipients.csv')}x,,,#REF!,,Street\n`,
  );
  const { code, stderr } = folder.bayan('recipients', 'check', 'plea');
  expect(code).toBe(1);
  expect(stderr).toContain('recipients.csv:6:5 error[recipient-mangled]: row 4 (x), “office”');
  folder.remove('content/plea/recipients.csv');
  folder.write(
    'content/plea/recipients.xlsx',
    spreadsheet([
      ['id', 'office', 'address'],
      ['a', { error: '#N/A' }, 'Street'],
    ]),
  );
  const sheet = folder.bayan('recipients', 'check', 'plea', '--format', 'json');
  expect(JSON.parse(sheet.stdout).letters[0].faults).toEqual([
    { severity: 'error', code: 'recipient-mangled', row: 2, id: 'a', column: 'office' },
  ]);
});

test('fonts and doctor find what the package brings', () => {
  const folder = installedBayan();
  folder.bayan('init', 'p');
  const fonts = folder.bayan({ in: 'p' }, 'fonts');
  expect(fonts).toMatchObject({ code: 0, stderr: '' });
  expect(fonts.stdout).toMatch(/✓ Urdu \(ur\)[^✓✗]*Noto Nastaliq Urdu/);
  const doctor = folder.bayan({ in: 'p' }, 'doctor');
  expect(doctor).toMatchObject({ code: 0, stderr: '' });
  expect(doctor.stdout).not.toContain('✗');
});

test('a font that is put into fonts/ sets the letters that the package has none for', async () => {
  const folder = installedBayan({
    'bayan.yaml': '',
    'brand.yaml': BRAND,
    'content/a/en.md': '---\ntitle: Fonts\ndate: 2024\nkinds: [brief]\n---\n\nA word: ភាសា.\n',
  });
  const { code, stderr } = folder.bayan('build');
  expect(code).toBe(1);
  expect(stderr).toContain('content/a/en.md:7:9 error[glyph-missing]');
  const path = '@expo-google-fonts/noto-sans-khmer/400Regular/NotoSansKhmer_400Regular.ttf';
  folder.write('fonts/NotoSansKhmer-Regular.ttf', readFileSync(createRequire(import.meta.url).resolve(path)));
  expect(folder.bayan('build')).toMatchObject({ code: 0, stderr: '' });
  expect(await pageText(folder.pdf('out/a/a.en.brief.pdf'))).toContain('ភាសា');
});

test('help names every command, and says the version of the package', () => {
  const folder = installedBayan();
  const { version } = JSON.parse(readFileSync(join(installedPackage(), 'package.json'), 'utf8'));
  expect(folder.bayan('--version')).toMatchObject({ code: 0, stdout: `${version}\n` });
  const { stdout } = folder.bayan('--help');
  const commands = [...stdout.matchAll(/^ {2}([a-z]+) (?=.*[a-z]{3})/gm)].map(([, name]) => name!);
  expect(commands).toEqual(expect.arrayContaining(['build', 'init', 'new', 'fields', 'fonts', 'doctor']));
  for (const command of commands)
    expect(folder.bayan(command, '--help')).toMatchObject({ code: 0, stderr: '' });
});

test('the sample that the package brings builds in all its languages', () => {
  const folder = installedBayan();
  for (const part of ['bayan.yaml', 'brand.yaml', 'content', 'templates', 'fonts'])
    cpSync(join(installedPackage(), part), folder.path(part), { recursive: true });
  expect(folder.bayan('build', '--jobs', '2')).toMatchObject({ code: 0, stderr: '' });
  expect(folder.pdfs()).toHaveLength(10);
});

test('a parcel for the translator: export, translate, import, build', async () => {
  const folder = installedBayan({
    'bayan.yaml': '',
    'brand.yaml': BRAND,
    'content/water/en.md':
      '---\ntitle: Clean water\ndate: 2024-04\n---\n\nRead [the report](https://example.org/) of 40 schools.\n',
  });
  expect(folder.bayan('translate', 'export', 'water', '--lang', 'fa-AF')).toMatchObject({
    code: 0,
    stderr: '',
  });
  const po = folder.read('water.fa-AF.po');
  expect(po).toContain('msgid "Read {link1}the report{/link1} of 40 schools."\nmsgstr ""');
  folder.write(
    'water.fa-AF.po',
    po
      .replace('msgid "Clean water"\nmsgstr ""', 'msgid "Clean water"\nmsgstr "آب پاک"')
      .replace('40 schools."\nmsgstr ""', '40 schools."\nmsgstr "{link1}گزارش{/link1} ۴۰ مکتب را بخوانید."'),
  );
  const imported = folder.bayan('translate', 'import', 'water.fa-AF.po');
  expect(imported).toMatchObject({ code: 0, stderr: '' });
  expect(imported.stdout).toContain('2 of 2 texts translated');
  expect(folder.read('content/water/fa-AF.md')).toContain(
    '[گزارش](https://example.org/) ۴۰ مکتب را بخوانید.',
  );
  expect(folder.bayan('build')).toMatchObject({ code: 0, stderr: '' });
  expect(await pageText(folder.pdf('out/water/water.fa-AF.brief.pdf'))).toContain('آب پاک');
  folder.write(
    'water.fa-AF.po',
    folder.read('water.fa-AF.po').replace('msgstr "{link1}گزارش{/link1}', 'msgstr "گزارش'),
  );
  const refused = folder.bayan('translate', 'import', 'water.fa-AF.po');
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('{link1} {/link1} is missing');
});

describe('compiled code kept beside the script', () => {
  const cache = () => join(installedPackage(), 'dist/bayan.cjs.cache');

  test.each([
    [
      'a bit has flipped',
      (code: Buffer) => Buffer.from(code.map((byte, i) => (i === 300_000 ? byte ^ 8 : byte))),
    ],
    ['it is cut off', (code: Buffer) => code.subarray(0, 900_000)],
    ['it is empty', () => Buffer.alloc(0)],
  ])('is not used when %s', (_, damage) => {
    const sound = readFileSync(cache());
    onTestFinished(() => writeFileSync(cache(), sound));
    writeFileSync(cache(), damage(sound));
    const folder = installedBayan({
      'bayan.yaml': '',
      'brand.yaml': BRAND,
      'content/a/en.md': '---\ntitle: Water\ndate: 2024\nkinds: [brief]\n---\n\nText.\n',
    });
    expect(folder.bayan('build')).toMatchObject({ code: 0, stderr: '' });
    expect(folder.pdfs()).toHaveLength(1);
  });
});

test('a translation is recorded, the original changes, and it is a draft until it is up to date', async () => {
  const folder = installedBayan({
    'bayan.yaml': 'languages: [en, ur, fa-AF]\n',
    'brand.yaml': BRAND,
    'content/water/en.md':
      '---\ntitle: Clean water\ndate: 2024-04\n---\n\nIn October 2023, 1.4 million people had no water.\n\nSchools come first.\n',
    'content/water/ur.md':
      '---\ntitle: صاف پانی\ndate: 2024-04\ntranslation: { of: en, by: N, status: unofficial }\n---\n\nاکتوبر 2023 میں 14 لاکھ لوگوں کے پاس پانی نہیں تھا۔\n\nاسکول پہلے آتے ہیں۔\n',
  });
  expect(folder.bayan('translated', 'content/water/ur.md')).toMatchObject({ code: 0, stderr: '' });
  const fresh = folder.bayan('check', '--lang', 'ur');
  expect(fresh).toMatchObject({ code: 0, stderr: '' });
  expect(fresh.stdout).toContain('ur  up to date, from English');
  folder.write(
    'content/water/en.md',
    folder.read('content/water/en.md').replace('Schools come first', 'Hospitals come first'),
  );
  folder.write('content/water/ur.md', folder.read('content/water/ur.md').replace('14 لاکھ', '14 کروڑ'));
  const stale = folder.bayan('check');
  expect(stale.code).toBe(1);
  expect(stale.stderr).toContain(
    'ur.md:9:1 error[translation-stale]: paragraph 2 of the original has changed',
  );
  expect(stale.stderr).toContain('[-Schools-]{+Hospitals+} come first.');
  expect(stale.stderr).toContain('ur.md:7:17 error[translation-figure]: “14 کروڑ” here, and “1.4 million”');
  expect(stale.stderr).toContain('warning[translation-missing]: water is not translated into Dari (fa-AF)');
  expect(folder.read('out/status.html')).toContain('has errors, stale: 1 block');

  const build = folder.bayan('build', '--lang', 'ur');
  expect(build.code).toBe(0);
  expect(build.stderr).toContain('warning[translation-stale]: printed as a draft: a block of its original');
  // Urdu for “draft translation”.
  expect(await pageText(folder.pdf('out/water/water.ur.brief.pdf'))).toContain('مسودہ');
  folder.write('bayan.yaml', 'stale: hold\n');
  expect(folder.bayan('build', '--lang', 'ur')).toMatchObject({ code: 1 });
  folder.write('content/water/ur.md', folder.read('content/water/ur.md').replace('اسکول', 'ہسپتال'));
  expect(folder.bayan('translated', 'content/water')).toMatchObject({ code: 0 });
  expect(folder.bayan('build')).toMatchObject({ code: 0, stderr: '' });
  expect(await pageText(folder.pdf('out/water/water.ur.brief.pdf'))).not.toContain('مسودہ');
});
