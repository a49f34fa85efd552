/** Pictures on pages: what counts is how large they are printed, never how many pixels they have. */
import { describe, expect, test } from 'vitest';
import type { PictureItem } from '../../src/typeset/page-item.ts';
import { type Laid, layOut } from '../support/layout.ts';

/** A6 with a column of 257.64 pt and pages of 320 pt, sixteen lines of 20. */
const page = (content: string) =>
  `<document page-size="A6" margin="49.765pt 20pt 49.765pt 20pt">${content}</document>`;
const COLUMN = 257.64;
const PAGE = 320;

const lines = (count: number, name = 'Line') =>
  Array.from({ length: count }, (_, i) => `<text>${name} ${i + 1}</text>`).join('');

function picturesOf({ pages }: Laid): (PictureItem & { page: number })[] {
  return pages.flatMap(({ items }, index) =>
    items
      .filter((item) => item.type === 'image' || item.type === 'drawing' || item.type === 'qr')
      .map((item) => ({ ...item, page: index + 1 })),
  );
}

const lay = (content: string, width = 3000, height = 2000) =>
  layOut('en', page(content), 'Text.', '', { 'photo.jpg': [width, height] });

describe('pages break by the printed size of a picture', () => {
  const places = (width: number, content: string) => {
    const laid = lay(content, width, (width * 2) / 3);
    return [
      laid.lines.map(({ text, page, top }) => ({ text, page, top })),
      picturesOf(laid).map(({ page, y, width, height }) => [page, ...[y, width, height].map(Math.round)]),
    ];
  };

  test.each([
    ['as wide as its column', '<image src="photo.jpg" alt="A"/>'],
    ['of a given width', '<image src="photo.jpg" alt="A" width="210pt"/>'],
    ['wider than its column', '<image src="photo.jpg" alt="A" width="600pt"/>'],
    ['after a heading', '<heading>Heading</heading><image src="photo.jpg" alt="A"/>'],
    [
      'in an unbreakable block',
      '<stack unbreakable="true"><image src="photo.jpg" alt="A"/><text>Caption</text></stack>',
    ],
    ['in columns', '<columns><image src="photo.jpg" alt="A"/><text>Beside</text></columns>'],
    [
      'in a table',
      '<table><row header="true"><cell>A</cell><cell>B</cell></row><row><cell><image src="photo.jpg" alt="A"/></cell><cell>b</cell></row></table>',
    ],
  ])('%s, it stands in one place at 1300, 1500 and 3000 pixels', (_, picture) => {
    const content = `${lines(5)}${picture}${lines(4, 'After')}`;
    const [small, middle, large] = [1300, 1500, 3000].map((width) => places(width, content));
    expect(middle).toEqual(small);
    expect(large).toEqual(small);
  });

  test('a photograph of 12 megapixels leaves no page empty', () => {
    const laid = lay(`${lines(3)}<image src="photo.jpg" alt="A"/>${lines(3, 'After')}`, 4000, 3000);
    expect(laid.pages).toHaveLength(1);
    expect(picturesOf(laid)[0]).toMatchObject({ page: 1, width: COLUMN });
  });
});

describe('a picture higher than a page', () => {
  test('is printed as high as a page', () => {
    const [picture] = picturesOf(lay('<image src="photo.jpg" alt="A"/>', 1000, 9000));
    expect(picture!.height).toBeCloseTo(PAGE);
    expect(picture!.width).toBeCloseTo(PAGE / 9);
  });

  test('leaves room for the caption that it must stay with', () => {
    const figure = '<stack unbreakable="true"><image src="photo.jpg" alt="A"/><text>Caption</text></stack>';
    const laid = lay(`${lines(8)}${figure}`, 1000, 9000);
    const [picture] = picturesOf(laid);
    const caption = laid.lines.find(({ text }) => text === 'Caption')!;
    expect([picture!.page, caption.page]).toEqual([2, 2]);
    expect(picture!.height).toBeCloseTo(PAGE - 20, 0);
  });

  test('leaves room for the heading above it', () => {
    const laid = lay(`${lines(8)}<heading>Heading</heading><image src="photo.jpg" alt="A"/>`, 1000, 9000);
    const [picture] = picturesOf(laid);
    const heading = laid.lines.find(({ text }) => text === 'Heading')!;
    expect([heading.page, picture!.page]).toEqual([2, 2]);
  });

  test('is printed in a cell of a table', () => {
    const table =
      '<table><row header="true"><cell>A</cell></row><row><cell><image src="photo.jpg" alt="A"/></cell></row><row><cell>last</cell></row></table>';
    const laid = lay(`${lines(3)}${table}`, 1000, 9000);
    expect(picturesOf(laid)).toHaveLength(1);
    expect(picturesOf(laid)[0]!.height).toBeGreaterThan(PAGE / 2);
    expect(laid.lines.map(({ text }) => text)).toContain('last');
  });
});

