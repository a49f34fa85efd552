// Reads a PDF that Bayan wrote into its objects, and writes objects back as a plain, uncompressed file: what the
// conformance checks look into and break on purpose. Knows the cross-reference streams and filters Bayan uses.
import { deflateSync, inflateSync } from 'node:zlib';

/** A name; `String(name)` is what stands behind the slash. */
export class Name {
  constructor(value) {
    this.value = value;
  }
  toString() {
    return this.value;
  }
}

/** A reference to an indirect object. */
export class Reference {
  constructor(id) {
    this.id = id;
  }
}

/** A string, one character for each byte. `text` is what it says, read as a text string. */
export class PdfString {
  constructor(bytes) {
    this.bytes = bytes;
  }
  get text() {
    if (!this.bytes.startsWith('\xfe\xff')) return this.bytes;
    let text = '';
    for (let i = 2; i + 1 < this.bytes.length; i += 2)
      text += String.fromCharCode((this.bytes.charCodeAt(i) << 8) | this.bytes.charCodeAt(i + 1));
    return text;
  }
}

/** A dictionary with data. `data` is decoded where the only filter is Flate. */
export class Stream {
  constructor(dictionary, data) {
    this.dictionary = dictionary;
    this.data = data;
  }
}

const SPACE = /[\0\t\n\f\r ]/;
const DELIMITER = /[\0\t\n\f\r ()<>[\]{}/%]/;
const ESCAPES = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Reads objects one after another from text of one character for each byte. Operators come as plain strings. */
export class Parser {
  constructor(text, at = 0) {
    this.text = text;
    this.at = at;
  }

  /** The next object or operator; undefined at the end. */
  next() {
    const { text } = this;
    while (this.at < text.length && SPACE.test(text[this.at])) this.at++;
    const char = text[this.at];
    if (char === undefined) return undefined;
    if (char === '/') return this.#name();
    if (char === '(') return this.#literal();
    if (text.startsWith('<<', this.at)) return this.#dictionary();
    if (char === '<') return this.#hexadecimal();
    if (char === '[') return this.#array();
    const word = this.#word();
    const reference = /^\d+$/.test(word) && /^\s+\d+\s+R\b/.exec(text.slice(this.at, this.at + 24));
    if (reference) {
      this.at += reference[0].length;
      return new Reference(Number(word));
    }
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return Number(word);
    return word === 'true' ? true : word === 'false' ? false : word === 'null' ? null : word;
  }

  #word() {
    const start = this.at;
    if (DELIMITER.test(this.text[this.at])) this.at++;
    else while (this.at < this.text.length && !DELIMITER.test(this.text[this.at])) this.at++;
    return this.text.slice(start, this.at);
  }

  #name() {
    this.at++;
    const start = this.at;
    while (this.at < this.text.length && !DELIMITER.test(this.text[this.at])) this.at++;
    return new Name(this.text.slice(start, this.at));
  }

  #literal() {
    let depth = 0;
    let bytes = '';
    for (;;) {
      const char = this.text[this.at++];
      if (char === undefined) return new PdfString(bytes);
      if (char === '\\') {
        const escaped = this.text[this.at++];
        bytes += ESCAPES[escaped] ?? escaped;
      } else if (char === '(') {
        if (depth++ > 0) bytes += char;
      } else if (char === ')') {
        if (--depth === 0) return new PdfString(bytes);
        bytes += char;
      } else bytes += char;
    }
  }

  #hexadecimal() {
    const end = this.text.indexOf('>', this.at);
    const digits = this.text.slice(this.at + 1, end);
    this.at = end + 1;
    return new PdfString(Buffer.from(digits, 'hex').toString('latin1'));
  }

  #array() {
    this.at++;
    const items = [];
    for (let item = this.next(); item !== ']' && item !== undefined; item = this.next()) items.push(item);
    return items;
  }

  #dictionary() {
    this.at += 2;
    const entries = {};
    for (;;) {
      const key = this.next();
      if (!(key instanceof Name)) {
        this.at++;
        return entries;
      }
      entries[key.value] = this.next();
    }
  }
}

/** All objects of a file by number, and its trailer. */
export class PdfObjects {
  constructor(objects, trailer) {
    this.objects = objects;
    this.trailer = trailer;
  }

  /** What a reference leads to; anything else as it is. */
  get(value) {
    return value instanceof Reference ? this.objects.get(value.id) : value;
  }

  get root() {
    return this.get(this.trailer.Root);
  }

  /** Page dictionaries in order. */
  pages(node = this.get(this.root.Pages)) {
    return this.get(node.Kids).flatMap((kid) => {
      const page = this.get(kid);
      return page.Kids ? this.pages(page) : [page];
    });
  }

