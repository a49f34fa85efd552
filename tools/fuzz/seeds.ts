/** Good files to start from, and the pieces that each format gives a meaning to. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packageRoot } from '../../src/files/package-root.ts';

const root = packageRoot();
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const bytes = (path: string): Uint8Array => readFileSync(join(root, path));
const font = (path: string): Uint8Array =>
  readFileSync(createRequire(join(root, 'package.json')).resolve(`@expo-google-fonts/${path}`));

const PROJECT = 'test/conformance/fixtures/project';

export const MARKDOWN = `---
title: A small *title*
subtitle: What it is about
date: 2024-04-16
kinds: [fuzz]
demands: [First, "Second: with a colon"]
action: { label: Sign, url: "https://example.org/sign" }
references:
  - text: A report
    url: https://example.org/a-b?c=d
---

Text with **bold**, *emphasis*, \`code\`, [a link](https://example.org "Title"), [سلام]{lang=fa-AF} and 50% of 3.7 million.[^a]

## A heading {#here}

1. One
   - nested
   - [to the heading](#here)
2. Two

> A quotation  
> of two lines

| Left | Right |
|:-----|------:|
| 1    | ![A map](map.png) |

Term
: Its definition

![A photograph](scan.jpg){width=40%} ![A drawing](drawing.svg)

    code

---

Last line.^[An inline note.]

[^a]: A note with *emphasis*.
`;
export const RIGHT_TO_LEFT = MARKDOWN.replace('A small *title*', 'عنوان کوچک').replace(
  'Text with',
  'متن به گزارش UNHCR (2023) و ۵۰٪، نشانی 24 Station Road، (30-day deadline)،',
);

export const DRAWING = `<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 60" width="40mm">
  <title>A drawing</title>
  <style>.a { fill: #123456; stroke: rgb(10, 20, 30) } #b { opacity: .5 }</style>
  <defs>
    <linearGradient id="g" x1="0" x2="1"><stop offset="0" stop-color="red"/><stop offset="1" stop-color="hsl(120 50% 50%)"/></linearGradient>
    <clipPath id="c"><circle cx="20" cy="20" r="18"/></clipPath>
    <path id="p" d="M0 0 L10 10 C 20 20 30 0 40 10 A 5 5 0 0 1 50 20 Z"/>
    <marker id="m" markerWidth="4" markerHeight="4"><path d="M0 0L4 2L0 4z"/></marker>
    <pattern id="d" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="2" height="2"/></pattern>
    <mask id="k"><rect width="50" height="50" fill="white"/></mask>
  </defs>
  <g class="a" transform="translate(5,5) rotate(10) scale(.9)"><rect width="30" height="20" rx="3" fill="url(#g)"/></g>
  <use xlink:href="#p" x="10" y="5" clip-path="url(#c)"/>
  <polyline points="0,0 10,5 20,0" marker-end="url(#m)" stroke="black" fill="none" stroke-dasharray="2 1"/>
  <ellipse id="b" cx="70" cy="30" rx="20" ry="10" fill="url(#d)" mask="url(#k)"/>
  <text x="10" y="50" font-size="8">Words <tspan font-weight="bold">سلام</tspan></text>
  <image href="map.png" width="10" height="10"/>
  <a href="https://example.org"><circle cx="90" cy="10" r="5"/></a>
</svg>
`;

export const TEMPLATE = `<document page-size="A4" margin="15mm 12mm" style="document" fit="page" min-scale="0.5">
  <header><text>{{brand.name}} {{date date}}</text></header>
  <footer><text align="end">{{t "page" page=(pageNumber) pages=(pageCount)}}</text></footer>
  <title>{{inline title}}</title>
  {{#if subtitle}}<lead>{{subtitle}}</lead>{{/if}}
  {{#each demands}}<ol><item><text>{{inline this}}</text></item></ol>{{else}}<rule/>{{/each}}
  <columns gap="10pt"><stack width="*">{{{body}}}</stack><panel width="30%" fill="tint"><text>{{join kinds ", "}}</text></panel></columns>
  <table widths="20pt *"><row header="true"><cell><text>A</text></cell><cell><text>B</text></cell></row></table>
  {{#with action}}<qr value="{{this.url}}" size="20mm" alt="{{label}}"/>{{/with}}
  <spacer grow="1"/><toc depth="2"/>
  {{#each references}}<text>{{number (add @index 1)}} <link href="{{this.url}}">{{url this.url}}</link></text>{{/each}}
</document>
`;

export const FIELDS =
  'help: A kind.\nfields:\n  venue: { type: text, label: Venue, help: Where. }\n  seats: number\n';
export const SETTINGS = 'content: content\noutput: out\nlanguages: [en, fa-AF]\n';
export const BRAND = text('brand.yaml').replace(/^logo:\n(?: {2}.*\n)+/m, '');
export const STYLES = text('templates/styles.yaml');
export const STRINGS = text('templates/strings/en.yaml');
export const FACES = `faces:
  thaana:
    family: Own Thaana
    files: { 400: Thaana.ttf }
scripts:
  Thaa: { serif: thaana, sans: thaana }
`;
export const THAANA = 'ދިވެހިރާއްޖެ ގެ ރައްޔިތުން';

export const PICTURES: Readonly<Record<string, readonly Uint8Array[]>> = {
  'map.png': [bytes(`${PROJECT}/content/hard/map.png`), bytes(`${PROJECT}/content/hard/gray.png`)],
  'scan.jpg': [bytes(`${PROJECT}/content/hard/scan.jpg`)],
};
export const FONTS: readonly Uint8Array[] = [
  font('noto-sans-thaana/400Regular/NotoSansThaana_400Regular.ttf'),
];

export const DRAWINGS: readonly string[] = [
  DRAWING,
  text('templates/logo.svg'),
  text(`${PROJECT}/content/hard/ornament.svg`),
];

/** Pieces of each format. */
export const WORDS = {
  markdown: [
    '[^a]',
    '^[',
    '[^b]: x\n',
    '![',
    '](',
    '{width=',
    '{lang=ar}',
    '{.unbalanced',
    '[[[',
    ']{lang=}',
    '> ',
    '- ',
    '1. ',
    '    ',
    '| ',
    '|---|\n',
    '```\n',
    '***',
    '<br>',
    '<!--',
    '&amp;',
    '\\',
    '\n\n',
    '  \n',
    ': ',
    '#here',
    '# ',
    'https://www.',
    'a@b.',
    '{{body}}',
    '\n---\n',
  ],
  yaml: [
    ': ',
    '\n  ',
    '- ',
    '[',
    '{',
    '}',
    ']',
    '"',
    "'",
    '|\n',
    '>-\n',
    '&a ',
    '*a',
    '!!binary ',
    '? ',
    '#',
    '---\n',
    '~',
    'title: ',
    'kinds: [fuzz]\n',
    'date: 2024-13-45\n',
    'images: { x: { src: map.png } }\n',
    '“',
    '\n\t',
    'extends: ',
    '12pt',
    '#zzz',
  ],
  template: [
    '{{',
    '}}',
    '{{{body}}}',
    '{{{footnotes}}}',
    '{{#if ',
    '{{/if}}',
    '{{#each demands}}',
    '{{/each}}',
    '{{else}}',
    '{{> partial}}',
    '{{inline title}}',
    '{{t "page"}}',
    '{{lookup . "__proto__"}}',
    '{{../x}}',
    '{{@root.title}}',
    '<stack>',
    '</stack>',
    '<columns>',
    '<table>',
    '<cell>',
    '<text>',
    '</text>',
    '<image src="map.png" alt="x"/>',
    '<svg src="drawing.svg" alt="x"/>',
    '<spacer grow="9"/>',
    ' width="',
    ' margin="-9999mm"',
    ' colspan="9"',
    ' min-scale="0"',
    ' dir="rtl"',
    ' lang="ur"',
    ' unbreakable="true"',
    '&lt;',
    '&#0;',
    '<!--',
  ],
  svg: [
    '<g>',
    '</g>',
    '<use href="#p"/>',
    '<use href="#u" id="u"/>',
    '<image href="/etc/passwd"/>',
    '<image href="data:image/png;base64,AAAA"/>',
    '<text>',
    '<tspan dx="1 2 3">',
    'url(#g)',
    'url(#k)',
    ' transform="matrix(1e9 0 0 1e-9 0 0)"',
    ' d="M',
    'C 1 2 3',
    'A 1 1 0 0 1 1e30 1',
    ' viewBox="0 0 0 0"',
    ' width="1e30"',
    ' style="fill:',
    '<style>',
    '* * * {}',
    '<!DOCTYPE svg [<!ENTITY a "&b;">]>',
    '&a;',
    '<![CDATA[',
    ']]>',
    '<?xml',
    'NaN',
    ' stroke-dasharray="0 0"',
    ' patternTransform="scale(0)"',
  ],
} as const;
