/** PNG files of every kind, seen on the page that they end up on. */
import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { embedImage } from '../../src/pdf/images/embed.ts';
import { prepareImage } from '../../src/pdf/images/prepare.ts';
import { displayP3 } from '../support/display-p3.ts';
import { chunk, draw, type PngOptions, pdfWith, png, show } from './images-files.ts';

const NO_LIMIT = { maxWidth: Infinity, maxHeight: Infinity };
const WIDTH = 11;
const HEIGHT = 13;
/** A value for each place and channel that uses the whole range of a depth. */
const sample = (x: number, y: number, k: number, bits: number) =>
  (x * 29 + y * 71 + k * 97 + x * y * 5) % 2 ** bits;
const eightBits = (value: number, bits: number) => Math.round((value * 255) / (2 ** bits - 1));
const over = (color: number, alpha: number) => Math.round((color * alpha + 255 * (255 - alpha)) / 255);

const PALETTE = Buffer.from(Array.from({ length: 256 * 3 }, (_, i) => (i * 83) % 256));

const KINDS = [
  ...[1, 2, 4, 8, 16].map((bitDepth) => ({ colorType: 0, bitDepth, name: 'gray' })),
  ...[8, 16].map((bitDepth) => ({ colorType: 2, bitDepth, name: 'RGB' })),
  ...[1, 2, 4, 8].map((bitDepth) => ({ colorType: 3, bitDepth, name: 'palette' })),
  ...[8, 16].map((bitDepth) => ({ colorType: 4, bitDepth, name: 'gray with alpha' })),
  ...[8, 16].map((bitDepth) => ({ colorType: 6, bitDepth, name: 'RGB with alpha' })),
].flatMap((kind) => [
  { ...kind, interlaced: false },
  { ...kind, interlaced: true },
]);
const COUNTS: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

describe.each(KINDS)(
  '$name, $bitDepth bits, interlaced: $interlaced',
  ({ colorType, bitDepth, interlaced }) => {
    it('looks on the page as it was saved', async () => {
      const count = COUNTS[colorType]!;
      const pixel = (x: number, y: number) =>
        Array.from({ length: count }, (_, k) => sample(x, y, k, bitDepth));
      const chunks = colorType === 3 ? [chunk('PLTE', PALETTE.subarray(0, 3 * 2 ** bitDepth))] : [];
      const file = png({ width: WIDTH, height: HEIGHT, colorType, bitDepth, interlaced, chunks, pixel });
      const prepared = await prepareImage(file, NO_LIMIT);
      expect(prepared.bitsPerComponent).toBe(Math.min(8, bitDepth));
      expect(prepared.softMask !== undefined).toBe(colorType >= 4);
      const at = await show(prepared);
      for (let y = 0; y < HEIGHT; y++) {
        for (let x = 0; x < WIDTH; x++) {
          const values = pixel(x, y).map((value) => eightBits(value, bitDepth));
          const alpha = colorType >= 4 ? values.at(-1)! : 255;
          const [r = 0, g = r, b = r] =
            colorType === 3 ? PALETTE.subarray(pixel(x, y)[0]! * 3) : colorType === 4 ? [values[0]!] : values;
          const seen = at(x, y);
          const worst = Math.max(...[r, g, b].map((value, k) => Math.abs(seen[k]! - over(value, alpha))));
          expect(worst, `${x},${y}`).toBeLessThanOrEqual(1);
        }
      }
    });
  },
);

const simple = (options: Partial<PngOptions>) =>
  png({ width: 4, height: 4, colorType: 2, bitDepth: 8, pixel: () => [0, 0, 0], ...options });

