/** Broken fonts: whatever is wrong, the answer is a FontFormatError or a font, never another error or a hang. */
import { describe, expect, it } from 'vitest';
import { FontFormatError, openTrueType, type TrueTypeSource } from '../../src/fonts/truetype/source.ts';
import { writeTrueType } from '../../src/fonts/truetype/writer.ts';
import { clustersOf, type FontName, fontBytes, openFont, tablePlace } from './truetype-fonts.ts';

/** Reads everything there is to read and writes a font. Returns whether the font was found sound. */
function exercise(data: Uint8Array): boolean {
  let sound = true;
  const attempt = (step: () => unknown) => {
    try {
      step();
    } catch (error) {
      sound = false;
      if (!(error instanceof FontFormatError)) throw error;
    }
  };
  let source: TrueTypeSource | undefined;
  attempt(() => {
    source = openTrueType(data);
  });
  const font = source;
  if (!font) return false;
  attempt(() => [font.family, font.postScriptName, font.italicAngle, font.isFixedPitch, font.fsType]);
  attempt(() => [font.xHeight, font.capHeight, font.weightClass]);
  for (let codePoint = 0x20; codePoint < 0x800; codePoint += 7) attempt(() => font.glyphFor(codePoint));
  for (let glyph = 0; glyph < font.glyphCount; glyph += 97) attempt(() => font.outlines.bounds(glyph));
  attempt(() => {
    const written = writeTrueType(font, clustersOf(font, 60));
    writeTrueType(openTrueType(written), [{ components: [{ glyph: 1, x: 0, y: 0 }], advance: 1 }]);
  });
  return sound;
}

/** A small deterministic generator (Lehmer, MINSTD), so that a failing case can be found again. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

const SAMPLES: readonly FontName[] = ['vazirmatn', 'nastaliq', 'serif'];

describe.each(SAMPLES)('%s', (name) => {
  const data = fontBytes(name);

  it('is sound to begin with', () => {
    expect(exercise(data)).toBe(true);
  });

  it('cut short anywhere', () => {
    for (let length = 0; length < 320; length++) expect(exercise(data.subarray(0, length))).toBe(false);
    for (let i = 1; i < 60; i++) exercise(data.subarray(0, Math.floor((data.length * i) / 60)));
  });

  it('with bytes changed in each table it is read from', () => {
    const next = sequence(20240131);
    for (const tag of ['head', 'hhea', 'hmtx', 'maxp', 'loca', 'glyf', 'cmap', 'name', 'OS/2', 'post']) {
      const { offset, length } = tablePlace(data, tag);
      for (let round = 0; round < 12; round++) {
        const broken = data.slice();
        const reach = round % 2 === 0 ? length : Math.min(length, 64);
        for (let i = 0; i < 1 + round * 4; i++)
          broken[offset + next(reach)] = next(3) === 0 ? 0xff : next(256);
        exercise(broken);
      }
    }
  });

  it('with a directory that lies', () => {
    const next = sequence(7);
    for (let round = 0; round < 80; round++) {
      const broken = data.slice();
      for (let i = 0; i < 1 + (round % 4); i++) broken[4 + next(12 + 16 * 18)] = next(256);
      exercise(broken);
    }
  });
});

describe('composite glyphs that cannot be', () => {
  /** Vazirmatn with the first component of a composite glyph made another glyph. */
  function withComponent(replacement: (glyph: number) => number): { source: TrueTypeSource; glyph: number } {
    const data = fontBytes('vazirmatn');
    const { tables, head, glyphCount } = openTrueType(data);
    const glyf = tablePlace(data, 'glyf').offset;
    const view = new DataView(data.buffer);
    const loca = tables.need('loca');
    const long = head.i16(50) !== 0;
    for (let glyph = 1; glyph < glyphCount; glyph++) {
      const at = glyf + (long ? loca.u32(glyph * 4) : loca.u16(glyph * 2) * 2);
      if (view.getInt16(at) >= 0) continue;
      view.setUint16(at + 12, replacement(glyph));
      return { source: openTrueType(data), glyph };
    }
    throw new Error('no composite glyph');
  }

  it('made of themselves', () => {
    const { source, glyph } = withComponent((own) => own);
    expect(() => source.outlines.piecesOf(glyph)).toThrow('made of itself');
  });

  it('made of a glyph that is not there', () => {
    const { source, glyph } = withComponent(() => 0xfff0);
    expect(() => source.outlines.piecesOf(glyph)).toThrow(FontFormatError);
  });

  it('do not spoil the glyphs around them', () => {
    const { source } = withComponent(() => 0xfff0);
    const alef = source.glyphFor(0x627);
    const data = writeTrueType(source, [{ components: [{ glyph: alef, x: 0, y: 0 }], advance: 300 }]);
    const original = openFont('vazirmatn').outlines.bounds(alef);
    expect(openTrueType(data).outlines.bounds(1)).toEqual(original);
  });
});
