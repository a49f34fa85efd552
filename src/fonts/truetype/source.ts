/**
 * A TrueType font opened for reading: metrics, names, rights, character map and outlines. The table directory,
 * head, maxp and hhea are read at once, everything else when it is asked for; nothing is copied.
 */
import { type CharacterMap, openCharacterMap } from './cmap.ts';
import { readDirectory, type TableDirectory } from './directory.ts';
import { type FontNames, readNames } from './names.ts';
import { type Bounds, Outlines } from './outlines.ts';
import { FontFormatError, type TableReader } from './reader.ts';

export { FontFormatError } from './reader.ts';

/**
 * Opens a font file (.ttf, .otf, or the first font of a .ttc). Throws FontFormatError when it is none or is
 * broken; parts read later (names, outlines …) throw the same error when they are reached.
 */
export function openTrueType(data: Uint8Array): TrueTypeSource {
  return new TrueTypeSource(data);
}

/** Lengths are in font units unless said otherwise. */
export class TrueTypeSource {
  readonly unitsPerEm: number;
  readonly glyphCount: number;
  /** Outlines are PostScript (CFF) or missing: the font can be measured but not written by `writeTrueType`. */
  readonly isCFF: boolean;
  /** The box of all glyphs as head gives it: xMin, yMin, xMax, yMax. */
  readonly bbox: Bounds;
  /** From hhea; the descender is negative below the baseline. */
  readonly ascender: number;
  readonly descender: number;
  readonly lineGap: number;
  readonly tables: TableDirectory;
  readonly head: TableReader;
  readonly hhea: TableReader;
  readonly #advanceCount: number;
  #os2: TableReader | undefined | null = null;
  #post: TableReader | undefined | null = null;
  #hmtx: TableReader | undefined;
  #characters: CharacterMap | undefined;
  #names: FontNames | undefined;
  #outlines: Outlines | undefined;

  constructor(data: Uint8Array) {
    const tables = readDirectory(data);
    const head = tables.need('head');
    head.check(0, 54);
    const hhea = tables.need('hhea');
    hhea.check(0, 36);
    this.tables = tables;
    this.head = head;
    this.hhea = hhea;
    this.unitsPerEm = head.u16(18);
    // OpenType 1.9, head: "a value from 16 to 16384".
    if (this.unitsPerEm < 16 || this.unitsPerEm > 16384) {
      throw new FontFormatError(`the font says its em has ${this.unitsPerEm} units; 16 to 16384 are allowed`);
    }
    this.bbox = [head.i16(36), head.i16(38), head.i16(40), head.i16(42)];
    this.glyphCount = tables.need('maxp').u16(4);
    if (this.glyphCount === 0) throw new FontFormatError('the font has no glyphs');
    this.ascender = hhea.i16(4);
    this.descender = hhea.i16(6);
    this.lineGap = hhea.i16(8);
    this.#advanceCount = hhea.u16(34);
    if (this.#advanceCount === 0 || this.#advanceCount > this.glyphCount) {
      throw new FontFormatError('the font has no usable table of advances');
    }
    this.isCFF = tables.find('glyf') === undefined || tables.find('loca') === undefined;
  }

  /** Reads whatever is asked of a font besides its outlines; throws FontFormatError where that cannot be. */
  check(): void {
    const last = this.glyphCount - 1;
    this.advanceOf(last);
    this.leftSideBearingOf(last);
    this.#map();
    this.#nameTable();
    this.#postTable();
    // Where OS/2 does not state them, they are those of letters.
    void [this.xHeight, this.capHeight];
  }

  /** Outlines of the glyphs; throws FontFormatError when the font has none in TrueType form. */
  get outlines(): Outlines {
    this.#outlines ??= new Outlines(this);
    return this.#outlines;
  }

  /** The glyph of a code point; 0 when the font has none. */
  glyphFor(codePoint: number): number {
    return this.#map().glyphFor(codePoint);
  }

  advanceOf(glyph: number): number {
    this.checkGlyph(glyph);
    return this.#metrics().u16(Math.min(glyph, this.#advanceCount - 1) * 4);
  }

  leftSideBearingOf(glyph: number): number {
    this.checkGlyph(glyph);
    const beyond = glyph - this.#advanceCount;
    return this.#metrics().i16(beyond < 0 ? glyph * 4 + 2 : this.#advanceCount * 4 + beyond * 2);
  }

  /** Throws FontFormatError unless the font has a glyph with this id. */
  checkGlyph(glyph: number): void {
    if (!Number.isInteger(glyph) || glyph < 0 || glyph >= this.glyphCount) {
      throw new FontFormatError(`the font has no glyph number ${glyph}`);
    }
  }

  get family(): string {
    return this.#nameTable().family;
  }

  /** A valid PostScript name, never empty. */
  get postScriptName(): string {
    return this.#nameTable().postScriptName;
  }

  /** Degrees counter-clockwise from upright: negative for an italic. */
  get italicAngle(): number {
    const post = this.#postTable();
    return post && post.length >= 8 ? post.fixed(4) : 0;
  }

  get isFixedPitch(): boolean {
    const post = this.#postTable();
    return post !== undefined && post.length >= 16 && post.u32(12) !== 0;
  }

  /** Embedding rights, OS/2 fsType; 0 (installable) when the font does not say. */
  get fsType(): number {
    return this.#os2Field(8) ?? 0;
  }

  /** 1 to 1000; 400 when the font does not say. */
  get weightClass(): number {
    return this.#os2Field(4) || 400;
  }

  /** From OS/2, else the height of `x`, else half an em. */
  get xHeight(): number {
    return this.#height(86, 'x') ?? Math.round(this.unitsPerEm * 0.5);
  }

  /** From OS/2, else the height of `H`, else 0.7 em. */
  get capHeight(): number {
    return this.#height(88, 'H') ?? Math.round(this.unitsPerEm * 0.7);
  }

  #height(field: number, letter: string): number | undefined {
    const stated = (this.#os2Field(0) ?? 0) >= 2 ? this.#os2Signed(field) : undefined;
    if (stated !== undefined && stated > 0) return stated;
    if (this.isCFF || !this.tables.find('cmap')) return undefined;
    const glyph = this.glyphFor(letter.charCodeAt(0));
    return glyph === 0 ? undefined : this.outlines.bounds(glyph)?.[3];
  }

  /** OS/2 has grown over the years: a field past its end is one the font does not state. */
  #os2Field(at: number): number | undefined {
    if (this.#os2 === null) this.#os2 = this.tables.find('OS/2');
    return this.#os2 && this.#os2.length >= at + 2 ? this.#os2.u16(at) : undefined;
  }

  #os2Signed(at: number): number | undefined {
    const value = this.#os2Field(at);
    return value === undefined ? undefined : (value << 16) >> 16;
  }

  #postTable(): TableReader | undefined {
    if (this.#post === null) this.#post = this.tables.find('post');
    return this.#post;
  }

  #metrics(): TableReader {
    this.#hmtx ??= this.tables.need('hmtx');
    return this.#hmtx;
  }

  #map(): CharacterMap {
    this.#characters ??= openCharacterMap(this.tables.need('cmap'), this.glyphCount);
    return this.#characters;
  }

  #nameTable(): FontNames {
    this.#names ??= readNames(this.tables.find('name'));
    return this.#names;
  }
}
