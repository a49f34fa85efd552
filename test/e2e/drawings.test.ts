/** SVG drawings through the installed command: logos as drawing programs save them, text in any script, and no way out. */
import { symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { adobe, exif, jpeg } from '../pdf/images-files.ts';
import { type DrawnPage, drawPages, pageText } from '../support/pdfium.ts';
import { BRAND, installedBayan } from './installed-bayan.ts';

const SIZE = 200;

function project(drawing: string | Uint8Array, files: Readonly<Record<string, string | Uint8Array>> = {}) {
  return installedBayan({
    'bayan.yaml': '',
    'brand.yaml': BRAND,
    'templates/page.hbs':
      '<document page-size="A4" margin="0">' +
      `<svg src="assets/logo.svg" width="${SIZE}pt" height="${SIZE}pt" alt="A logo"/><title>{{title}}</title>{{{body}}}</document>`,
    'content/a/en.md': '---\ntitle: Drawing\ndate: 2024-04-16\nkinds: [page]\n---\n\nText.\n',
    'assets/logo.svg': drawing,
    ...files,
  });
}

/** The first page of a document with a drawing 200 pt wide at its top left corner. */
async function print(
  drawing: string | Uint8Array,
  files: Readonly<Record<string, string | Uint8Array>> = {},
) {
  const folder = project(drawing, files);
  expect(folder.bayan('build')).toMatchObject({ code: 0, stderr: '' });
  const pdf = Buffer.from(folder.pdf('out/a/a.en.page.pdf'));
  return { pdf, page: (await drawPages(pdf))[0]!, text: await pageText(pdf) };
}

/** Colours at places of the drawing, in hundredths of its sides. */
const at = (page: DrawnPage, ...places: readonly (readonly [number, number])[]) =>
  places.map(([x, y]) => page.at((x * SIZE) / 100, (y * SIZE) / 100).map((value) => Math.round(value / 51)));

test('a logo of Illustrator: entities, a switch, a style sheet, a gradient and a clip path', async () => {
  const { page } = await print(`<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
  <!ENTITY ns_svg "http://www.w3.org/2000/svg"> <!ENTITY ns_xlink "http://www.w3.org/1999/xlink">
  <!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">
]>
<svg version="1.1" xmlns:i="&ns_ai;" xmlns="&ns_svg;" xmlns:xlink="&ns_xlink;" x="0px" y="0px" viewBox="0 0 100 100" enable-background="new 0 0 100 100" xml:space="preserve">
<style type="text/css">.st0{fill:url(#SVGID_1_);} .st1{clip-path:url(#SVGID_2_);} .st2{fill:#0000FF;}</style>
<switch><foreignObject requiredExtensions="&ns_ai;" width="1" height="1"><i:pgfRef xlink:href="#a"/></foreignObject>
<g i:extraneous="self"><linearGradient id="SVGID_1_" gradientUnits="userSpaceOnUse" x1="0" y1="50" x2="100" y2="50"><stop offset="0" style="stop-color:#FF0000"/><stop offset="1" style="stop-color:#00FF00"/></linearGradient>
<rect class="st0" width="100" height="50"/><defs><circle id="c" cx="50" cy="75" r="20"/></defs><clipPath id="SVGID_2_"><use xlink:href="#c" style="overflow:visible;"/></clipPath>
<g class="st1"><rect y="50" class="st2" width="100" height="50"/></g></g></switch></svg>`);
  expect(at(page, [2, 25], [50, 25], [98, 25], [50, 75], [10, 75])).toEqual([
    [5, 0, 0],
    [3, 2, 0],
    [0, 5, 0],
    [0, 0, 5],
    [5, 5, 5],
  ]);
});

test('a logo of Inkscape: its own elements, millimetres, opacity and a mask', async () => {
  const { page } =
    await print(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" width="40mm" height="40mm" viewBox="0 0 40 40" sodipodi:docname="logo.svg">
<sodipodi:namedview pagecolor="#ffffff"><inkscape:grid/></sodipodi:namedview>
<defs><mask id="m" maskUnits="userSpaceOnUse" x="0" y="20" width="40" height="20"><rect width="20" height="40" fill="#fff"/></mask></defs>
<g inkscape:groupmode="layer" transform="translate(0 0)"><rect style="opacity:0.5;fill:#ff0000;stroke:none;-inkscape-stroke:none" width="40" height="20"/>
<rect mask="url(#m)" y="20" width="40" height="20" style="fill:#000000"/></g></svg>`);
  expect(at(page, [50, 25], [25, 75], [75, 75])).toEqual([
    [5, 3, 3],
    [0, 0, 0],
    [5, 5, 5],
  ]);
});

test('colours that mix: with what is below them, or in a group of their own only', async () => {
  const below = '<rect width="100" height="100" fill="#00ff00"/>';
  const over = (x: number, style: string) =>
    `<rect x="${x}" width="10" height="100" fill="#ff0000" style="${style}"/>`;
  const { page } = await print(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><clipPath id="c"><path d="M40 0h10v100H40z"/></clipPath>${below}
${over(0, 'mix-blend-mode:multiply')}${over(10, 'mix-blend-mode:screen')}${over(20, 'mix-blend-mode:difference;opacity:.5')}
<g style="isolation:isolate">${over(30, 'mix-blend-mode:multiply')}</g>
<g clip-path="url(#c)">${over(40, 'mix-blend-mode:multiply')}</g>
<g style="mix-blend-mode:exclusion">${over(50, '')}</g><g>${over(60, 'mix-blend-mode:lighten')}</g></svg>`,
  );
  expect(at(page, [5, 50], [15, 50], [25, 50], [35, 50], [45, 50], [55, 50], [65, 50])).toEqual([
    [0, 0, 0],
    [5, 5, 0],
    [2, 5, 0],
    [5, 0, 0],
    [5, 0, 0],
    [5, 5, 0],
    [5, 5, 0],
  ]);
});

test('text is set as all text is: joined, in order, in a face that has it, and can be copied', async () => {
  const { text } = await print(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" font-size="20">
    <text x="190" y="40" direction="rtl" xml:lang="fa">گزارش سالانه</text>
    <text x="100" y="80" text-anchor="middle">Annual <tspan font-weight="bold">report</tspan> 2024</text></svg>`);
  expect(text).toContain('گزارش سالانه');
  expect(text).toContain('Annual report 2024');
});

test('a character that no font has is told in the drawing', () => {
  const folder = project('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n<text>𖠀</text></svg>');
  const { code, stderr } = folder.bayan('build');
  expect(code).toBe(1);
  expect(stderr).toContain('assets/logo.svg:2:7 error[glyph-missing]');
});

test('a link in a drawing is a link in the PDF', async () => {
  const { pdf } = await print(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><a href="https://example.org/logo"><rect width="9" height="9"/></a></svg>',
  );
  const document = await (await import('pdfjs-dist/legacy/build/pdf.mjs')).getDocument({
    data: Uint8Array.from(pdf),
    verbosity: 0,
  }).promise;
  const annotations = await (await document.getPage(1)).getAnnotations();
  expect(annotations).toMatchObject([
    { subtype: 'Link', url: 'https://example.org/logo', rect: [0, 641.89, 200, 841.89] },
  ]);
});

describe('pictures in a drawing', () => {
  const secret = 'GPS 34.5553 N';
  const photo = jpeg({ segments: [exif(1, secret), adobe(0)], blocks: [[[200, 40, 40]]] });
  const drawing = (href: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"><image xlink:href="${href}" width="9" height="9"/></svg>`;

  test.each([
    ['of the project', 'photo.jpg'],
    ['in the drawing itself', `data:image/jpeg;base64,${photo.toString('base64')}`],
  ])('%s are printed without what the camera wrote', async (_, href) => {
    const { pdf, page } = await print(drawing(href), { 'assets/photo.jpg': photo });
    expect(at(page, [50, 50])).toEqual([[4, 1, 1]]);
    expect(pdf.includes(secret)).toBe(false);
  });

  test.each([
    ['from the disk', '/etc/passwd', 'path-outside-project'],
    ['from devices', '/dev/zero', 'path-outside-project'],
    ['from above the project', '../../photo.jpg', 'path-outside-project'],
    ['through a link', 'linked.jpg', 'path-outside-project'],
    ['from the network', 'http://example.org/a.png', 'path-outside-project'],
    ['that are not there', 'nothing.png', 'image-missing'],
    [
      'that are cut off',
      `data:image/jpeg;base64,${photo.subarray(0, photo.length - 9).toString('base64')}`,
      'image-corrupt',
    ],
  ])('%s are told in the drawing', (_, href, fault) => {
    const folder = project(drawing(href));
    symlinkSync('/dev/zero', folder.path('assets/linked.jpg'));
    const { code, stderr } = folder.bayan('build');
    expect(code).toBe(1);
    expect(stderr).toContain(`assets/logo.svg:1:109 error[${fault}]`);
    expect(folder.pdfs()).toEqual([]);
  });
});

describe('files that are no drawings are told where they are used', () => {
  test.each([
    ['nothing', ''],
    ['text', 'not a drawing'],
    ['a web page', '<!DOCTYPE html><html><body></body></html>'],
    ['bytes', Buffer.from([0x1f, 0x8b, 8, 0])],
    ['half a letter', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg">\xff</svg>', 'latin1')],
  ])('%s', (_, file) => {
    const { code, stderr } = project(file).bayan('build');
    expect(code).toBe(1);
    expect(stderr).toContain('templates/page.hbs:1:37 error[image-corrupt]');
    expect(stderr).not.toContain('internal');
  });
});
