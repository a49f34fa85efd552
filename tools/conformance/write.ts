/** Writes the objects of a PDF back as a plain file with a cross-reference table, for faults that are made on purpose. */
import { deflateSync } from 'node:zlib';
import {
  isDictionary,
  Name,
  type PdfObjects,
  PdfString,
  type PdfValue,
  Reference,
  Stream,
} from '../../src/pdf/inspect/objects.ts';

export function writePdf({ objects, trailer }: Pick<PdfObjects, 'objects' | 'trailer'>): Buffer {
  const parts: Buffer[] = [];
  let length = 0;
  const add = (part: string | Buffer): void => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    parts.push(bytes);
    length += bytes.length;
  };
  add('%PDF-1.7\n%\xff\xff\xff\xff\n');
  const size = Math.max(...objects.keys()) + 1;
  const offsets: (number | undefined)[] = new Array(size).fill(undefined);
  for (const [id, object] of objects) {
    offsets[id] = length;
    add(`${id} 0 obj\n`);
    if (object instanceof Stream) addStream(object, add);
    else add(notation(object));
    add('\nendobj\n');
  }
  const start = length;
  const rows = offsets.map((offset) =>
    offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`,
  );
  const last = notation({ ...trailer, Size: size });
  add(`xref\n0 ${size}\n${rows.join('')}trailer\n${last}\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(parts);
}

/** Pictures keep their own filter, metadata stay readable; what was decoded is packed again. */
function addStream({ dictionary, data }: Stream, add: (part: string | Buffer) => void): void {
  const raw = dictionary.Filter !== undefined || String(dictionary.Type) === 'Metadata';
  const packed = raw ? data : deflateSync(data);
  const filter = raw ? {} : { Filter: new Name('FlateDecode') };
  add(`${notation({ ...dictionary, Length: packed.length, ...filter })}\nstream\n`);
  add(packed);
  add('\nendstream');
}

/** A value in PDF notation. */
function notation(value: PdfValue): string {
  if (value instanceof Name) return `/${value.value}`;
  if (value instanceof Reference) return `${value.id} 0 R`;
  if (value instanceof PdfString) return `<${Buffer.from(value.bytes, 'latin1').toString('hex')}>`;
  if (Array.isArray(value)) return `[${value.map(notation).join(' ')}]`;
  if (isDictionary(value))
    return `<<${Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .map(([key, entry]) => `/${key} ${notation(entry)}`)
      .join(' ')}>>`;
  return String(value);
}
