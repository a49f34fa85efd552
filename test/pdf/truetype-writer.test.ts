/** Fonts written with composed glyphs, opened again by Bayan and by fontkit and compared with the source's shapes. */
import { describe, expect, it } from 'vitest';
import { openTrueType } from '../../src/fonts/truetype/source.ts';
import { type ComposedGlyph, writeTrueType } from '../../src/fonts/truetype/writer.ts';
import { expectLinear } from '../support/linear.ts';
import {
  clustersOf,
  FONT_NAMES,
  type FontkitCommand,
  fileChecksum,
  fontBytes,
  moved,
  openFont,
  openWithFontkit,
  tablePlace,
} from './truetype-fonts.ts';

const single = (glyph: number, advance = 500, x = 0, y = 0): ComposedGlyph => ({
  components: [{ glyph, x, y }],
  advance,
});

describe.each(FONT_NAMES)('%s', (name) => {
  const source = openFont(name);
  const sourcePaths = openWithFontkit(fontBytes(name));
  const clusters = clustersOf(source, 150);
  const data = writeTrueType(source, clusters);
  const written = openTrueType(data);
  const writtenPaths = openWithFontkit(data);
  const scales = name === 'serif' || name === 'serifItalic';

  it('draws each cluster as its glyphs at their offsets', () => {
    clusters.forEach(({ components }, i) => {
      const expected = components.flatMap(({ glyph, x, y }) =>
        moved(sourcePaths.getGlyph(glyph).path.commands, x, y),
      );
      const drawn = writtenPaths.getGlyph(i + 1).path.commands;
      // Vazirmatn's outlines run both ways; in some clusters they are turned, but no point moves.
      if (name === 'vazirmatn') expect(allPoints(drawn), `cluster ${i}`).toEqual(allPoints(expected));
      else expect(drawn, `cluster ${i}`).toEqual(expected);
    });
    expect(writtenPaths.getGlyph(0).path.commands).toEqual(sourcePaths.getGlyph(0).path.commands);
  });

  it("gives each cluster the union of its glyphs' boxes, and its advance", () => {
    clusters.forEach(({ components, advance }, i) => {
      const boxes = components.flatMap(({ glyph, x, y }) => {
        const box = source.outlines.bounds(glyph);
        return box ? [[box[0] + x, box[1] + y, box[2] + x, box[3] + y] as const] : [];
      });
      const box = written.outlines.bounds(i + 1);
      expect(written.advanceOf(i + 1)).toBe(advance);
      expect(writtenPaths.getGlyph(i + 1).advanceWidth).toBe(advance);
      expect(box === undefined).toBe(boxes.length === 0);
      if (!box) return;
      expect(written.leftSideBearingOf(i + 1)).toBe(box[0]);
      // Two units of room: scaled components are boxed from their own box, where the source's header is rounded.
      for (const [edge, pick] of [Math.min, Math.min, Math.max, Math.max].entries()) {
        const exact = pick(...boxes.map((b) => b[edge] ?? 0));
        expect(Math.abs((box[edge] ?? 0) - exact), `cluster ${i} edge ${edge}`).toBeLessThanOrEqual(
          scales ? 2 : 0,
        );
      }
    });
  });

  it('is a sound file that is the same every time', () => {
    expect(data.length % 4).toBe(0);
    expect(fileChecksum(data)).toBe(0xb1b0afba);
    for (const tag of ['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']) {
      expect(tablePlace(data, tag).offset % 4).toBe(0);
    }
    expect(Buffer.compare(writeTrueType(openFont(name), clusters), data)).toBe(0);
    expect(written.unitsPerEm).toBe(source.unitsPerEm);
    expect([written.ascender, written.descender]).toEqual([source.ascender, source.descender]);
  });

  it('states its own extremes', () => {
    const glyphs = Array.from({ length: written.glyphCount }, (_, glyph) => glyph);
    const boxes = glyphs.flatMap((glyph) => written.outlines.bounds(glyph) ?? []);
    expect(written.bbox[0]).toBe(Math.min(...boxes.filter((_, i) => i % 4 === 0)));
    expect(written.bbox[3]).toBe(Math.max(...boxes.filter((_, i) => i % 4 === 3)));
    expect(writtenPaths.hhea.advanceWidthMax).toBe(
      Math.max(...glyphs.map((glyph) => written.advanceOf(glyph))),
    );
    expect(writtenPaths.maxp.maxComponentDepth).toBe(1);
    expect(writtenPaths.maxp.maxSizeOfInstructions).toBe(0);
    expect(writtenPaths.maxp.maxComponentElements).toBeGreaterThanOrEqual(4);
  });

  it('can be written again from itself', () => {
    const again = Array.from({ length: clusters.length }, (_, i) => single(i + 1, written.advanceOf(i + 1)));
    const copy = openWithFontkit(writeTrueType(written, again));
    for (let i = 0; i <= clusters.length; i++) {
      expect(copy.getGlyph(i).path.commands).toEqual(writtenPaths.getGlyph(i).path.commands);
    }
  });
});

