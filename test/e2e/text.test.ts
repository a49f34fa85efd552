/** What a text may hold, through the installed command: pictures in all their places, notes and names, and their tags. */
import { expect, test } from 'vitest';
import { tagTree } from '../../src/pdf/inspect/tag-tree.ts';
import { drawPages, pageText } from '../support/pdfium.ts';
import { photograph } from '../support/photographs.ts';
import { BRAND, installedBayan } from './installed-bayan.ts';

/** A page of 595.28 × 841.89 pt without margins: what is 60 % of the column is 60 % of the paper. */
const TEMPLATE = '<document page-size="A4" margin="0"><title>{{title}}</title>{{{body}}}</document>';

const project = (body: string, files: Readonly<Record<string, string | Uint8Array>> = {}, lang = 'en') =>
  installedBayan({
    'bayan.yaml': '',
    'brand.yaml': BRAND,
    'templates/page.hbs': TEMPLATE,
    [`content/a/${lang}.md`]: `---\ntitle: T\ndate: 2024-04-16\nkinds: [page]\n---\n\n${body}\n`,
    ...files,
  });

const treeOf = (folder: ReturnType<typeof project>, lang = 'en') =>
  tagTree(folder.pdf(`out/a/a.${lang}.page.pdf`)).replace(/^ {2}/gm, '');

test('pictures take their width, stand in lines, cells, lists and headings, and are links', async () => {
  const body = `![A river](river.jpg "The river"){width=60%}

Words ![a river](river.jpg) around it.

## ![A river](river.jpg) Rivers

| Picture | Name |
|---|---|
| ![A river](river.jpg){width=2cm} | Kabul |

- ![A river](river.jpg){width=3cm}

[![To the map](river.jpg){width=20mm}](https://example.org/map)`;
  const folder = project(body, {
    'content/a/river.jpg': await photograph({ width: 1200, height: 900 }),
  });
  expect(folder.bayan('build')).toMatchObject({ code: 0, stderr: '' });
  const page = (await drawPages(folder.pdf('out/a/a.en.page.pdf')))[0]!;
  const white = [255, 255, 255];
  // The first picture begins below the title; its right edge is at 60 % of 595 pt.
  const middle = 120;
  expect(page.at(4, middle)).not.toEqual(white);
  expect(page.at(352, middle)).not.toEqual(white);
  expect(page.at(364, middle)).toEqual(white);
  expect(treeOf(folder)).toContain(`Figure [Alt=“A river”]
  Caption
    “The river”
P
  “Words”
  Figure [Alt=“a river”]
  “around it.”
H2
  Figure [Alt=“A river”]
  “Rivers”
`);
  expect(treeOf(folder)).toMatch(/TD\n +Figure \[Alt=“A river”\]/);
  expect(treeOf(folder)).toMatch(/LBody\n +Figure \[Alt=“A river”\]/);
  expect(treeOf(folder)).toContain(
    'P\n  Link\n    → https://example.org/map (To the map)\n    Figure [Alt=“To the map”]\n',
  );
});

test('notes call notes and lead back; strong words, broken lines and names are what they are', () => {
  const folder = project(
    `**یک**[^a] و *دو*\\\nسه [اینجا](#list).

- فهرست
{#list}

[^a]: یادداشت[^b].
[^b]: - دیگر`,
    {},
    'fa-AF',
  );
  expect(folder.bayan('build')).toMatchObject({ code: 0, stderr: '' });
  expect(treeOf(folder, 'fa-AF')).toContain(`P
  Strong
    “یک”
  Reference
    Link
      “۱”
      → #note.1 (۱: یادداشت.)
  “و”
  Em
    “دو”
  “سه”
  Link
    “اینجا”
    → #list (اینجا)
  “.”
Note [#note.1]
  Lbl
    Link
      “۱”
      → #call.1 (۱ ↩ یک)
`);
  folder.write('content/a/fa-AF.md', folder.read('content/a/fa-AF.md').replace('- دیگر', 'باز[^a]'));
  expect(folder.bayan('build').stderr).toContain(
    'error[footnote-circle]: footnotes call each other in a circle: [^a] calls [^b] calls [^a]',
  );
});

