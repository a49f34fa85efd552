/** What SVG comes to: places, colours, outlines, links and text, after styles and references are worked out. */
import { describe, expect, test } from 'vitest';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import type { Drawing, Mark, ShapeMark, TextMark } from '../../src/document/drawing.ts';
import { pathBox } from '../../src/document/path.ts';
import { parseDrawing } from '../../src/svg/parse-drawing.ts';

/** A drawing of 100 × 100 CSS pixels, one of which is ten units of its space. */
function draw(content: string, root = 'width="100" height="100"'): Drawing {
  const report = new Report();
  const text = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${root}>${content}</svg>`;
  const drawing = parseDrawing({ path: 'a.svg', text }, report, () => ({ id: 'p', width: 40, height: 20 }));
  expect(report.diagnostics).toEqual([]);
  return drawing!;
}

const shapes = (marks: readonly Mark[]): ShapeMark[] =>
  marks.flatMap((mark) => (mark.type === 'shape' ? [mark] : mark.type === 'group' ? shapes(mark.marks) : []));
const boxes = (drawing: Drawing) =>
  shapes(drawing.marks).map(({ path }) => pathBox(path)!.map((value) => Math.round(value)));
const fills = (drawing: Drawing) =>
  shapes(drawing.marks).map(({ fill }) =>
    fill?.paint.type === 'color' ? fill.paint.color : fill?.paint.type,
  );

describe('sizes', () => {
  test.each([
    ['width="100" height="50"', [75, 37.5]],
    ['width="40mm" height="2cm"', [(40 * 72) / 25.4, (20 * 72) / 25.4]],
    ['viewBox="0 0 200 100"', [150, 75]],
    ['viewBox="0 0 200 100" width="100%"', [150, 75]],
    ['viewBox="0 0 200 100" width="4in"', [288, 144]],
    ['', [225, 112.5]],
  ])('<svg %s> is printed in points', (root, [width, height]) => {
    const drawing = draw('<g/>', root);
    expect(drawing.width).toBeCloseTo(width!);
    expect(drawing.height).toBeCloseTo(height!);
  });

  test('the view box comes into the middle, or fills everything', () => {
    const square = '<rect width="10" height="10"/>';
    expect(boxes(draw(square, 'viewBox="0 0 10 10" width="200" height="100"'))).toEqual([[250, 0, 500, 500]]);
    expect(
      boxes(draw(square, 'viewBox="0 0 10 10" width="200" height="100" preserveAspectRatio="none"')),
    ).toEqual([[0, 0, 1000, 500]]);
  });
});

describe('styles', () => {
  test.each([
    ['attributes', '<rect width="1" height="1" fill="#f00"/>', '#ff0000'],
    ['a style', '<rect width="1" height="1" fill="#f00" style="fill: rgb(0, 128, 0)"/>', '#008000'],
    ['what is around', '<g fill="navy"><rect width="1" height="1"/></g>', '#000080'],
    ['currentColor', '<g color="#123456"><rect width="1" height="1" fill="currentColor"/></g>', '#123456'],
    [
      'a class',
      '<style>.a{fill:gold} rect{fill:red}</style><rect class="b a" width="1" height="1"/>',
      '#ffd700',
    ],
    [
      'an id before a class',
      '<style>#x{fill:teal}.a{fill:gold}</style><rect id="x" class="a" width="1" height="1"/>',
      '#008080',
    ],
    [
      'one inside another',
      '<style>g .a{fill:lime}</style><g><rect class="a" width="1" height="1"/></g>',
      '#00ff00',
    ],
    [
      'one right inside another',
      '<style>svg>.a{fill:lime}</style><g><rect class="a" width="1" height="1"/></g>',
      '#000000',
    ],
    [
      'what is important',
      '<style>rect{fill:aqua!important}</style><rect style="fill:red" width="1" height="1"/>',
      '#00ffff',
    ],
    [
      'a comment and CDATA',
      '<style><![CDATA[/* } */ .a{fill:/**/ red}]]></style><rect class="a" width="1" height="1"/>',
      '#ff0000',
    ],
    ['hsl', '<rect width="1" height="1" fill="hsl(120, 100%, 25%)"/>', '#008000'],
    ['a paint that is missing', '<rect width="1" height="1" fill="url(#no) #abc"/>', '#aabbcc'],
  ])('by %s', (_, content, color) => {
    expect(fills(draw(content))).toEqual([color]);
  });

  test('what is hidden is not drawn', () => {
    expect(
      draw(
        '<rect width="1" height="1" display="none"/><g visibility="hidden"><rect width="1" height="1"/></g>' +
          '<rect width="1" height="1" opacity="0"/><rect width="1" height="1" fill="none"/><defs><rect width="1" height="1"/></defs>',
      ).marks,
    ).toEqual([]);
  });
});

describe('places', () => {
  test.each([
    ['a rectangle', '<rect x="10" y="20" width="30" height="40" rx="5"/>', [100, 200, 300, 400]],
    ['a circle', '<circle cx="50" cy="50" r="20"/>', [300, 300, 400, 400]],
    ['units', '<rect width="50%" height="1in"/>', [0, 0, 500, 960]],
    [
      'a path with curves and an arc',
      '<path d="m10 10h20v20q0 10-10 10t-10-10zM50 50a10 10 0 0120 0"/>',
      [100, 100, 600, 400],
    ],
    [
      'a transformation',
      '<g transform="translate(10) scale(2)"><rect width="10" height="10"/></g>',
      [100, 0, 200, 200],
    ],
    ['a turn round a point', '<rect width="10" height="20" transform="rotate(90 10 10)"/>', [0, 0, 200, 100]],
    ['use', '<rect id="r" width="10" height="10"/><use href="#r" x="50" y="60"/>', [500, 600, 100, 100]],
    [
      'a symbol',
      '<symbol id="s" viewBox="0 0 1 1"><rect width="1" height="1"/></symbol><use xlink:href="#s" x="10" width="20" height="20"/>',
      [100, 0, 200, 200],
    ],
    [
      'a drawing inside',
      '<svg x="50" width="50" height="50" viewBox="0 0 5 5"><rect width="5" height="5"/></svg>',
      [500, 0, 500, 500],
    ],
  ])('%s', (_, content, box) => {
    expect(boxes(draw(content)).pop()).toEqual(box);
  });
});

test('a stroke grows with its transformation, and becomes an ellipse where that is one', () => {
  const [even, uneven] = shapes(
    draw(
      '<g stroke="red" stroke-width="2" stroke-dasharray="3 1"><path d="M0 0H5" transform="scale(3)"/><path d="M0 0H5" transform="scale(1 4)"/></g>',
    ).marks,
  );
  expect(even!.stroke).toMatchObject({ width: 60, dash: [90, 30] });
  expect(uneven!.stroke).toMatchObject({ width: 2, dash: [3, 1], before: { matrix: [10, 0, 0, 40, 0, 0] } });
});

test('gradients take after one another', () => {
  const { marks } = draw(
    '<linearGradient id="a"><stop offset="20%" stop-color="red"/><stop offset=".1" style="stop-color:blue;stop-opacity:.5"/></linearGradient>' +
      '<radialGradient id="b" href="#a" gradientUnits="userSpaceOnUse" cx="10" cy="10" r="5" fx="100"/><circle r="9" fill="url(#b)"/>',
  );
  const paint = shapes(marks)[0]!.fill!.paint;
  expect(paint).toMatchObject({
    type: 'radial',
    stops: [
      { offset: 0.2, color: '#ff0000', opacity: 1 },
      { offset: 0.2, color: '#0000ff', opacity: 0.5 },
    ],
  });
  // The focus is moved to the edge of the circle.
  expect('line' in paint && paint.line[0]).toBeCloseTo(15, 1);
});

test('links know where they lead and where they are', () => {
  const { links } = draw(
    '<a href="https://example.org"><title>Our site</title><rect x="10" y="10" width="20" height="5"/></a>',
  );
  expect(links).toEqual([{ href: 'https://example.org', contents: 'Our site', box: [100, 100, 200, 50] }]);
});

test('a picture keeps its proportions in its place', () => {
  const [mark] = draw('<image href="p.png" width="40" height="40"/>').marks;
  expect(mark).toMatchObject({ type: 'bitmap', matrix: [400, 0, 0, 200, 0, 100] });
});

describe('text', () => {
  const texts = (content: string) => draw(content).marks as TextMark[];
  const words = (mark: TextMark) => mark.pieces.map(({ runs }) => runs.map(({ text }) => text).join('|'));

  test('white space is gathered, and places make marks of their own', () => {
    const marks = texts(
      '<text x="10" y="20">  One\n   two <tspan font-weight="bold">three</tspan>\n<tspan x="10" dy="1.5em">four </tspan></text>',
    );
    expect(marks.map(words)).toEqual([['One two |three| '], ['four']]);
    expect(marks.map(({ matrix }) => [matrix[4], matrix[5]])).toEqual([
      [100, 200],
      [100, 440],
    ]);
  });

  test('a language, a direction, an anchor and the kind of a font', () => {
    const [mark] = texts(
      '<text xml:lang="fa" direction="rtl" text-anchor="middle" font-family="Times New Roman" font-size="20">سلام</text>',
    );
    expect(mark).toMatchObject({ anchor: 'middle', dir: 'rtl', matrix: [200, 0, 0, 200, 0, 0] });
    expect(mark!.pieces[0]!.runs[0]).toMatchObject({ text: 'سلام', lang: 'fa', role: 'serif', size: 1 });
  });

  test('letters with places of their own', () => {
    expect(texts('<text x="1 2 3">abcd</text>').map(words)).toEqual([['a'], ['b'], ['cd']]);
  });
});
