/** The cross-reference stream (ISO 32000-1 7.5.8): where each object of the file is. */
import { packedStream } from './packed-stream.ts';

/** Where an object is: at an offset in the file, or at a place in an object stream. */
export type Location = { readonly offset: number } | { readonly stream: number; readonly index: number };

/** The cross-reference stream, itself object `id` at `offset`. `locations[i]` belongs to object `i + 1`. */
export function crossReferenceStream(
  id: number,
  offset: number,
  locations: readonly Location[],
  trailer: Readonly<Record<string, unknown>>,
): Buffer {
  const rows = [[0, 0, 0xff], ...locations.map(row), row({ offset })];
  const widths = [0, 1, 2].map((column) =>
    bytesOf(rows.reduce((most, fields) => Math.max(most, fields[column]!), 0)),
  );
  const width = widths.reduce((sum, each) => sum + each, 0);
  const data = Buffer.alloc(rows.length * width);
  let at = 0;
  for (const fields of rows)
    fields.forEach((field, column) => {
      at = data.writeUIntBE(field, at, widths[column]!);
    });
  return packedStream(id, { Type: 'XRef', Size: rows.length, W: widths, ...trailer }, { data, width });
}

/** Bytes that a number takes. */
function bytesOf(value: number): number {
  return value > 0xffffff ? 4 : value > 0xffff ? 3 : value > 0xff ? 2 : 1;
}

function row(location: Location): [number, number, number] {
  return 'offset' in location ? [1, location.offset, 0] : [2, location.stream, location.index];
}