test('a link over several lines, and one of a drawing in a cell, are one annotation each', async () => {
  const logo =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><a href="https://example.org/logo"><rect width="9" height="9"/></a></svg>';
  const words = 'گزارش سالانه سازمان ملل متحد دربارهٔ افغانستان '.repeat(5);
  const folder = project(
    `[${words}](https://example.org/report)\n\n| نشان |\n|---|\n| ![نشان](logo.svg) سازمان |`,
    { 'content/a/logo.svg': logo },
    'fa-AF',
  );
  expect(folder.bayan('build')).toMatchObject({ code: 0, stderr: '' });
  const document = await (await import('pdfjs-dist/legacy/build/pdf.mjs')).getDocument({
    data: Uint8Array.from(folder.pdf('out/a/a.fa-AF.page.pdf')),
    verbosity: 0,
  }).promise;
  const annotations = await (await document.getPage(1)).getAnnotations();
  expect(annotations.map(({ url, quadPoints }) => [url, (quadPoints?.length ?? 0) / 8])).toEqual([
    ['https://example.org/report', 2],
    ['https://example.org/logo', 0],
  ]);
});

test('notes of a table stand with their rows, letters are one character, and a heading does not end a text alone', async () => {
  const rows = Array.from({ length: 44 }, (_, i) => `| row${i}.${i % 20 === 5 ? `[^n${i}]` : ''} |`).join(
    '\n',
  );
  const notes = '[^n5]: Kabul مسا\u0654لة\n\n[^n25]: Herat مسا\u0654لة';
  const lines = Array.from({ length: 20 }, (_, i) => `line${i + 1}`).join('\\\n');
  const folder = project(`| Head |\n|---|\n${rows}\n\n${notes}\n\n${lines}\n\n## About\n\nWho we are.`, {
    'templates/page.hbs':
      '<document page-size="A5" margin="20mm"><title>{{title}}</title>{{{body}}}</document>',
  });
  expect(folder.bayan('build')).toMatchObject({ code: 0 });
  const pages = (await pageText(folder.pdf('out/a/a.en.page.pdf'))).split(/(?<!\r)\n/);
  for (const [row, note] of [
    ['row5.', 'Kabul'],
    ['row25.', 'Herat'],
  ] as const) {
    const page = pages.find((text) => text.includes(row))!;
    expect(page).toContain(note);
    expect(page).toContain('مسألة');
  }
  expect(pages.at(-1)).toMatch(/^line19\s+line20\s+About\s+Who we are\.\s*$/);
});

test('a template that prints the text twice, and styles in a circle, are told at their lines', () => {
  const folder = project('Text.', {
    'templates/page.hbs':
      '<document margin="20mm">\n<title>{{title}}</title>\n{{{body}}}\n{{{body}}}\n</document>',
    'templates/styles.yaml': 'mine: { extends: yours }\nyours: { extends: mine }\n',
  });
  const { code, stderr } = folder.bayan('build');
  expect(code).toBe(1);
  expect(stderr).toContain(
    'templates/page.hbs:4:1 error[layout-element]: {{{body}}} is printed a second time',
  );
  expect(stderr).toContain('it is printed at templates/page.hbs:3:1');
  expect(stderr).toMatch(/templates\/styles\.yaml:1:\d+ error\[style-invalid\]: .*"mine" extends "yours"/);
});

test('bare addresses are links, one tilde deletes as two do, and white space is one space', () => {
  const folder = project(
    'به office_1@apnor.org، (www.apnor.org/a_b) و ~کهنه~ ۵~۶،  نو&#10;بنویسید.',
    {},
    'fa-AF',
  );
  expect(folder.bayan('build')).toMatchObject({ code: 0, stderr: '' });
  expect(treeOf(folder, 'fa-AF')).toContain(`P
  “به”
  Link
    “office_1@apnor.org”
    → mailto:office_1@apnor.org (office_1@apnor.org)
  “، (”
  Link
    “www.apnor.org/a_b”
    → http://www.apnor.org/a_b (www.apnor.org/a_b)
  “) و کهنه ۵~۶، نو بنویسید.”
`);
});
