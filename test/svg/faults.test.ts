/** SVG files that are not as they should be: each thing is told at its line, and nothing outside the file is read. */
import { describe, expect, test } from 'vitest';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { parseDrawing } from '../../src/svg/parse-drawing.ts';

const PICTURES = new Set(['assets/photo.jpg', 'photo.png']);

/** What is told of a drawing whose second line begins with `content`, and the pictures that were asked for. */
function read(content: string, root = 'viewBox="0 0 100 100"') {
  const report = new Report();
  const asked: (string | number)[] = [];
  const text = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${root}>\n${content}\n</svg>`;
  const drawing = parseDrawing({ path: 'assets/logo.svg', text }, report, (source) => {
    asked.push(typeof source === 'string' ? source : source.length);
    return typeof source !== 'string' || PICTURES.has(source) ? { id: 'p', width: 4, height: 3 } : undefined;
  });
  const told = report.diagnostics.map(
    ({ severity, code, span, message }) =>
      `${span?.file}:${span?.line}:${span?.column} ${severity} ${code}: ${message}`,
  );
  return { drawing, told, asked };
}

describe('refused', () => {
  test.each([
    ['<script>alert(1)</script>', '2:1 error svg-element: <script> is not printed'],
    [
      '<g><foreignObject><p>Hi</p></foreignObject></g>',
      '2:4 error svg-element: <foreignObject> is not printed',
    ],
    ['<rect width="1" height="1" onclick="go()"/>', '2:28 error svg-element: `onclick` would run a script'],
    ['<text><textPath href="#p">Round</textPath></text>', '2:7 error svg-element: <textPath> is not printed'],
    ['<recht width="9"/>', '2:1 error svg-element: <recht> is no element of SVG that is printed'],
    [
      '<a href="javascript:alert(1)"><rect width="9" height="9"/></a>',
      '2:4 error link-unsafe: a drawing cannot link to "javascript:alert(1)"',
    ],
    [
      '<a xlink:href="file:///etc/passwd"><rect width="9" height="9"/></a>',
      '2:4 error link-unsafe: a drawing cannot link to "file:///etc/passwd"',
    ],
    [
      '<use href="other.svg#logo"/>',
      '2:6 error svg-reference: <use> refers to "other.svg#logo", which is not in the file',
    ],
    ['<use href="#nobody"/>', '2:6 error svg-reference: nothing in the drawing has the id "nobody"'],
    ['<g id="a"><use href="#a"/></g>', '2:11 error svg-reference: <g> is drawn inside itself'],
    ['<rect width="9" height="9" fill="blau"/>', '2:28 error svg-value: `fill` cannot be "blau"'],
    ['<rect width="wide" height="9"/>', '2:7 error svg-value: `width` cannot be "wide"'],
    ['<path d="M0 0 L10 ten"/>', '2:19 error svg-value: the path data cannot be read'],
    ['<g transform="turn(5)"><rect width="9" height="9"/></g>', '2:4 error svg-value: `transform` cannot be'],
    ['<g><rect width="9"', 'error svg-syntax: this is no well-formed XML'],
    ['<g></h>', '2:7 error svg-syntax: this is no well-formed XML'],
    ['<text>&nobody;</text>', '2:14 error svg-syntax: this is no well-formed XML: undefined entity'],
    [
      '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>',
      '2:8 error image-corrupt: the picture inside the drawing is "image/svg+xml"',
    ],
  ])('%s', (content, message) => {
    const { drawing, told } = read(content);
    expect(drawing).toBeUndefined();
    expect(told.join('\n')).toContain(message);
  });
});

describe('told, and printed without', () => {
  test.each([
    ['<rect width="9" height="9" filter="url(#blur)"/>', '2:28 warning svg-element: `filter` is an effect'],
    [
      '<rect width="9" height="9" style="mix-blend-mode:plus-lighter"/>',
      '2:1 warning svg-element: `mix-blend-mode: plus-lighter`',
    ],
    ['<rect width="9" height="9"><animate attributeName="x"/></rect>', '2:28 warning svg-element: <animate>'],
    [
      '<rect width="9" height="9" colour="red"/>',
      '2:28 warning svg-element: <rect> has an attribute `colour`',
    ],
    [
      '<style>@import url(http://example.org/a.css);</style><rect width="9" height="9"/>',
      'warning svg-element: `@import`',
    ],
  ])('%s', (content, message) => {
    const { drawing, told } = read(content);
    expect(drawing?.marks).toHaveLength(1);
    expect(told).toEqual([expect.stringContaining(message)]);
  });

  test('what drawing programs and web pages write for themselves is no fault', () => {
    const { told } = read(
      '<g data-name="Layer 1" aria-label="x" role="img" inkscape:label="L" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" ' +
        'style="-inkscape-font-specification:Sans;enable-background:new" xml:space="preserve">' +
        '<inkscape:grid/><metadata><x/></metadata><title>T</title></g>',
    );
    expect(told).toEqual([]);
  });
});

test('pictures are asked for by their path from the project, or as the bytes that are there', () => {
  const { asked, told } = read(
    '<image href="photo.jpg" width="9"/><image xlink:href="../photo.png" width="9"/>' +
      '<image href="/etc/passwd"/><image href="http://example.org/a.png"/><image href="data:image/png;base64,iVBORw0K"/>',
  );
  expect(asked).toEqual(['assets/photo.jpg', 'photo.png', '/etc/passwd', 'http://example.org/a.png', 6]);
  expect(told).toEqual([]);
});

test('entities of other files are not read, nor entities made of entities', () => {
  for (const entity of ['SYSTEM "file:///etc/passwd"', '"&lol;&lol;"']) {
    const report = new Report();
    const text = `<!DOCTYPE svg [\n<!ENTITY x ${entity}>\n]>\n<svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>`;
    expect(parseDrawing({ path: 'a.svg', text }, report, () => undefined)).toBeUndefined();
    expect(report.diagnostics).toMatchObject([
      { code: 'svg-element', span: { file: 'a.svg', line: 2 }, message: 'the entity "x" is not read' },
    ]);
  }
});

describe('bounds', () => {
  test.each([
    [
      'elements inside one another',
      `${'<g>'.repeat(5000)}${'</g>'.repeat(5000)}`,
      'nested more than 100 deep',
    ],
    [
      'elements that are drawn again and again',
      `<g id="g0"><rect width="1" height="1"/></g>${[1, 2, 3, 4, 5, 6].map((i) => `<g id="g${i}">${`<use href="#g${i - 1}"/>`.repeat(20)}</g>`).join('')}`,
      'more than 100000 parts',
    ],
    [
      'elements that refer to one another in a row',
      Array.from({ length: 500 }, (_, i) => `<use id="u${i}" href="#u${i + 1}"/>`).join('') +
        '<rect id="u500" width="1" height="1"/>',
      'go on for more than 30',
    ],
    ['many elements', '<g/>'.repeat(100_001), 'more than 100000 elements'],
    ['many points', `<polyline points="${'1 2 '.repeat(2_000_001)}"/>`, 'more than 2000000 points'],
    [
      'transformations of transformations',
      `${'<g transform="scale(1000)">'.repeat(20)}<rect width="1" height="1"/>${'</g>'.repeat(20)}`,
      'larger than any page',
    ],
  ])('%s', (_, content, message) => {
    const { drawing, told } = read(content);
    expect(drawing).toBeUndefined();
    expect(told[0]).toContain(message);
  });

  test('a drawing without a size', () => {
    expect(read('<g/>', 'width="0" height="10"').told[0]).toContain(
      '1:1 error svg-value: the drawing has no size',
    );
  });
});
