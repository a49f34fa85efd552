/** What a PDF file is made of once it has been read: values, and the objects that references lead to. */

/** A name; `String(name)` is what stands behind the slash. */
export class Name {
  readonly value: string;
  constructor(value: string) {
    this.value = value;
  }
  toString(): string {
    return this.value;
  }
}

/** A reference to an indirect object, by its number. */
export class Reference {
  readonly id: number;
  constructor(id: number) {
    this.id = id;
  }
}

/** A string, one character for each byte. */
export class PdfString {
  readonly bytes: string;
  constructor(bytes: string) {
    this.bytes = bytes;
  }
  /** What it says, read as a text string: UTF-16 behind a byte order mark, otherwise Latin. */
  get text(): string {
    if (!this.bytes.startsWith('\xfe\xff')) return this.bytes;
    let text = '';
    for (let i = 2; i + 1 < this.bytes.length; i += 2)
      text += String.fromCharCode((this.bytes.charCodeAt(i) << 8) | this.bytes.charCodeAt(i + 1));
    return text;
  }
}

/** A dictionary with data, decoded where the only filter was Flate. */
export class Stream {
  readonly dictionary: Dictionary;
  data: Buffer;
  constructor(dictionary: Dictionary, data: Buffer) {
    this.dictionary = dictionary;
    this.data = data;
  }
}

export interface Dictionary {
  [key: string]: PdfValue;
}

/** `undefined` is what an absent entry of a dictionary and a reference to nothing are. */
export type PdfValue =
  | boolean
  | number
  | null
  | undefined
  | Name
  | Reference
  | PdfString
  | Stream
  | PdfValue[]
  | Dictionary;

/** Whether a value is a dictionary and nothing else that JavaScript calls an object. */
export function isDictionary(value: PdfValue): value is Dictionary {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(
      value instanceof Name ||
      value instanceof Reference ||
      value instanceof PdfString ||
      value instanceof Stream
    )
  );
}

/** All objects of a file by number, and its trailer. */
export class PdfObjects {
  readonly objects: Map<number, PdfValue>;
  readonly trailer: Dictionary;
  constructor(objects: Map<number, PdfValue>, trailer: Dictionary) {
    this.objects = objects;
    this.trailer = trailer;
  }

  /** What a reference leads to; anything else as it is. */
  get(value: PdfValue): PdfValue {
    return value instanceof Reference ? this.objects.get(value.id) : value;
  }

  /** The dictionary that a value is or leads to, empty where there is none; that of a stream is its own. */
  dictionary(value: PdfValue): Dictionary {
    const found = this.get(value);
    if (found instanceof Stream) return found.dictionary;
    return isDictionary(found) ? found : {};
  }

  /** The members of an array; a value that stands alone is one, and nothing is none, as in `/K`. */
  array(value: PdfValue): PdfValue[] {
    const found = this.get(value);
    return Array.isArray(found) ? found : found === undefined || found === null ? [] : [value];
  }

  /** A name without its slash; undefined where there is none. */
  name(value: PdfValue): string | undefined {
    const found = this.get(value);
    return found instanceof Name ? found.value : undefined;
  }

  /** What a text string says; undefined where there is none. */
  text(value: PdfValue): string | undefined {
    const found = this.get(value);
    return found instanceof PdfString ? found.text : undefined;
  }

  /** The data of a stream, one character for each byte; undefined where there is none. */
  data(value: PdfValue): string | undefined {
    const found = this.get(value);
    return found instanceof Stream ? found.data.toString('latin1') : undefined;
  }

  /** The catalog. */
  get root(): Dictionary {
    return this.dictionary(this.trailer.Root);
  }

  /** Page dictionaries in order. */
  pages(): Dictionary[] {
    return this.#leaves().map((page) => this.dictionary(page));
  }

  /** Numbers of the page objects, in the order of the pages. */
  pageIds(): readonly number[] {
    return this.#leaves().flatMap((page) => (page instanceof Reference ? [page.id] : []));
  }

  #leaves(node = this.dictionary(this.root.Pages)): PdfValue[] {
    return this.array(node.Kids).flatMap((kid) => {
      const page = this.dictionary(kid);
      return page.Kids === undefined ? [kid] : this.#leaves(page);
    });
  }

  /** Structure elements, parents first, in reading order. */
  *elements(node: Dictionary = this.dictionary(this.root.StructTreeRoot)): Generator<Dictionary> {
    if (node.S !== undefined) yield node;
    for (const kid of this.array(node.K)) {
      const element = this.dictionary(kid);
      if (element.S !== undefined) yield* this.elements(element);
    }
  }
}
