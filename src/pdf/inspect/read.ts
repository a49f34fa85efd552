/**
 * Reads a PDF that Bayan wrote into its objects. Knows what Bayan uses – cross-reference streams, object streams, Flate
 * with the PNG predictor – and no more.
 */
import { inflateSync } from 'node:zlib';
import { type Dictionary, isDictionary, PdfObjects, type PdfValue, Stream } from './objects.ts';
import { Parser } from './syntax.ts';

/** Reads a file. Throws when it has no cross-reference stream. */
export function readPdf(file: Uint8Array): PdfObjects {
  const text = Buffer.from(file.buffer, file.byteOffset, file.byteLength).toString('latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const table = Number.isNaN(start) ? undefined : readAt(text, start);
  if (!(table instanceof Stream)) throw new Error('no cross-reference stream');
  const { Root, Info, ID } = table.dictionary;
  const objects = new Map<number, PdfValue>();
  for (const [id, [type, offset]] of crossReferences(table).entries())
    if (type === 1 && offset !== undefined && offset !== start) objects.set(id, readAt(text, offset));
  for (const [id, stream] of [...objects]) {
    if (!(stream instanceof Stream) || String(stream.dictionary.Type) !== 'ObjStm') continue;
    objects.delete(id);
    for (const [member, value] of members(stream)) objects.set(member, value);
  }
  return new PdfObjects(new Map([...objects].sort(([a], [b]) => a - b)), { Root, Info, ID });
}

/** The three fields of each object: its type, where it is, and its place in an object stream. */
function crossReferences({ dictionary, data }: Stream): number[][] {
  const widths = numbers(dictionary.W);
  const rows: number[][] = [];
  for (let id = 0, at = 0; id < Number(dictionary.Size); id++)
    rows.push(
      widths.map((width) => {
        const value = width > 0 ? data.readUIntBE(at, width) : 0;
        at += width;
        return value;
      }),
    );
  return rows;
}

function* members({ dictionary, data }: Stream): Generator<[id: number, value: PdfValue]> {
  const content = data.toString('latin1');
  const header = new Parser(content);
  for (let i = 0; i < Number(dictionary.N); i++) {
    const id = Number(header.object());
    yield [id, new Parser(content, Number(dictionary.First) + Number(header.object())).object()];
  }
}

const numbers = (value: PdfValue): number[] => (Array.isArray(value) ? value.map(Number) : []);

/** The object behind `12 0 obj`. */
function readAt(text: string, offset: number): PdfValue {
  const parser = new Parser(text, offset);
  for (let i = 0; i < 3; i++) parser.next();
  const object = parser.object();
  const begin = /^\s*stream\r?\n/.exec(text.slice(parser.at, parser.at + 20));
  if (!begin || !isDictionary(object)) return object;
  const from = parser.at + begin[0].length;
  return decoded(object, Buffer.from(text.slice(from, from + Number(object.Length)), 'latin1'));
}

/** Streams of another filter (pictures) stay as they are. */
function decoded(object: Dictionary, raw: Buffer): Stream {
  if (String(object.Filter) !== 'FlateDecode') return new Stream(object, raw);
  const { Filter, DecodeParms, Length, ...dictionary } = object;
  const data = inflateSync(raw);
  const { Predictor, Columns } = isDictionary(DecodeParms) ? DecodeParms : {};
  return new Stream(dictionary, Predictor === 12 ? unpredict(data, Number(Columns)) : data);
}

/** PNG's predictor `Up`: each byte is told as what it differs from the one above it. */
function unpredict(data: Buffer, columns: number): Buffer {
  const rows = data.length / (columns + 1);
  const out = Buffer.alloc(rows * columns);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++)
      out[r * columns + c] = data[r * (columns + 1) + 1 + c]! + (r > 0 ? out[(r - 1) * columns + c]! : 0);
  return out;
}