describe('a picture for which the rest of the page has no room', () => {
  /** 171.76 pt high in the column; fifteen lines of 20 pt are left below the first. */
  const picture = '<image src="photo.jpg" alt="A"/>';
  const after = (count: number, figure = picture) => picturesOf(lay(`${lines(count)}${figure}`))[0]!;

  test('is made smaller rather than leave the page empty', () => {
    expect(after(7)).toMatchObject({ page: 1, width: COLUMN });
    expect(after(10)).toMatchObject({ page: 1 });
    expect(after(10).height).toBeCloseTo(120, 0);
    expect(after(10).width).toBeCloseTo(180, 0);
  });

  test('goes to the next page, as large as it is, where it would be less than three fifths of that', () => {
    expect(after(11)).toMatchObject({ page: 2, width: COLUMN });
  });

  test('is made smaller by what it is high in the padding of its panel, or in its list', () => {
    const panel = `<panel padding="0 40pt 0 40pt" unbreakable="true">${picture}</panel>`;
    expect(after(10, panel).height).toBeCloseTo(((COLUMN - 80) * 2) / 3, 0);
    expect(after(11, panel)).toMatchObject({ page: 1 });
    expect(after(11, panel).height).toBeCloseTo(100, 0);
    const list = `<stack unbreakable="true"><ul><item>${picture}</item></ul></stack>`;
    expect(after(11, list).height).toBeCloseTo(100, 0);
  });

  test('keeps a length that its author gave it, and a share of the column is what it has at most', () => {
    const given = (width: string) => `<image src="photo.jpg" alt="A" width="${width}"/>`;
    expect(after(10, given('250pt'))).toMatchObject({ page: 2, width: 250 });
    expect(after(12, given('60%')).width).toBeCloseTo(120, 0);
    expect(after(13, given('60%'))).toMatchObject({ page: 2 });
  });

  test('is as high as its neighbour in the row', () => {
    const [a, b] = picturesOf(
      layOut('en', page(`${lines(12)}{{{body}}}`), '![A](a.jpg) ![B](b.jpg)', '', {
        'content/test/a.jpg': [3000, 2000],
        'content/test/b.jpg': [2000, 3000],
      }),
    );
    expect([a!.page, b!.page]).toEqual([1, 1]);
    expect(a!.height).toBeCloseTo(b!.height, 1);
    expect(a!.height).toBeLessThanOrEqual(80);
    expect(b!.x - a!.x - a!.width).toBeCloseTo(10, 0);
  });

  test('stays with its caption and the heading above it', () => {
    const figure = `<heading>Heading</heading><stack unbreakable="true">${picture}<text>Caption</text></stack>`;
    const laid = lay(`${lines(7)}${figure}`);
    expect(laid.lines.map(({ page }) => page)).toEqual(Array.from({ length: 9 }, () => 1));
    expect(picturesOf(laid)[0]!.height).toBeCloseTo(140, 0);
    expect(laid.lines.at(-1)!.top).toBeLessThanOrEqual(350);
  });
});

test('type that is made to fit a page takes pictures with it, but for those of a given length', () => {
  const fitted = (width: string) => {
    const picture = `<image src="photo.jpg" alt="A"${width}/>`;
    const content = `${lines(8)}${picture}${lines(6, 'After')}`;
    const laid = lay(content);
    expect(laid.pages).toHaveLength(2);
    const template = page(content).replace('<document', '<document fit="page" min-scale="0.5"');
    return layOut('en', template, 'Text.', '', { 'photo.jpg': [3000, 2000] });
  };
  // 280 pt of lines and 172 of the picture go on 320 pt at 0.7 of their size.
  for (const width of ['', ' width="100%"']) {
    const laid = fitted(width);
    expect(laid).toMatchObject({ fits: true });
    expect(laid.scale).toBeGreaterThan(0.65);
    expect(picturesOf(laid)[0]!.width).toBeCloseTo(COLUMN * laid.scale, 0);
  }
  const laid = fitted(' width="250pt"');
  expect(laid.scale).toBeLessThan(0.6);
  expect(picturesOf(laid)[0]!.width).toBeCloseTo(250, 0);
});

test('a column takes a picture of 3000 pixels without growing', () => {
  const laid = lay('<columns gap="0"><image src="photo.jpg" alt="A"/><text>Beside</text></columns>');
  expect(picturesOf(laid)[0]!.width).toBeCloseTo(COLUMN / 2);
  expect(laid.lines[0]!.right).toBeLessThanOrEqual(20 + COLUMN + 1);
});

describe('QR codes', () => {
  test('are made of the modules of the address', () => {
    const [code] = picturesOf(layOut('en', page('<qr value="https://example.org/returns"/>')));
    expect(code).toMatchObject({ type: 'qr', width: 85 });
    // Version 3 (ISO/IEC 18004): 29 modules, with a finder pattern in its corner.
    if (code?.type !== 'qr') throw new Error('not a code');
    expect(code.code).toHaveLength(29);
    expect(code.code.slice(0, 7).map((row) => row.slice(0, 7).map(Number).join(''))).toEqual([
      '1111111',
      '1000001',
      '1011101',
      '1011101',
      '1011101',
      '1000001',
      '1111111',
    ]);
  });

  test('an address longer than any code holds is an error at its place', () => {
    const laid = layOut('en', page(`\n<qr value="https://example.org/${'a'.repeat(2400)}"/>`));
    expect(laid.diagnostics).toMatchObject([
      {
        code: 'qr-capacity',
        severity: 'error',
        message:
          'the address “https://example.org/aaaaaaaaaaaaaaaaaaaa…” is too long for a QR code: 2420 bytes, and 2331 are the most',
        span: { file: 'templates/test.hbs', line: 2 },
      },
    ]);
    expect(picturesOf(laid)).toEqual([]);
  });
});