describe('transparency', () => {
  it.each([8, 16])('hides the one transparent colour of an RGB picture of %i bits', async (bitDepth) => {
    const key = bitDepth === 8 ? [10, 20, 30] : [2560, 5120, 7680];
    const transparent = Buffer.from(key.flatMap((value) => [value >> 8, value & 255]));
    const file = simple({
      bitDepth,
      chunks: [chunk('tRNS', transparent)],
      pixel: (x) => (x < 2 ? key : [key[0]!, key[1]!, key[2]! + 1]),
    });
    const at = await show(await prepareImage(file, NO_LIMIT));
    expect(at(1, 1)).toEqual([255, 255, 255]);
    expect(at(2, 1).every((value) => value < 40)).toBe(true);
  });

  it('hides the one transparent gray', async () => {
    const file = simple({
      colorType: 0,
      bitDepth: 2,
      chunks: [chunk('tRNS', Buffer.of(0, 1))],
      pixel: (x) => [x],
    });
    const at = await show(await prepareImage(file, NO_LIMIT));
    expect([0, 1, 2, 3].map((x) => at(x, 0)[0])).toEqual([0, 255, 170, 255]);
  });

  it('fades palette entries and keeps the palette', async () => {
    const chunks = [chunk('PLTE', Buffer.of(255, 0, 0, 0, 0, 255)), chunk('tRNS', Buffer.of(128))];
    const prepared = await prepareImage(
      simple({ colorType: 3, bitDepth: 1, chunks, pixel: (x) => [x >> 1] }),
      NO_LIMIT,
    );
    expect(prepared.colorSpace).toEqual({ palette: Uint8Array.of(255, 0, 0, 0, 0, 255) });
    const at = await show(prepared);
    expect(at(3, 0)).toEqual([0, 0, 255]);
    expect(at(0, 0)[1]).toBeGreaterThan(120);
  });

  it('has no soft mask when everything is opaque', async () => {
    const prepared = await prepareImage(simple({ colorType: 6, pixel: () => [1, 2, 3, 255] }), NO_LIMIT);
    expect(prepared.softMask).toBeUndefined();
  });

  it('leaves no dark fringe when a picture is made smaller', async () => {
    const file = simple({
      width: 60,
      height: 60,
      colorType: 6,
      pixel: (x) => (x < 31 ? [255, 0, 0, 255] : [0, 0, 0, 0]),
    });
    const prepared = await prepareImage(file, { maxWidth: 20, maxHeight: 20 });
    const at = await show(prepared);
    for (let x = 0; x < 20; x++) expect(at(x, 9)[0]).toBeGreaterThanOrEqual(254);
  });
});

describe('size', () => {
  const gradient = simple({ width: 300, height: 200, pixel: (x, y) => [Math.floor(x / 2), y, 90] });

  it('is reduced to what print needs, colours in place', async () => {
    const prepared = await prepareImage(gradient, { maxWidth: 100, maxHeight: 500 });
    expect([prepared.width, prepared.height]).toEqual([100, 67]);
    const at = await show(prepared);
    expect(Math.abs(at(50, 33)[0] - 75)).toBeLessThanOrEqual(2);
    expect(Math.abs(at(50, 33)[1] - 100)).toBeLessThanOrEqual(2);
    expect(Math.abs(at(50, 33)[2] - 90)).toBeLessThanOrEqual(1);
  });

  it('is kept when it is no more than a fifth too large', async () => {
    expect((await prepareImage(gradient, { maxWidth: 251, maxHeight: 251 })).width).toBe(300);
    expect((await prepareImage(gradient, { maxWidth: 249, maxHeight: 249 })).width).toBe(249);
  });

  it('has a mean that does not change with the size', async () => {
    const checkered = simple({
      width: 90,
      height: 90,
      colorType: 0,
      pixel: (x, y) => [(x + y) % 2 ? 255 : 0],
    });
    const at = await show(await prepareImage(checkered, { maxWidth: 20, maxHeight: 20 }));
    expect(Math.abs(at(10, 10)[0] - 128)).toBeLessThan(12);
  });

  it('never has an empty side', async () => {
    const strip = simple({ width: 4000, height: 1 });
    expect(await prepareImage(strip, { maxWidth: 10, maxHeight: 10 })).toMatchObject({
      width: 10,
      height: 1,
    });
  });
});

