/** Fonts for the TrueType tests: the installed packages, opened by Bayan and by fontkit as the second opinion. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { openTrueType, type TrueTypeSource } from '../../src/fonts/truetype/source.ts';
import type { ComposedGlyph } from '../../src/fonts/truetype/writer.ts';

const require = createRequire(import.meta.url);

export const FONTS = {
  naskh: 'noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf',
  nastaliq: 'noto-nastaliq-urdu/400Regular/NotoNastaliqUrdu_400Regular.ttf',
  serif: 'source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  serifItalic: 'source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  vazirmatn: 'vazirmatn/400Regular/Vazirmatn_400Regular.ttf',
  mono: 'noto-sans-mono/400Regular/NotoSansMono_400Regular.ttf',
} as const;

export type FontName = keyof typeof FONTS;
export const FONT_NAMES = Object.keys(FONTS) as FontName[];

export function fontBytes(name: FontName): Uint8Array {
  return new Uint8Array(readFileSync(require.resolve(`@expo-google-fonts/${FONTS[name]}`)));
}

export function openFont(name: FontName): TrueTypeSource {
  return openTrueType(fontBytes(name));
}

export interface FontkitCommand {
  readonly command: string;
  readonly args: readonly number[];
}

export interface FontkitFont {
  readonly numGlyphs: number;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  readonly xHeight: number;
  readonly capHeight: number;
  readonly italicAngle: number;
  readonly postscriptName: string;
  readonly characterSet: readonly number[];
  readonly maxp: Readonly<Record<string, number>>;
  readonly hhea: Readonly<Record<string, number>>;
  readonly head: Readonly<Record<string, number>>;
  glyphForCodePoint(codePoint: number): { readonly id: number };
  getGlyph(id: number): {
    readonly advanceWidth: number;
    readonly path: { readonly commands: readonly FontkitCommand[] };
  };
}

// fontkit has no type declarations; a specifier that TypeScript cannot follow keeps it from asking for them.
const specifier: string = 'fontkit';
const fontkit = (await import(specifier)) as { create(data: Uint8Array): FontkitFont };

export function openWithFontkit(data: Uint8Array): FontkitFont {
  return fontkit.create(Buffer.from(data));
}

/** The commands of a path, moved. */
export function moved(commands: readonly FontkitCommand[], x: number, y: number): FontkitCommand[] {
  return commands.map(({ command, args }) => ({
    command,
    args: args.map((value, i) => value + (i % 2 === 0 ? x : y)),
  }));
}

/** Clusters such as shaping makes: one to four glyphs of the font at offsets, spread over all its glyphs. */
export function clustersOf(source: TrueTypeSource, count: number): ComposedGlyph[] {
  return Array.from({ length: count }, (_, i) => ({
    advance: 200 + ((i * 37) % 900),
    components: Array.from({ length: 1 + (i % 4) }, (_, j) => ({
      glyph: (i * 31 + j * 577) % source.glyphCount,
      x: j === 0 ? (i % 3) * 60 : ((i * 53 + j * 97) % 1600) - 800,
      y: j === 0 ? 0 : ((i * 29 + j * 41) % 1200) - 600,
    })),
  }));
}

/** What all 32-bit words of a font file add up to. */
export function fileChecksum(data: Uint8Array): number {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let sum = 0;
  for (let at = 0; at < data.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

/** Where a table lies in a font file, by its own reading of the directory. */
export function tablePlace(
  data: Uint8Array,
  tag: string,
): { readonly offset: number; readonly length: number } {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + i * 16;
    if (String.fromCharCode(...data.subarray(at, at + 4)) !== tag) continue;
    return { offset: view.getUint32(at + 8), length: view.getUint32(at + 12) };
  }
  throw new Error(`no table ${tag}`);
}
