/** What the codes of an embedded font draw and say: outlines, advances and texts, whatever number a glyph has got. */
import { readToUnicode } from './marked-text.ts';
import type { Dictionary, PdfObjects } from './objects.ts';

/** Flags of a component (OpenType 1.9, glyf): wide arguments; scale, two scales, matrix; another one follows. */
const WORDS = 0x01;
const SCALE = 0x08;
const MORE = 0x20;
const TWO_SCALES = 0x40;
const MATRIX = 0x80;

export class EmbeddedGlyphs {
  /** Without the letters of the subset. */
  readonly name: string;
  readonly #font: Buffer;
  readonly #tables: ReadonlyMap<string, number>;
  readonly #hasLongOffsets: boolean;
  readonly #advances: readonly unknown[];
  readonly #texts: ReadonlyMap<number, string>;

  /** @param dictionary of a Type0 font with one TrueType font below it, codes being glyphs */
  constructor(pdf: PdfObjects, dictionary: Dictionary) {
    const below = pdf.dictionary(pdf.array(dictionary.DescendantFonts)[0]);
    const [, advances] = pdf.array(below.W);
    this.name = (pdf.name(dictionary.BaseFont) ?? '').replace(/^[A-Z]{6}\+/, '');
    this.#advances = pdf.array(advances);
    this.#texts = readToUnicode(pdf.data(dictionary.ToUnicode) ?? '');
    this.#font = Buffer.from(pdf.data(pdf.dictionary(below.FontDescriptor).FontFile2) ?? '', 'latin1');
    this.#tables = tablesOf(this.#font);
    const head = this.#tables.get('head');
    this.#hasLongOffsets = head !== undefined && this.#font.readUInt16BE(head + 50) === 1;
  }

  /** What a code draws and says, as bytes: the same for the same, in any font. */
  describe(code: number): readonly (Uint8Array | string)[] {
    return [`${this.#advances[code - 1]} ${this.#texts.get(code)} `, ...this.#outline(code, 0)];
  }

  #outline(glyph: number, depth: number): readonly (Uint8Array | string)[] {
    const [from, to] = this.#rangeOf(glyph);
    const outline = this.#font.subarray(from, to);
    if (outline.length < 10 || outline.readInt16BE(0) >= 0 || depth > 8)
      return [`${outline.length} `, outline];
    const parts: (Uint8Array | string)[] = ['composed ', outline.subarray(0, 10)];
    let flags = MORE;
    for (let at = 10; flags & MORE; ) {
      flags = outline.readUInt16BE(at);
      const component = outline.readUInt16BE(at + 2);
      const arguments_ = flags & WORDS ? 4 : 2;
      const matrix = flags & MATRIX ? 8 : flags & TWO_SCALES ? 4 : flags & SCALE ? 2 : 0;
      const end = at + 4 + arguments_ + matrix;
      parts.push(outline.subarray(at, at + 2), outline.subarray(at + 4, end));
      parts.push(...this.#outline(component, depth + 1));
      at = end;
    }
    return parts;
  }

  #rangeOf(glyph: number): readonly [from: number, to: number] {
    const [glyf, loca] = [this.#tables.get('glyf'), this.#tables.get('loca')];
    if (glyf === undefined || loca === undefined) return [0, 0];
    const offset = (index: number): number =>
      this.#hasLongOffsets
        ? this.#font.readUInt32BE(loca + index * 4)
        : this.#font.readUInt16BE(loca + index * 2) * 2;
    return [glyf + offset(glyph), glyf + offset(glyph + 1)];
  }
}

/** Where each table begins. */
function tablesOf(font: Buffer): ReadonlyMap<string, number> {
  const count = font.length < 12 ? 0 : font.readUInt16BE(4);
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const record = 12 + index * 16;
      return [font.toString('latin1', record, record + 4), font.readUInt32BE(record + 8)] as const;
    }),
  );
}
