/** What is told of a picture before it is opened, and what is said of files that are no pictures. */
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ImageFormatError, inspectImage } from '../../src/pdf/images/inspect.ts';
import { prepareImage } from '../../src/pdf/images/prepare.ts';
import { adobe, chunk, exif, JFIF, jpeg, png, segment } from './images-files.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const NO_LIMIT = { maxWidth: Infinity, maxHeight: Infinity };
const SMALL = png({ width: 5, height: 3, colorType: 6, bitDepth: 8, pixel: () => [1, 2, 3, 4] });

/** The file with a header of that size, and nothing else changed. */
function withPngSize(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([SMALL.subarray(0, 8), chunk('IHDR', header), SMALL.subarray(33)]);
}

describe('facts', () => {
  it('of a PNG', () => {
    expect(inspectImage(SMALL)).toEqual({
      format: 'png',
      width: 5,
      height: 3,
      orientation: 1,
      hasAlpha: true,
      components: 3,
    });
    const gray = png({ width: 9, height: 2, colorType: 0, bitDepth: 1, pixel: () => [1] });
    expect(inspectImage(gray)).toMatchObject({ width: 9, height: 2, hasAlpha: false, components: 1 });
  });

  it('of a JPEG, turned', () => {
    const file = jpeg({
      segments: [JFIF, exif(8)],
      blocks: [
        [
          [1, 2, 3],
          [1, 2, 3],
        ],
      ],
    });
    expect(inspectImage(file)).toEqual({
      format: 'jpeg',
      width: 8,
      height: 16,
      orientation: 8,
      hasAlpha: false,
      components: 3,
    });
    expect(inspectImage(jpeg({ segments: [adobe(2)], blocks: [[[1, 2, 3, 4]]] })).components).toBe(4);
  });

  it.each([0, 9, 65535])('take an EXIF orientation of %i for upright', (orientation) => {
    expect(inspectImage(jpeg({ segments: [exif(orientation)], blocks: [[[1]]] })).orientation).toBe(1);
  });

  it('need the headers only', () => {
    expect(inspectImage(SMALL.subarray(0, SMALL.indexOf('IDAT') + 4)).width).toBe(5);
  });

  it('are not upset by broken EXIF', () => {
    const whole = exif(6).subarray(4);
    for (let length = 6; length < whole.length; length++) {
      expect(() =>
        inspectImage(jpeg({ segments: [segment(0xe1, whole.subarray(0, length))], blocks: [[[1]]] })),
      ).not.toThrow();
    }
  });
});

describe('other files', () => {
  it.each([
    ['RIFF\x10\0\0\0WEBPVP8 ', 'this is a WebP file; save it as PNG or JPEG'],
    ['GIF89a', 'this is a GIF file; save it as PNG or JPEG'],
    ['BM\0\0\0\0', 'this is a BMP file; save it as PNG or JPEG'],
    ['II*\0\x08\0\0\0', 'this is a TIFF file; save it as PNG or JPEG'],
    ['\0\0\0\x1cftypheic\0\0\0\0', 'this is a HEIC file; save it as PNG or JPEG'],
    ['\0\0\0\x1cftypavif\0\0\0\0', 'this is an AVIF file; save it as PNG or JPEG'],
    [
      '<?xml version="1.0"?><svg/>',
      'this looks like an SVG drawing; end its name in .svg, or save it as PNG or JPEG',
    ],
    ['<!DOCTYPE html><p>Not found', 'this is a web page, not the picture; download the picture itself'],
    ['%PDF-1.7', 'this is a PDF file; save it as PNG or JPEG'],
    [
      'version https://git-lfs.github.com/spec/v1',
      'this is a Git LFS pointer, not the picture; run “git lfs pull”',
    ],
    ['\x89PNG\n\x1a\n\0\0', 'this is a PNG file that was altered as if it were text; save it as PNG or JPEG'],
    ['hello', 'this is no PNG or JPEG file'],
    ['\x89PN', 'the file is cut off; copy or save it again'],
    ['', 'the file is empty; copy or save it again'],
  ])('%j', async (start, message) => {
    expect(() => inspectImage(bytes(start))).toThrow(ImageFormatError);
    expect(() => inspectImage(bytes(start))).toThrow(message);
    await expect(prepareImage(bytes(start), NO_LIMIT)).rejects.toThrow(message);
  });

  it.each([
    [0xc3, 8, 'compressed without loss'],
    [0xc9, 8, 'uses arithmetic coding'],
    [0xc5, 8, 'is hierarchical'],
    [0xc1, 12, 'has 12 bits a sample'],
  ])('a JPEG of kind %i', (marker, precision, words) => {
    const file = Buffer.concat([
      Buffer.of(0xff, 0xd8),
      segment(marker, Buffer.of(precision, 0, 8, 0, 8, 1, 1, 0x11, 0)),
    ]);
    expect(() => inspectImage(file)).toThrow(words);
  });
});

