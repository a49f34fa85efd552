/**
 * Objects without a stream of their own, packed together and compressed (ISO 32000-1 7.5.7), and the cross-reference
 * stream (7.5.8) that finds them. A tag tree is thousands of small dictionaries that say nearly the same: packed, it
 * takes a tenth of the room.
 */
import { deflateSync } from 'node:zlib';
import type { PdfReference } from './embedded-font.ts';
import { serialize } from './serialize.ts';

/** Objects in one stream: few enough for a reader that unpacks a stream for each object it wants. */
const STREAM_SIZE = 200;

/** Where an object is: at an offset in the file, or at a place in an object stream. */
export type Location = { readonly offset: number } | { readonly stream: number; readonly index: number };

export interface NumberedReference extends PdfReference {
  readonly id: number;
}

export interface ObjectStream {
  readonly id: number;
  readonly bytes: Buffer;
  readonly members: readonly number[];
}

/** Packs objects into streams with numbers from `firstId`. */
export function packObjects(references: readonly NumberedReference[], firstId: number): ObjectStream[] {
  const sorted = [...references].sort((a, b) => a.id - b.id);
  const streams: ObjectStream[] = [];
  for (let i = 0; i < sorted.length; i += STREAM_SIZE) {
    const members = sorted.slice(i, i + STREAM_SIZE);
    let header = '';
    let body = '';
    for (const { id, data } of members) {
      header += `${id} ${body.length} `;
      body += `${serialize(data)}\n`;
    }
    const id = firstId + streams.length;
    const dictionary = { Type: 'ObjStm', N: members.length, First: header.length };
    streams.push({
      id,
      bytes: streamObject(id, dictionary, Buffer.from(header + body, 'latin1')),
      members: members.map((member) => member.id),
    });
  }
  return streams;
}

/** The cross-reference stream, itself object `id` at `offset`. `locations[i]` belongs to object `i + 1`. */
export function crossReferenceStream(
  id: number,
  offset: number,
  locations: readonly Location[],
  trailer: Readonly<Record<string, unknown>>,
): Buffer {
  const rows = [[0, 0, 0xff], ...locations.map(row), row({ offset })];
  const width = offset > 0xffffff ? 4 : offset > 0xffff ? 3 : 2;
  const columns = 1 + width + 1;
  const table = Buffer.alloc(rows.length * (columns + 1));
  let before = Buffer.alloc(columns);
  rows.forEach(([type, second, third], i) => {
    const current = Buffer.alloc(columns);
    current[0] = type!;
    current.writeUIntBE(second!, 1, width);
    current[columns - 1] = third!;
    // PNG's "up" (7.4.4.4): rows differ little from the one above.
    const at = i * (columns + 1);
    table[at] = 2;
    for (let c = 0; c < columns; c++) table[at + 1 + c] = (current[c]! - before[c]!) & 0xff;
    before = current;
  });
  const dictionary = {
    Type: 'XRef',
    Size: rows.length,
    W: [1, width, 1],
    ...trailer,
    DecodeParms: { Predictor: 12, Columns: columns },
  };
  return streamObject(id, dictionary, table);
}

function row(location: Location): [number, number, number] {
  return 'offset' in location ? [1, location.offset, 0] : [2, location.stream, location.index];
}

function streamObject(id: number, dictionary: Record<string, unknown>, content: Buffer): Buffer {
  const packed = deflateSync(content, { level: 9 });
  const head = serialize({ ...dictionary, Filter: 'FlateDecode', Length: packed.length });
  return Buffer.concat([
    Buffer.from(`${id} 0 obj\n${head}stream\n`, 'latin1'),
    packed,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ]);
}