describe('how glyphs are written', () => {
  const source = openFont('serif');
  const a = source.glyphFor(0x61);
  const space = source.glyphFor(0x20);
  const count = (glyphs: readonly ComposedGlyph[]) => openTrueType(writeTrueType(source, glyphs)).glyphCount;

  it('copies a glyph that stands alone and shares it with those that place it', () => {
    expect(count([single(a)])).toBe(2);
    expect(count([single(a), single(a, 600), single(a, 500, 30, 0)])).toBe(4);
    // Nothing shows the bare glyph: it follows after the encoded ones, once.
    expect(count([single(a, 500, 30, 0), single(a, 500, -30, 0)])).toBe(4);
  });

  it('draws nothing for spaces and clusters without glyphs, and keeps their advance', () => {
    const font = openTrueType(writeTrueType(source, [single(space, 250), { components: [], advance: 77 }]));
    expect([font.outlines.bounds(1), font.outlines.bounds(2)]).toEqual([undefined, undefined]);
    expect([font.advanceOf(1), font.advanceOf(2)]).toEqual([250, 77]);
  });

  it('stacks as many marks on a letter as there are, in time that grows with their number', () => {
    const marks = (size: number): ComposedGlyph => ({
      components: Array.from({ length: size }, (_, i) => ({ glyph: a, x: 0, y: 1000 * i })),
      advance: 500,
    });
    expectLinear((size) => void writeTrueType(source, [marks(size)]), 4000);
  });

  it('leaves hinting out', () => {
    const data = writeTrueType(source, [single(a)]);
    const original = fontBytes('serif').length;
    expect(data.length).toBeLessThan(original / 100);
    for (const tag of ['prep', 'cvt ', 'fpgm', 'gasp', 'OS/2', 'name', 'post', 'cmap']) {
      expect(() => tablePlace(data, tag)).toThrow();
    }
  });

  it('writes equal advances at the end once', () => {
    const equal = Array.from({ length: 50 }, () => single(a, 600));
    const data = writeTrueType(source, [single(a, 500), ...equal]);
    const font = openTrueType(data);
    expect(font.hhea.u16(34)).toBe(3);
    expect([1, 2, 51].map((glyph) => font.advanceOf(glyph))).toEqual([500, 600, 600]);
    expect(font.leftSideBearingOf(51)).toBe(source.outlines.bounds(a)?.[0]);
  });

  it('cuts numbers that the format cannot hold to the nearest and stays readable', () => {
    const data = writeTrueType(source, [single(a), single(a, 500, 40000, 0), single(a, -5)]);
    const font = openTrueType(data);
    expect(font.outlines.bounds(2)?.[2]).toBe(32767);
    expect(font.advanceOf(3)).toBe(0);
    expect(openWithFontkit(data).getGlyph(2).path.commands.length).toBeGreaterThan(0);
  });

  it('uses long offsets only when the outlines need them', () => {
    const mono = openFont('mono');
    const format = (count: number) => {
      const glyphs = Array.from({ length: count }, (_, i) => single(i));
      return openTrueType(writeTrueType(mono, glyphs)).head.i16(50);
    };
    expect([format(100), format(mono.glyphCount)]).toEqual([0, 1]);
  });
});

