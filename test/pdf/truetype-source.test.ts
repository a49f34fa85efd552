/** What openTrueType says about the shipped fonts, checked against fontkit and against the fonts' own facts. */
import { describe, expect, it } from 'vitest';
import { FontFormatError, openTrueType } from '../../src/fonts/truetype/source.ts';
import { writeTrueType } from '../../src/fonts/truetype/writer.ts';
import { FONT_NAMES, fontBytes, openFont, openWithFontkit, tablePlace } from './truetype-fonts.ts';

describe.each(FONT_NAMES)('%s', (name) => {
  const source = openFont(name);
  const other = openWithFontkit(fontBytes(name));

  it('has the metrics and names fontkit reads', () => {
    expect(source.unitsPerEm).toBe(other.unitsPerEm);
    expect(source.glyphCount).toBe(other.numGlyphs);
    expect([source.ascender, source.descender, source.lineGap]).toEqual([
      other.ascent,
      other.descent,
      other.lineGap,
    ]);
    // Noto Naskh states 0, which no layout can use.
    expect([source.xHeight, source.capHeight]).toEqual(
      name === 'naskh' ? [536, 714] : [other.xHeight, other.capHeight],
    );
    expect(source.italicAngle).toBeCloseTo(other.italicAngle, 4);
    expect(source.postScriptName).toBe(other.postscriptName);
    expect(source.bbox).toEqual([other.head.xMin, other.head.yMin, other.head.xMax, other.head.yMax]);
    expect(source.isCFF).toBe(false);
    expect(source.fsType).toBe(0);
    expect(source.weightClass).toBe(400);
  });

  it('maps the same characters to the same glyphs', () => {
    const known = new Set(other.characterSet);
    for (let codePoint = 0; codePoint <= 0x1ffff; codePoint++) {
      const expected = known.has(codePoint) ? other.glyphForCodePoint(codePoint).id : 0;
      if (source.glyphFor(codePoint) !== expected) expect.fail(`U+${codePoint.toString(16)}`);
    }
    expect(source.glyphFor(0x10ffff)).toBe(0);
  });

  it('gives every glyph the same advance and a box around its path', () => {
    for (let glyph = 0; glyph < source.glyphCount; glyph += 7) {
      const { advanceWidth, path } = other.getGlyph(glyph);
      expect(source.advanceOf(glyph)).toBe(advanceWidth);
      const bounds = source.outlines.bounds(glyph);
      const ends = path.commands
        .flatMap(({ args }) => [args.slice(-2)])
        .filter((point) => point.length === 2);
      expect(bounds === undefined).toBe(ends.length === 0);
      if (!bounds) continue;
      // One unit of room: Source Serif's scaled components reach past the box their header gives.
      expect(Math.min(...ends.map(([x]) => x ?? 0))).toBeGreaterThanOrEqual(bounds[0] - 1);
      expect(Math.max(...ends.map(([, y]) => y ?? 0))).toBeLessThanOrEqual(bounds[3] + 1);
    }
  });
});

describe('facts fonts state', () => {
  it('names families as their designers do', () => {
    expect(openFont('serif').family).toBe('Source Serif 4');
    expect(openFont('nastaliq').family).toBe('Noto Nastaliq Urdu');
  });

  it('knows a monospaced and an italic face', () => {
    // Noto Sans Mono itself does not say that it is monospaced.
    const data = fontBytes('mono');
    expect(openTrueType(data).isFixedPitch).toBe(false);
    data[tablePlace(data, 'post').offset + 15] = 1;
    expect(openTrueType(data).isFixedPitch).toBe(true);
    expect(openFont('serifItalic').italicAngle).toBeLessThan(0);
  });

  it('measures heights where the font does not state them', () => {
    // A written font has no OS/2 and no cmap: nothing to measure by either.
    const bare = openTrueType(writeTrueType(openFont('serif'), []));
    expect([bare.xHeight, bare.capHeight]).toEqual([500, 700]);
    expect([bare.fsType, bare.weightClass, bare.postScriptName, bare.family]).toEqual([
      0,
      400,
      'Unnamed',
      '',
    ]);

    const data = fontBytes('serif');
    const stated = openTrueType(data);
    const without = openTrueType(renameTable(data, 'OS/2', 'OS/0'));
    expect(Math.abs(without.capHeight - stated.capHeight)).toBeLessThan(10);
    expect(Math.abs(without.xHeight - stated.xHeight)).toBeLessThan(20);
  });

  it('opens the first font of a collection', () => {
    const data = fontBytes('vazirmatn');
    const header = new Uint8Array(
      [...'ttcf'].map((c) => c.charCodeAt(0)).concat([0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 16]),
    );
    const collection = new Uint8Array(16 + data.length);
    collection.set(header);
    collection.set(data, 16);
    const view = new DataView(collection.buffer);
    for (let i = 0; i < view.getUint16(20); i++) {
      const at = 16 + 12 + i * 16 + 8;
      view.setUint32(at, view.getUint32(at) + 16);
    }
    expect(openTrueType(collection).postScriptName).toBe('Vazirmatn-Regular');
    expect(openTrueType(collection).glyphFor(0x6cc)).toBe(openTrueType(data).glyphFor(0x6cc));
  });
});

describe('files that are no font for embedding', () => {
  it.each([
    ['an empty file', new Uint8Array(0), 'ends before'],
    ['text', new TextEncoder().encode('<!doctype html><title>404 Not Found</title>'), 'no TrueType'],
    ['a web font', new TextEncoder().encode('wOF2 and then some more bytes'), '.ttf'],
  ])('%s', (_, data, words) => {
    expect(() => openTrueType(data)).toThrow(FontFormatError);
    expect(() => openTrueType(data)).toThrow(words);
  });

  it('says that PostScript outlines cannot be written', () => {
    const source = openTrueType(renameTable(fontBytes('serif'), 'glyf', 'CFF '));
    expect(source.isCFF).toBe(true);
    expect(source.capHeight).toBeGreaterThan(0);
    expect(() => writeTrueType(source, [])).toThrow(FontFormatError);
    expect(() => writeTrueType(source, [])).toThrow('PostScript');
  });

  it('refuses a glyph the font does not have', () => {
    const source = openFont('serif');
    const missing = [{ components: [{ glyph: source.glyphCount, x: 0, y: 0 }], advance: 0 }];
    expect(() => writeTrueType(source, missing)).toThrow(FontFormatError);
    expect(() => source.advanceOf(-1)).toThrow(FontFormatError);
  });
});

function renameTable(data: Uint8Array, from: string, to: string): Uint8Array {
  const copy = data.slice();
  const count = new DataView(copy.buffer).getUint16(4);
  for (let at = 12; at < 12 + count * 16; at += 16) {
    if (String.fromCharCode(...copy.subarray(at, at + 4)) !== from) continue;
    for (let i = 0; i < 4; i++) copy[at + i] = to.charCodeAt(i);
  }
  return copy;
}
