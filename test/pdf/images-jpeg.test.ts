/** JPEG files: what is kept, what is taken out, what is made smaller and what is converted. */
import { describe, expect, it } from 'vitest';
import { inspectImage } from '../../src/pdf/images/inspect.ts';
import { prepareImage } from '../../src/pdf/images/prepare.ts';
import { adobe, draw, exif, JFIF, jpeg, pdfWith, segment, show, ycc } from './images-files.ts';

const NO_LIMIT = { maxWidth: Infinity, maxHeight: Infinity };
const RED = [220, 30, 40] as const;
const GREEN = [20, 160, 60] as const;
const BLUE = [30, 50, 200] as const;
const GOLD = [230, 190, 20] as const;
/** Red and green above, blue and gold below. */
const QUARTERS = [
  [RED, GREEN],
  [BLUE, GOLD],
].map((row) => row.map((color) => ycc(color)));

const near = (seen: readonly number[], wanted: readonly number[], by = 6) =>
  seen.every((value, k) => Math.abs(value - wanted[k]!) <= by);

/** A field of blocks of one colour with a seam down the middle. */
const field = (columns: number, rows: number, left: readonly number[], right: readonly number[]) =>
  Array.from({ length: rows }, () =>
    Array.from({ length: columns }, (_, x) => (x < columns / 2 ? left : right)),
  );

describe('a JPEG that fits', () => {
  const file = jpeg({ segments: [JFIF], blocks: QUARTERS });

  it('is kept byte for byte', async () => {
    const prepared = await prepareImage(file, NO_LIMIT);
    expect(Buffer.from(prepared.data).equals(file)).toBe(true);
    expect(prepared).toMatchObject({
      width: 16,
      height: 16,
      colorSpace: 'DeviceRGB',
      filter: 'DCTDecode',
      orientation: 1,
    });
    const at = await show(prepared);
    expect(
      [at(3, 3), at(12, 3), at(3, 12), at(12, 12)].map((seen, i) => near(seen, [RED, GREEN, BLUE, GOLD][i]!)),
    ).toEqual([true, true, true, true]);
  });

  it('stays gray when it is gray', async () => {
    const prepared = await prepareImage(jpeg({ segments: [JFIF], blocks: [[[40], [200]]] }), NO_LIMIT);
    expect(prepared.colorSpace).toBe('DeviceGray');
    expect((await show(prepared))(12, 4)).toEqual([200, 200, 200]);
  });

  it.each([
    ['an Adobe segment', { segments: [adobe(0)] }],
    ['the names of its components', { ids: [82, 71, 66] }],
  ])('is not taken for YCbCr when it is RGB by %s', async (_, options) => {
    const file = jpeg({ ...options, blocks: [[RED, GREEN]] });
    const at = await show(await prepareImage(file, NO_LIMIT));
    expect([near(at(3, 3), RED), near(at(12, 3), GREEN)]).toEqual([true, true]);
  });
});