describe('limits', () => {
  it('refuses more than 100 megapixels', () => {
    expect(() => inspectImage(withPngSize(10_001, 10_000))).toThrow(/101 megapixels \(10001 × 10000\)/);
    expect(inspectImage(withPngSize(10_000, 10_000)).width).toBe(10_000);
  });

  it('refuses a picture without pixels', () => {
    expect(() => inspectImage(withPngSize(0, 5))).toThrow('it has no pixels');
  });

  it('stops at samples that swell beyond what the header says', async () => {
    const bomb = Buffer.concat([
      SMALL.subarray(0, 33),
      chunk('IDAT', deflateSync(Buffer.alloc(64_000_000))),
      chunk('IEND', Buffer.alloc(0)),
    ]);
    await expect(prepareImage(bomb, NO_LIMIT)).rejects.toThrow('more samples than its header says');
  });

  it('refuses a small JPEG that claims to be huge', async () => {
    const file = jpeg({ segments: [JFIF], blocks: [[[1]]] });
    const frame = file.indexOf(Buffer.of(0xff, 0xc0));
    file.writeUInt16BE(9000, frame + 5);
    file.writeUInt16BE(9000, frame + 7);
    await expect(prepareImage(file, NO_LIMIT)).rejects.toThrow('too few samples');
  });

  it('refuses a JPEG of endless scans', async () => {
    const file = jpeg({ segments: [JFIF], blocks: [[[1]]] });
    const scan = file.subarray(file.indexOf(Buffer.of(0xff, 0xda)), -2);
    const endless = Buffer.concat([
      file.subarray(0, -2),
      ...Array.from({ length: 200 }, () => scan),
      file.subarray(-2),
    ]);
    await expect(prepareImage(endless, NO_LIMIT)).rejects.toThrow('more scans');
  });
});

/** A small deterministic generator (Lehmer, MINSTD), so that a failing case can be found again. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

describe('damage is an ImageFormatError or goes unnoticed, and never anything else', () => {
  const interlaced = png({
    width: 21,
    height: 17,
    colorType: 3,
    bitDepth: 4,
    interlaced: true,
    chunks: [chunk('PLTE', Buffer.alloc(48, 7))],
    pixel: (x) => [x % 16],
  });
  const blocks = Array.from({ length: 4 }, (_, y) =>
    Array.from({ length: 4 }, (_, x) => [x * 60, y * 50, 90]),
  );
  const inks = blocks.map((row) => row.map((block) => [...block, 200]));
  const samples = {
    alpha: SMALL,
    interlaced,
    photo: jpeg({ segments: [JFIF, exif(3)], blocks }),
    inks: jpeg({ segments: [adobe(2)], blocks: inks }),
  };

  const attempt = async (file: Buffer) => {
    try {
      inspectImage(file);
      await prepareImage(file, { maxWidth: 8, maxHeight: 8 });
    } catch (error) {
      if (!(error instanceof ImageFormatError)) throw error;
    }
  };

  it.each(Object.entries(samples))('%s', async (_, sample) => {
    const random = sequence(2024);
    for (let round = 0; round < 150; round++) {
      const file = Buffer.from(sample);
      for (let changes = 1 + random(4); changes > 0; changes--) file[random(file.length)] = random(256);
      await attempt(file);
      await attempt(file.subarray(0, random(file.length)));
    }
  });

  it('a PNG cut off anywhere', async () => {
    for (let length = 0; length < interlaced.length; length++) {
      await expect(prepareImage(interlaced.subarray(0, length), NO_LIMIT)).rejects.toThrow(ImageFormatError);
    }
  });
});
