/** Streams of packed data: object streams, and the cross-reference stream that finds what is in them. */
import { deflateSync } from 'node:zlib';
import { serialize } from './serialize.ts';

/** Data of equal rows; each is told as what it differs from the one above (PNG's "up", ISO 32000-1 7.4.4.4). */
export interface Rows {
  readonly data: Buffer;
  /** Bytes in a row. */
  readonly width: number;
}

/** The whole object of a stream, compressed. */
export function packedStream(
  id: number,
  dictionary: Readonly<Record<string, unknown>>,
  content: Buffer | Rows,
): Buffer {
  const isPlain = Buffer.isBuffer(content);
  const packed = deflateSync(isPlain ? content : differences(content), { level: 9 });
  const head = serialize({
    ...dictionary,
    Filter: 'FlateDecode',
    ...(!isPlain && { DecodeParms: { Predictor: 12, Columns: content.width } }),
    Length: packed.length,
  });
  return Buffer.concat([
    Buffer.from(`${id} 0 obj\n${head}stream\n`, 'latin1'),
    packed,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ]);
}

function differences({ data, width }: Rows): Buffer {
  const rows = data.length / width;
  const out = Buffer.alloc(rows * (width + 1));
  for (let row = 0; row < rows; row++) {
    const at = row * (width + 1);
    // The filter of the row: up.
    out[at] = 2;
    for (let i = 0; i < width; i++) {
      const above = row > 0 ? data[(row - 1) * width + i]! : 0;
      out[at + 1 + i] = (data[row * width + i]! - above) & 0xff;
    }
  }
  return out;
}
