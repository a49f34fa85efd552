/**
 * A face as one PDF file embeds it. Every cluster that shaping produced becomes one glyph of the embedded font (its
 * shaped glyphs as components) and one character code, whose ToUnicode entry is the cluster's whole text. Marks and dots
 * never appear in the page's content by themselves, and Nastaliq's steps are inside the glyphs: what is left to a
 * reader is a row of codes on one baseline.
 */

import type { Face } from '../fonts/face.ts';
import type { ComposedGlyph } from '../fonts/truetype/writer.ts';
import { fontStreams } from './font-streams.ts';
import { GlyphVariants, type ShapedGlyph } from './glyph-variants.ts';
import { characterCode } from './to-unicode.ts';

/** An indirect object of pdfkit's. */
export interface PdfReference {
  data: Record<string, unknown>;
  end(chunk?: Uint8Array | string): void;
  write(chunk: Uint8Array | string): void;
}

export interface ObjectWriter {
  ref(data?: Record<string, unknown>): PdfReference;
}

/** A file whose catalog something is added to. */
export interface CatalogWriter extends ObjectWriter {
  readonly _root: PdfReference;
}

/** What shaping made of a grapheme cluster, as far as a font needs to know. */
interface ShapedCluster {
  readonly glyphs: readonly ShapedGlyph[];
  /** Font units. */
  readonly advance: number;
  /** Embedding level (UAX #9): odd runs from right to left. */
  readonly level: number;
}

/** A cluster and the text that a reader is to copy for it. */
export interface EncodableCluster {
  readonly cluster: ShapedCluster;
  readonly text: string;
}

export interface EncodedCluster {
  /** Character code in hexadecimal; it is also the CID and the glyph of the embedded font. */
  readonly hex: string;
  /** Advance that the font declares for it, 1/1000 em. */
  readonly advance: number;
}

/** Joined scripts keep the advance that shaping gave them, so that words need no adjustment inside. */
export class EmbeddedFont {
  readonly face: Face;
  /** Resource name, `F1` … */
  readonly name: string;
  readonly #glyphs: ComposedGlyph[] = [];
  readonly #texts: string[] = [];
  /** Codes by their text; of one text there are a few shapes. */
  readonly #codes = new Map<string, GlyphVariants<EncodedCluster>>();
  #reference: PdfReference | undefined;

  constructor(face: Face, name: string) {
    this.face = face;
    this.name = name;
  }

  /** The code for a cluster with the text a reader is to copy. */
  encode(placed: EncodableCluster): EncodedCluster {
    const { cluster, text } = placed;
    const { glyphs } = cluster;
    const advance = declaredAdvance(cluster, this.face);
    let variants = this.#codes.get(text);
    if (!variants) {
      variants = new GlyphVariants();
      this.#codes.set(text, variants);
    }
    const known = variants.find(glyphs, advance);
    if (known) return known;
    this.#glyphs.push({
      components: glyphs.map(({ id, x, y }) => ({ glyph: id, x, y })),
      advance: Math.max(0, advance),
    });
    this.#texts.push(text);
    const encoded = {
      hex: characterCode(this.#glyphs.length),
      advance: (Math.max(0, advance) * 1000) / this.face.unitsPerEm,
    };
    variants.add(glyphs, advance, encoded);
    return encoded;
  }

  /** The font dictionary's reference, for the resources of pages. */
  reference(writer: ObjectWriter): PdfReference {
    this.#reference ??= writer.ref();
    return this.#reference;
  }

  /** Writes the font's objects; `index` is its place among the fonts of the file. */
  embed(writer: ObjectWriter, index: number): void {
    const dictionary = this.reference(writer);
    const { source } = this.face;
    const scale = 1000 / source.unitsPerEm;
    const { program, size, toUnicode: map } = fontStreams(this.face, this.#glyphs, this.#texts);
    const file = writer.ref({ Length1: size, Filter: 'FlateDecode' });
    file.end(program);
    const name = `${subsetTag(index)}+${source.postScriptName.replaceAll(/[^A-Za-z0-9-]/g, '') || 'Font'}`;
    const round = (value: number) => Math.round(value * scale);
    const descriptor = writer.ref({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: 4 | (source.isFixedPitch ? 1 : 0) | (source.italicAngle !== 0 ? 64 : 0),
      FontBBox: source.bbox.map(round),
      ItalicAngle: source.italicAngle,
      Ascent: round(source.ascender),
      Descent: round(source.descender),
      CapHeight: round(source.capHeight),
      XHeight: round(source.xHeight),
      StemV: source.weightClass >= 600 ? 140 : 80,
      FontFile2: file,
    });
    descriptor.end();
    const widths = this.#glyphs.map((glyph) => Math.round(glyph.advance * scale * 1000) / 1000);
    const descendant = writer.ref({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      DW: 0,
      W: [1, widths],
      CIDToGIDMap: 'Identity',
    });
    descendant.end();
    const toUnicode = writer.ref({ Filter: 'FlateDecode' });
    toUnicode.end(map);
    Object.assign(dictionary.data, {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: toUnicode,
    });
    dictionary.end();
  }
}

/** Kerned Latin would need a glyph for each kern; it keeps the glyph's own advance and the kern moves the pen. Font units. */
function declaredAdvance({ glyphs, level, advance }: ShapedCluster, face: Face): number {
  const simple = glyphs.length === 1 && glyphs[0]!.x === 0 && glyphs[0]!.y === 0 && (level & 1) === 0;
  return simple ? face.advanceOf(glyphs[0]!.id) : advance;
}

/** Subset names (ISO 32000-1 9.6.4) differ within a file and are the same in every build: AAAAAA, AAAAAB … */
function subsetTag(index: number): string {
  let tag = '';
  for (let i = 0, rest = index; i < 6; i++, rest = Math.floor(rest / 26))
    tag = String.fromCharCode(65 + (rest % 26)) + tag;
  return tag;
}