describe('privacy', () => {
  const place = 'GPS 34.5553 N 69.2075 E';
  const secrets = [
    exif(1, place),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x>${place}</x>`)),
    segment(0xed, Buffer.from(`Photoshop 3.0\0${place}`)),
    segment(0xfe, Buffer.from(place)),
    segment(0xe0, Buffer.from(`JFXX\0\x10${place}`)),
    segment(0xe5, Buffer.from(place)),
  ];
  const file = jpeg({ segments: [JFIF, ...secrets], blocks: QUARTERS, trailer: `MOV ${place}` });

  it('takes out where and when a picture was taken, and what follows its end', async () => {
    expect(file.includes(place)).toBe(true);
    const prepared = await prepareImage(file, NO_LIMIT);
    const pdf = await pdfWith(prepared, [16, 16], { x: 0, y: 0, width: 16, height: 16 });
    for (const word of ['GPS', '34.55', 'Exif', 'Photoshop', 'JFXX', 'MOV', 'xap'])
      expect(pdf.includes(word), word).toBe(false);
    expect(Buffer.from(prepared.data).equals(jpeg({ segments: [JFIF], blocks: QUARTERS }))).toBe(true);
  });

  it('takes out the thumbnail inside the JFIF segment', async () => {
    const thumbnail = segment(0xe0, JFIF.subarray(4, 16), Buffer.of(2, 2), Buffer.from('face of him!'));
    const prepared = await prepareImage(jpeg({ segments: [thumbnail], blocks: QUARTERS }), NO_LIMIT);
    expect(Buffer.from(prepared.data).equals(jpeg({ segments: [JFIF], blocks: QUARTERS }))).toBe(true);
  });
});

describe('orientation', () => {
  const [r, g, b, y] = [RED, GREEN, BLUE, GOLD];
  /** How the quarters stand when a reader has turned the picture: top left, top right, bottom left, bottom right. */
  const TURNED = {
    1: [r, g, b, y],
    2: [g, r, y, b],
    3: [y, b, g, r],
    4: [b, y, r, g],
    5: [r, b, g, y],
    6: [b, r, y, g],
    7: [y, g, b, r],
    8: [g, y, r, b],
  };

  it.each(Object.entries(TURNED))('%s is drawn upright, in its box', async (orientation, corners) => {
    const file = jpeg({ segments: [exif(Number(orientation))], blocks: QUARTERS });
    const prepared = await prepareImage(file, NO_LIMIT);
    expect(prepared.orientation).toBe(Number(orientation));
    const at = await draw(await pdfWith(prepared, [100, 80], { x: 10, y: 20, width: 60, height: 40 }));
    const seen = [at(20, 28), at(60, 28), at(20, 52), at(60, 52)];
    expect(seen.map((color, i) => near(color, corners[i]!))).toEqual([true, true, true, true]);
    expect([at(8, 40), at(72, 40), at(40, 18), at(40, 62)]).toEqual(
      Array.from({ length: 4 }, () => [255, 255, 255]),
    );
  });

  it('counts when sizes are told and when limits are kept', async () => {
    const file = jpeg({ segments: [exif(6)], blocks: field(40, 10, ycc(RED), ycc(BLUE)) });
    expect(inspectImage(file)).toMatchObject({ width: 80, height: 320, orientation: 6 });
    const prepared = await prepareImage(file, { maxWidth: 40, maxHeight: 160 });
    expect(prepared).toMatchObject({ width: 160, height: 40, orientation: 6 });
    const at = await show(prepared);
    expect([near(at(20, 20), RED), near(at(20, 140), BLUE)]).toEqual([true, true]);
  });
});

describe('a JPEG larger than print needs', () => {
  it('is made smaller and keeps its colours', async () => {
    const file = jpeg({ segments: [JFIF, exif(1, 'GPS')], blocks: field(64, 64, ycc(RED), ycc(GREEN)) });
    const prepared = await prepareImage(file, { maxWidth: 100, maxHeight: 100 });
    expect(prepared).toMatchObject({ width: 100, height: 100, filter: 'DCTDecode', colorSpace: 'DeviceRGB' });
    expect(prepared.data.length).toBeLessThan(file.length);
    expect(Buffer.from(prepared.data).includes('GPS')).toBe(false);
    const at = await show(prepared);
    expect([near(at(20, 50), RED), near(at(80, 50), GREEN)]).toEqual([true, true]);
    expect(await prepareImage(file, { maxWidth: 100, maxHeight: 100 })).toEqual(prepared);
  });

  it('stays gray', async () => {
    const prepared = await prepareImage(jpeg({ blocks: field(64, 64, [50], [210]) }), {
      maxWidth: 100,
      maxHeight: 100,
    });
    expect(prepared.colorSpace).toBe('DeviceGray');
    const at = await show(prepared);
    expect([near(at(20, 50), [50, 50, 50]), near(at(80, 50), [210, 210, 210])]).toEqual([true, true]);
  });
});

describe('CMYK', () => {
  /** Adobe stores inks inverted: 255 is no ink. */
  const ink = (...coverage: number[]) => coverage.map((share) => Math.round(255 * (1 - share)));

  it('becomes RGB with the colours of print', async () => {
    const inks = [ink(1, 0, 0, 0), ink(0, 1, 1, 0), ink(0, 0, 0, 1), ink(0, 0, 0, 0), ink(0, 0, 0, 0.5)];
    const file = jpeg({ segments: [adobe(0)], blocks: [inks] });
    expect(inspectImage(file).components).toBe(4);
    const prepared = await prepareImage(file, NO_LIMIT);
    expect(prepared).toMatchObject({ colorSpace: 'DeviceRGB', width: 40, height: 8 });
    const at = await show(prepared);
    const seen = [0, 1, 2, 3, 4].map((i) => at(i * 8 + 4, 4));
    const wanted = [
      [0, 159, 227],
      [227, 6, 19],
      [0, 0, 0],
      [255, 255, 255],
      [147, 147, 147],
    ];
    expect(seen.map((color, i) => near(color, wanted[i]!, 12))).toEqual([true, true, true, true, true]);
  });

  it('is taken as it stands when no program of Adobe wrote it: 255 is full', async () => {
    const at = await show(await prepareImage(jpeg({ blocks: [[[255, 0, 0, 0]]] }), NO_LIMIT));
    expect(near(at(4, 4), [0, 159, 227])).toBe(true);
  });
});

describe('damage', () => {
  it('shows when a file is cut off anywhere', async () => {
    const file = jpeg({ segments: [JFIF, exif(1)], blocks: field(8, 8, ycc(RED), ycc(BLUE)) });
    for (let length = 0; length < file.length; length++) {
      await expect(prepareImage(file.subarray(0, length), NO_LIMIT), `${length}`).rejects.toThrow(
        expect.objectContaining({ name: 'ImageFormatError' }),
      );
    }
  });

  it('shows when samples are missing and have to be decoded', async () => {
    const file = jpeg({ segments: [JFIF], blocks: field(64, 64, ycc(RED), ycc(GREEN)) });
    const broken = Buffer.concat([file.subarray(0, file.length - 2000), file.subarray(-2)]);
    await expect(prepareImage(broken, { maxWidth: 20, maxHeight: 20 })).rejects.toThrow(
      'its samples end too early',
    );
  });
});