describe('outlines that run the wrong way round', () => {
  const source = openFont('vazirmatn');
  const paths = openWithFontkit(fontBytes('vazirmatn'));
  const beh = source.glyphFor(0x628);
  const latin = source.glyphFor(0x4f);
  const pathOf = (glyphs: readonly ComposedGlyph[]) =>
    openWithFontkit(writeTrueType(source, glyphs)).getGlyph(1).path.commands;
  const together = (x: number): ComposedGlyph => ({
    components: [
      { glyph: latin, x: 0, y: 0 },
      { glyph: beh, x, y: 0 },
    ],
    advance: 1500,
  });

  it('are turned where they would cut a hole into another glyph', () => {
    // Vazirmatn draws its Arabic counter-clockwise and its Latin clockwise.
    const [o, b] = [latin, beh].map((glyph) => area(paths.getGlyph(glyph).path.commands));
    expect([Math.sign(o ?? 0), Math.sign(b ?? 0)]).toEqual([-1, 1]);
    const composed = pathOf([together(50)]);
    expect(area(composed)).toBeCloseTo((o ?? 0) - (b ?? 0), 3);
    const shift = moved(paths.getGlyph(beh).path.commands, 50, 0);
    const original = [...paths.getGlyph(latin).path.commands, ...shift];
    expect(allPoints(composed)).toEqual(allPoints(original));
  });

  it('are left alone where nothing overlaps, and alone', () => {
    const expected = [
      ...paths.getGlyph(latin).path.commands,
      ...moved(paths.getGlyph(beh).path.commands, 9000, 0),
    ];
    expect(pathOf([together(9000)])).toEqual(expected);
    expect(pathOf([single(beh)])).toEqual(paths.getGlyph(beh).path.commands);
  });
});

describe('components hung on points instead of offsets', () => {
  it('puts the two points together', () => {
    const serif = openFont('serif');
    const o = serif.glyphFor(0x6f);
    const dot = serif.glyphFor(0x2e);
    // Glyph 3 is o and dot; its second component's offset is then rewritten as "point 2 of o meets point 1 of dot".
    const data = writeTrueType(serif, [
      single(o),
      single(dot),
      {
        components: [
          { glyph: o, x: 0, y: 0 },
          { glyph: dot, x: 5, y: 5 },
        ],
        advance: 500,
      },
    ]);
    const written = openTrueType(data);
    const glyph = tablePlace(data, 'glyf').offset + written.tables.need('loca').u16(6) * 2;
    const second = glyph + 10 + 6;
    const view = new DataView(data.buffer);
    expect(view.getUint16(second)).toBe(0x0002);
    view.setUint16(second, 0x0000);
    view.setUint8(second + 4, 2);
    view.setUint8(second + 5, 1);

    const [base, mark] = openTrueType(data).outlines.piecesOf(3);
    const points = (id: number) => pointsOf(data, id);
    expect(base).toMatchObject({ x: 0, y: 0 });
    const [ox, oy] = points(1)[2] ?? [];
    const [dx, dy] = points(2)[1] ?? [];
    expect(mark).toMatchObject({ x: (ox ?? 0) - (dx ?? 0), y: (oy ?? 0) - (dy ?? 0) });
  });
});

/** Every point a path passes through or steers by, sorted, each once. */
function allPoints(commands: readonly FontkitCommand[]): string[] {
  const points = commands.flatMap(({ args }) =>
    args.flatMap((value, i) => (i % 2 === 0 ? [`${value} ${args[i + 1]}`] : [])),
  );
  return [...new Set(points)].sort();
}

/** Area of a path's control polygon in square units; negative when it runs clockwise. */
function area(commands: readonly FontkitCommand[]): number {
  let sum = 0;
  let start = [0, 0];
  let [x, y] = [0, 0];
  for (const { command, args } of commands) {
    const points = command === 'closePath' ? start : args;
    if (command === 'moveTo') start = [...args];
    for (let i = 0; i < points.length; i += 2) {
      const [toX, toY] = [points[i] ?? 0, points[i + 1] ?? 0];
      if (command !== 'moveTo') sum += (x * toY - toX * y) / 2;
      [x, y] = [toX, toY];
    }
  }
  return sum;
}

/** Points of a glyph as fontkit decodes them. */
function pointsOf(data: Uint8Array, glyph: number): [number, number][] {
  const decoded = openWithFontkit(data).getGlyph(glyph) as unknown as {
    _decode(): { points: { x: number; y: number }[] };
  };
  return decoded._decode().points.map(({ x, y }) => [x, y]);
}
