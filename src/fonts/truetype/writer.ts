/**
 * Writes the small TrueType font that a PDF embeds (FontFile2 of a CIDFontType2). A grapheme cluster is one glyph:
 * a composite of the glyphs that shaping gave it, at their offsets. So one character code can carry the cluster's
 * whole text, and no stray marks, dots or baseline steps stand in the page for a reader to trip over.
 *
 * Hinting and the tables a PDF reader does not need (cmap, name, OS/2, post) are left out. The same glyphs always
 * give the same bytes.
 */
import { type ComposedGlyph, planFont } from './plan.ts';
import type { TrueTypeSource } from './source.ts';
import { writeAdvances, writeGlyphs, writeHead, writeHhea, writeMaxp } from './tables.ts';

export type { ComposedGlyph, PlacedGlyph } from './plan.ts';

const HEADER_SIZE = 12;
const RECORD_SIZE = 16;
/** OpenType 1.9, head, checksumAdjustment: what all 32-bit words of a font file add up to. */
const FILE_CHECKSUM = 0xb1b0afba;

/**
 * Writes a font with the source's .notdef as glyph 0 and `glyphs[i]` as glyph i + 1. Throws FontFormatError when
 * the source's outlines are broken, missing (CFF), or the result would have more than 65,535 glyphs.
 */
export function writeTrueType(source: TrueTypeSource, glyphs: readonly ComposedGlyph[]): Uint8Array {
  const planned = planFont(source, glyphs);
  const { glyf, loca, longOffsets } = writeGlyphs(planned);
  const { hmtx, advanceCount } = writeAdvances(planned);
  return assemble([
    ['glyf', glyf],
    ['head', writeHead(source, planned, longOffsets)],
    ['hhea', writeHhea(source, planned, advanceCount)],
    ['hmtx', hmtx],
    ['loca', loca],
    ['maxp', writeMaxp(planned)],
  ]);
}

/** Puts tables, sorted by tag, into a file: directory, four-byte alignment, checksums. */
function assemble(tables: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array {
  const directorySize = HEADER_SIZE + tables.length * RECORD_SIZE;
  const size = tables.reduce((sum, [, bytes]) => sum + aligned(bytes.length), directorySize);
  const file = new Uint8Array(size);
  const view = new DataView(file.buffer);
  const entrySelector = Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, RECORD_SIZE << entrySelector); // searchRange
  view.setUint16(8, entrySelector);
  view.setUint16(10, tables.length * RECORD_SIZE - (RECORD_SIZE << entrySelector)); // rangeShift

  let at = directorySize;
  let headAt = 0;
  let sum = 0;
  tables.forEach(([tag, bytes], i) => {
    const record = HEADER_SIZE + i * RECORD_SIZE;
    for (let letter = 0; letter < 4; letter++) file[record + letter] = tag.charCodeAt(letter);
    file.set(bytes, at);
    const tableSum = checksum(view, at, aligned(bytes.length));
    sum += tableSum;
    view.setUint32(record + 4, tableSum);
    view.setUint32(record + 8, at);
    view.setUint32(record + 12, bytes.length);
    if (tag === 'head') headAt = at;
    at += aligned(bytes.length);
  });
  view.setUint32(headAt + 8, (FILE_CHECKSUM - sum - checksum(view, 0, directorySize)) >>> 0);
  return file;
}

function aligned(size: number): number {
  return (size + 3) & ~3;
}

/** Sum of the 32-bit words from `at`; `size` is a multiple of four. */
function checksum(view: DataView, at: number, size: number): number {
  let sum = 0;
  for (let word = at; word < at + size; word += 4) sum = (sum + view.getUint32(word)) | 0;
  return sum >>> 0;
}