  /** Structure elements, parents first, in reading order. */
  *elements(node = this.get(this.root.StructTreeRoot)) {
    if (node.S) yield node;
    for (const kid of [node.K].flat().filter((item) => item !== undefined)) {
      const element = this.get(kid);
      if (element?.S) yield* this.elements(element);
    }
  }
}

/** Reads a file. Throws when it has no cross-reference stream. */
export function readPdf(file) {
  const text = Buffer.from(file).toString('latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const table = readAt(text, start);
  if (!(table instanceof Stream)) throw new Error('no cross-reference stream');
  const { W: widths, Size: size, ...trailer } = table.dictionary;
  const rows = [];
  for (let i = 0, at = 0; i < size; i++)
    rows.push(
      widths.map((width) => {
        const value = width > 0 ? table.data.readUIntBE(at, width) : 0;
        at += width;
        return value;
      }),
    );
  const objects = new Map();
  rows.forEach(([type, offset], id) => {
    if (type === 1 && offset !== start) objects.set(id, readAt(text, offset));
  });
  for (const [id, stream] of [...objects]) {
    if (String(stream?.dictionary?.Type) !== 'ObjStm') continue;
    objects.delete(id);
    const content = stream.data.toString('latin1');
    const header = new Parser(content);
    for (let i = 0; i < stream.dictionary.N; i++) {
      const member = header.next();
      objects.set(member, new Parser(content, stream.dictionary.First + header.next()).next());
    }
  }
  return new PdfObjects(new Map([...objects].sort(([a], [b]) => a - b)), {
    Root: trailer.Root,
    Info: trailer.Info,
    ID: trailer.ID,
  });
}

function readAt(text, offset) {
  const parser = new Parser(text, offset);
  for (let i = 0; i < 3; i++) parser.next();
  const object = parser.next();
  const begin = /^\s*stream\r?\n/.exec(text.slice(parser.at, parser.at + 20));
  if (!begin) return object;
  const from = parser.at + begin[0].length;
  const raw = Buffer.from(text.slice(from, from + object.Length), 'latin1');
  if (String(object.Filter) !== 'FlateDecode') return new Stream(object, raw);
  const { Filter, DecodeParms, Length, ...dictionary } = object;
  const data = inflateSync(raw);
  return new Stream(dictionary, DecodeParms?.Predictor === 12 ? unpredict(data, DecodeParms.Columns) : data);
}

function unpredict(data, columns) {
  const rows = data.length / (columns + 1);
  const out = Buffer.alloc(rows * columns);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++)
      out[r * columns + c] = data[r * (columns + 1) + 1 + c] + (r > 0 ? out[(r - 1) * columns + c] : 0);
  return out;
}

/** The objects as a file with a plain cross-reference table. */
export function writePdf({ objects, trailer }) {
  const parts = [Buffer.from('%PDF-1.7\n%\xff\xff\xff\xff\n', 'latin1')];
  let length = parts[0].length;
  const add = (part) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    parts.push(bytes);
    length += bytes.length;
  };
  const size = Math.max(...objects.keys()) + 1;
  const offsets = new Array(size).fill(undefined);
  for (const [id, object] of objects) {
    offsets[id] = length;
    if (object instanceof Stream) {
      // Images keep their own filter; what was decoded is packed again.
      const raw = object.dictionary.Filter !== undefined || object.dictionary.Type?.value === 'Metadata';
      const data = raw ? object.data : deflateSync(object.data);
      const head = { ...object.dictionary, Length: data.length };
      if (!raw) head.Filter = new Name('FlateDecode');
      add(`${id} 0 obj\n${show(head)}\nstream\n`);
      add(data);
      add('\nendstream\nendobj\n');
    } else add(`${id} 0 obj\n${show(object)}\nendobj\n`);
  }
  const start = length;
  const rows = offsets.map((offset) =>
    offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`,
  );
  add(
    `xref\n0 ${size}\n${rows.join('')}trailer\n${show({ ...trailer, Size: size })}\nstartxref\n${start}\n%%EOF\n`,
  );
  return Buffer.concat(parts);
}

function show(value) {
  if (value instanceof Name) return `/${value.value}`;
  if (value instanceof Reference) return `${value.id} 0 R`;
  if (value instanceof PdfString) return `<${Buffer.from(value.bytes, 'latin1').toString('hex')}>`;
  if (Array.isArray(value)) return `[${value.map(show).join(' ')}]`;
  if (value !== null && typeof value === 'object')
    return `<<${Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .map(([key, entry]) => `/${key} ${show(entry)}`)
      .join(' ')}>>`;
  return String(value);
}
