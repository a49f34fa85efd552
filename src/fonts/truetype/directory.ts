/**
 * The table directory of a font file (OpenType 1.9, "Organization of an OpenType Font"): which tables there
 * are and where. A table's place is checked only when it is opened, so faults in unused tables do no harm.
 */
import { FontFormatError, TableReader } from './reader.ts';

const TRUETYPE = 0x00010000;
const HEADER_SIZE = 12;
const RECORD_SIZE = 16;

export interface TableDirectory {
  /** Opens a table; undefined when the font has none. Throws FontFormatError when it leaves the file. */
  find(tag: string): TableReader | undefined;
  /** Opens a table the font cannot do without; throws FontFormatError when there is none. */
  need(tag: string): TableReader;
}

/** Reads the directory of a font, or of the first font of a collection. Throws FontFormatError. */
export function readDirectory(data: Uint8Array): TableDirectory {
  const file = new TableReader('the font file', data);
  const start = fontStart(file);
  const count = file.u16(start + 4);
  const records = file.slice(start + HEADER_SIZE, count * RECORD_SIZE);
  const places = new Map<string, { readonly offset: number; readonly length: number }>();
  for (let at = 0; at < records.length; at += RECORD_SIZE) {
    places.set(records.tag(at), { offset: records.u32(at + 8), length: records.u32(at + 12) });
  }

  const find = (tag: string): TableReader | undefined => {
    const place = places.get(tag);
    return place && new TableReader(`the table "${tag}"`, data, place.offset, place.length);
  };
  return {
    find,
    need(tag) {
      const table = find(tag);
      if (!table) throw new FontFormatError(`the font has no table "${tag}"`);
      return table;
    },
  };
}

function fontStart(file: TableReader): number {
  const signature = file.tag(0);
  if (signature === 'wOFF' || signature === 'wOF2') {
    throw new FontFormatError('this is a web font (WOFF); Bayan needs the font as .ttf');
  }
  const start = signature === 'ttcf' ? file.u32(12) : 0;
  const version = file.tag(start);
  if (version !== 'OTTO' && version !== 'true' && file.u32(start) !== TRUETYPE) {
    throw new FontFormatError('this is no TrueType or OpenType font');
  }
  return start;
}
