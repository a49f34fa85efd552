/** Pictures as people have them, through the installed command: they are seen, upright, and tell nothing else. */
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { adobe, chunk, jpeg, png, ycc } from '../pdf/images-files.ts';
import { displayP3 } from '../support/display-p3.ts';
import { drawPages } from '../support/pdfium.ts';
import { CORNERS, type Color, type PhotographOptions, photograph, SECRETS } from '../support/photographs.ts';
import { BRAND, installedBayan } from './installed-bayan.ts';

const OWNER = 'iPhone of Zarghuna';
const WIDTH = 400;

/** A page with a picture, 400 pt wide, at its top; its PDF, and its colours from the top left corner of the picture. */
async function print(name: string, picture: Uint8Array) {
  const folder = installedBayan({
    'bayan.yaml': '',
    'brand.yaml': BRAND,
    'templates/picture.hbs':
      '<document page-size="A4" margin="0">' +
      `<image src="assets/${name}" width="${WIDTH}pt" alt="A picture"/><title>{{title}}</title>{{{body}}}</document>`,
    'content/a/en.md': '---\ntitle: Picture\ndate: 2024-04-16\nkinds: [picture]\n---\n\nText.\n',
    [`assets/${name}`]: picture,
  });
  expect(folder.bayan('build')).toMatchObject({ code: 0, stderr: '' });
  const pdf = Buffer.from(folder.pdf('out/a/a.en.picture.pdf'));
  return { pdf, page: (await drawPages(pdf))[0]! };
}

/** Expects a colour within what compression and conversion may change. */
function expectNear(seen: Color, wanted: Color, by = 14): void {
  const distance = Math.max(...seen.map((value, k) => Math.abs(value - wanted[k]!)));
  expect(distance, `${seen} for ${wanted}`).toBeLessThanOrEqual(by);
}

const utf16 = (words: string) => Buffer.from(words, 'utf16le').swap16().toString('latin1');

/** The bytes of a PDF and of all its streams that were deflated, as one string of bytes. */
function everythingIn(pdf: Buffer): string {
  const parts = [pdf.toString('latin1')];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 1)) {
    try {
      parts.push(inflateSync(pdf.subarray(at + 7)).toString('latin1'));
    } catch {
      // A stream that is not deflated is in the file as it is.
    }
  }
  return parts.join('\n');
}

const { topLeft, topRight, bottomLeft, bottomRight } = CORNERS;
const UPRIGHT = [topLeft, topRight, bottomLeft, bottomRight] as const;

describe('a photograph', () => {
  /** In the order of UPRIGHT: what is seen where, after the camera was turned. */
  test.each<[string, PhotographOptions, readonly Color[]]>([
    ['of 12 megapixels', { width: 4000, height: 3000 }, UPRIGHT],
    ['that is progressive', { width: 2400, height: 1800, progressive: true }, UPRIGHT],
    [
      'of a camera that was held upright',
      { width: 2400, height: 1600, orientation: 6 },
      [bottomLeft, topLeft, bottomRight, topRight],
    ],
    [
      'of a camera that was held upside down',
      { width: 2400, height: 1600, orientation: 3 },
      [bottomRight, bottomLeft, topRight, topLeft],
    ],
  ])('%s is printed', async (_, options, corners) => {
    const { page } = await print('photo.jpg', await photograph(options));
    const turned = (options.orientation ?? 1) >= 5;
    const height =
      (WIDTH * (turned ? options.width : options.height)) / (turned ? options.height : options.width);
    const places = [0.15, 0.85].flatMap((y) => [0.15, 0.85].map((x) => [x * WIDTH, y * height] as const));
    for (const [i, [x, y]] of places.entries()) expectNear(page.at(x, y), corners[i]!);
  });
});

/** What Display P3's colours are in sRGB, by the definitions of both. */
describe('the colours of a phone (Display P3)', () => {
  const inSrgb: Record<string, Color> = { topLeft: [219, 0, 27], topRight: [0, 152, 50] };

  test.each([
    ['kept as they are', { width: 800, height: 600 }],
    ['made smaller', { width: 2400, height: 1800 }],
    ['told by a profile in three parts', { width: 800, height: 600, partSize: 250 }],
  ])('are printed, %s', async (_, options) => {
    const { pdf, page } = await print(
      'phone.jpg',
      await photograph({ ...options, profile: displayP3(`Display P3 ${OWNER}`) }),
    );
    expectNear(page.at(60, 45), inSrgb.topLeft!);
    expectNear(page.at(340, 45), inSrgb.topRight!);
    expect(pdf.toString('latin1')).toMatch(/ICCBased/);
  });
});

test('nothing that a camera wrote is in the PDF, whether the picture is made smaller or not', async () => {
  for (const [width, height] of [
    [800, 600],
    [3200, 2400],
  ] as const) {
    const file = await photograph({ width, height, profile: displayP3(OWNER) });
    for (const secret of SECRETS) expect(file.includes(secret)).toBe(true);
    const { pdf } = await print('photo.jpg', file);
    const bytes = everythingIn(pdf);
    for (const secret of [...SECRETS, OWNER, utf16(OWNER), 'Exif', 'MPF', '8BIM'])
      expect(bytes.includes(secret), secret).toBe(false);
  }
});

describe('other pictures', () => {
  const field = (color: readonly number[]) => Array.from({ length: 30 }, () => Array(40).fill(color));

  test('a gray photograph', async () => {
    const { page } = await print('gray.jpg', await photograph({ width: 3200, height: 2400, gray: true }));
    const [red, green, blue] = page.at(60, 45);
    expect(new Set([red, green, blue]).size).toBe(1);
    expectNear([red, green, blue], [87, 87, 87]);
  });

  // Inks in percent: cyan 100, magenta 0, yellow 0, black 0.
  test.each([
    ['as Photoshop writes it, inverted', [adobe(0)], [0, 255, 255, 255]],
    ['as Photoshop writes it, in YCCK', [adobe(2)], [...ycc([255, 0, 0]), 255]],
  ])('CMYK %s', async (_, segments, color) => {
    const { page } = await print('cmyk.jpg', jpeg({ segments, blocks: field(color) }));
    expectNear(page.at(200, 150), [0, 159, 227], 30);
  });

  test.each([
    ['of 16 bits', { colorType: 2, bitDepth: 16, pixel: () => [200 * 257, 40 * 257, 40 * 257] }],
    ['with 16 bits and alpha', { colorType: 6, bitDepth: 16, pixel: () => [51400, 10280, 10280, 65535] }],
    [
      'with a palette',
      {
        colorType: 3,
        bitDepth: 4,
        pixel: () => [1],
        chunks: [chunk('PLTE', Buffer.of(0, 0, 0, 200, 40, 40))],
      },
    ],
    ['that is interlaced', { colorType: 2, bitDepth: 8, interlaced: true, pixel: () => [200, 40, 40] }],
  ])('a PNG %s', async (_, options) => {
    const { page } = await print('picture.png', png({ width: 120, height: 90, ...options }));
    expectNear(page.at(200, 150), [200, 40, 40], 2);
  });
});
