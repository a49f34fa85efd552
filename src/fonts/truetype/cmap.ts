/**
 * The cmap table: which glyph a character has. Formats 4 (Basic Multilingual Plane) and 12 (all of Unicode),
 * the two that every font made for Unicode text carries.
 */
import { FontFormatError, type TableReader } from './reader.ts';

export interface CharacterMap {
  /** The glyph of a code point; 0 when the font has none. */
  glyphFor(codePoint: number): number;
}

/** Encodings by preference: full Unicode first. Platform and encoding ids of the cmap specification. */
const ENCODINGS = ['3/10', '0/6', '0/4', '3/1', '0/3', '0/2', '0/1', '0/0', '3/0'];

/** Opens the best Unicode subtable. Throws FontFormatError when there is none in format 4 or 12. */
export function openCharacterMap(cmap: TableReader, glyphCount: number): CharacterMap {
  const subtables = new Map<string, number>();
  const count = cmap.u16(2);
  for (let i = 0, at = 4; i < count; i++, at += 8) {
    subtables.set(`${cmap.u16(at)}/${cmap.u16(at + 2)}`, cmap.u32(at + 4));
  }
  for (const encoding of ENCODINGS) {
    const offset = subtables.get(encoding);
    if (offset === undefined) continue;
    // Bounded by the whole table, not by the subtable's own length: format 4's field overflows in large fonts.
    const subtable = cmap.slice(offset);
    const format = subtable.u16(0);
    if (format === 4) return mapOf(segmentRanges(subtable), glyphCount);
    if (format === 12) return mapOf(groupRanges(subtable), glyphCount);
  }
  throw new FontFormatError('the font has no character map for Unicode');
}

/** Ascending ranges of characters, and the glyph of a character in one of them. */
interface Ranges {
  readonly count: number;
  first(range: number): number;
  last(range: number): number;
  glyph(range: number, codePoint: number): number;
}

function segmentRanges(table: TableReader): Ranges {
  const double = table.u16(6) & ~1;
  const endCode = 14;
  const startCode = endCode + double + 2;
  const idDelta = startCode + double;
  const idRangeOffset = idDelta + double;
  table.check(idRangeOffset, double);
  const first = (range: number) => table.u16(startCode + range * 2);
  return {
    count: double / 2,
    first,
    last: (range) => table.u16(endCode + range * 2),
    glyph(range, codePoint) {
      const delta = table.u16(idDelta + range * 2);
      const place = idRangeOffset + range * 2;
      const offset = table.u16(place);
      if (offset === 0) return (codePoint + delta) & 0xffff;
      const at = place + offset + (codePoint - first(range)) * 2;
      // Many fonts end with a segment for U+FFFF that points nowhere; it means "no glyph".
      const glyph = at + 2 <= table.length ? table.u16(at) : 0;
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    },
  };
}

function groupRanges(table: TableReader): Ranges {
  const count = table.u32(12);
  table.check(16, count * 12);
  const first = (range: number) => table.u32(16 + range * 12);
  return {
    count,
    first,
    last: (range) => Math.min(0x10ffff, table.u32(20 + range * 12)),
    glyph: (range, codePoint) => table.u32(24 + range * 12) + codePoint - first(range),
  };
}

function mapOf(ranges: Ranges, glyphCount: number): CharacterMap {
  const glyphIn = (range: number, codePoint: number) => {
    const glyph = ranges.glyph(range, codePoint);
    return glyph < glyphCount ? glyph : 0;
  };
  return {
    glyphFor(codePoint) {
      let low = 0;
      let high = ranges.count;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (ranges.last(middle) < codePoint) low = middle + 1;
        else high = middle;
      }
      return low < ranges.count && ranges.first(low) <= codePoint ? glyphIn(low, codePoint) : 0;
    },
  };
}