describe('what is written', () => {
  it('is gray for gray pictures, also when made smaller', async () => {
    const file = simple({ width: 80, height: 80, colorType: 4, pixel: (x) => [x, 255] });
    expect((await prepareImage(file, { maxWidth: 20, maxHeight: 20 })).colorSpace).toBe('DeviceGray');
  });

  it('uses row filters where they help', async () => {
    const smooth = simple({ width: 200, height: 200, pixel: (x, y) => [x, y, (x + y) >> 1] });
    const prepared = await prepareImage(smooth, NO_LIMIT);
    expect(prepared.decodeParms).toEqual({ Predictor: 15, Colors: 3, BitsPerComponent: 8, Columns: 200 });
    expect(prepared.data.length).toBeLessThan(4000);
    const at = await show(prepared);
    expect(at(150, 20)).toEqual([150, 20, 85]);
  });

  it('holds no text chunk and no time', async () => {
    const file = simple({
      chunks: [chunk('tEXt', Buffer.from('Author\0Somebody at home')), chunk('tIME', Buffer.alloc(7))],
    });
    const pdf = await pdfWith(await prepareImage(file, NO_LIMIT), [4, 4], {
      x: 0,
      y: 0,
      width: 4,
      height: 4,
    });
    expect(pdf.includes('Somebody')).toBe(false);
  });

  it('is in the file once, however often it is drawn', async () => {
    const prepared = await prepareImage(simple({ colorType: 6, pixel: (x) => [x, 0, 0, 9] }), NO_LIMIT);
    let written = 0;
    const writer = { ref: (data = {}) => ({ data, write() {}, end: () => void written++ }) };
    expect(embedImage(writer, prepared)).toBe(embedImage(writer, prepared));
    // The picture and its soft mask.
    expect(written).toBe(2);
  });

  it('is the same every time', async () => {
    const file = simple({ width: 64, height: 64, colorType: 6, pixel: (x, y) => [x, y, x ^ y, x * 4] });
    const limits = { maxWidth: 30, maxHeight: 30 };
    expect(await prepareImage(file, limits)).toEqual(await prepareImage(file, limits));
  });

  it('carries a wide-gamut profile and drops a broken one', async () => {
    const profile = displayP3('Display P3');
    const iccp = (content: Buffer) =>
      chunk('iCCP', Buffer.concat([Buffer.from('P3\0\0', 'latin1'), deflateSync(content)]));
    const prepared = await prepareImage(simple({ chunks: [iccp(profile)] }), NO_LIMIT);
    expect(prepared.profile!.length).toBeLessThan(profile.length + 60);
    const box = { x: 0, y: 0, width: 4, height: 4 };
    expect((await pdfWith(prepared, [4, 4], box)).toString('latin1')).toMatch(
      /\/ColorSpace \[\/ICCBased \d+ 0 R\]/,
    );
    expect(
      (await prepareImage(simple({ chunks: [iccp(profile.subarray(0, 200))] }), NO_LIMIT)).profile,
    ).toBeUndefined();
  });
});

it('draws the palette of a file whose samples go past it', async () => {
  const chunks = [chunk('PLTE', Buffer.of(9, 9, 9))];
  const prepared = await prepareImage(
    simple({ colorType: 3, bitDepth: 8, chunks, pixel: (x) => [x === 3 ? 200 : 0] }),
    NO_LIMIT,
  );
  const at = await draw(await pdfWith(prepared, [4, 4], { x: 0, y: 0, width: 4, height: 4 }));
  expect([at(0, 0), at(3, 0)]).toEqual([
    [9, 9, 9],
    [0, 0, 0],
  ]);
  expect(inflateSync(prepared.data).length).toBeGreaterThan(0);
});
