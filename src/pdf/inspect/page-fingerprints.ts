/**
 * A fingerprint of each page of a PDF that Bayan wrote: of what is seen on it, and of the words and links behind that.
 * Fonts are cut down to what a document uses, so a word on one page gives other numbers to the glyphs of all pages;
 * here names and codes count only for what they stand for, in the order in which a page comes to use them.
 */
import { createHash, type Hash } from 'node:crypto';
import { EmbeddedGlyphs } from './embedded-glyphs.ts';
import {
  type Dictionary,
  isDictionary,
  Name,
  type PdfObjects,
  PdfString,
  type PdfValue,
  Reference,
  Stream,
} from './objects.ts';

export interface PageFingerprint {
  /** SHA-256, in hexadecimal: two pages with the same one look the same. */
  readonly digest: string;
  /** pt */
  readonly width: number;
  readonly height: number;
}

/** Of all pages, in order. */
export function pageFingerprints(pdf: PdfObjects): readonly PageFingerprint[] {
  const printer = new Printer(pdf);
  return pdf.pages().map((page) => {
    const [left, bottom, right, top] = pdf.array(page.MediaBox).map(Number);
    return { digest: printer.page(page), width: right! - left!, height: top! - bottom! };
  });
}

/** What leads back up, numbers content, or says how long the written bytes are. */
const UNSEEN: ReadonlySet<string> = new Set(['Parent', 'P', 'StructParent', 'StructParents', 'Length', 'Pg']);

/** A name of a resource, or codes of the font that was chosen last. */
const USES = /\/([A-Za-z][\w.+-]*)|<([0-9a-fA-F]+)>/g;

class Printer {
  readonly #pdf: PdfObjects;
  readonly #fonts = new Map<Dictionary, EmbeddedGlyphs>();
  /** Of streams that are drawn on many pages. */
  readonly #digests = new Map<PdfValue, string>();

  constructor(pdf: PdfObjects) {
    this.#pdf = pdf;
  }

  page(page: Dictionary): string {
    const hash = createHash('sha256');
    const { MediaBox, CropBox, Rotate, UserUnit, Annots } = page;
    for (const value of [MediaBox, CropBox, Rotate, UserUnit, Annots]) this.#value(hash, value);
    const contents = this.#pdf.array(page.Contents).map((part) => this.#pdf.data(part) ?? '');
    this.#content(hash, contents.join('\n'), this.#pdf.dictionary(page.Resources));
    return hash.digest('hex');
  }

  /** Operators with their names and codes numbered anew, then what each of them is. */
  #content(hash: Hash, content: string, resources: Dictionary): void {
    const pdf = this.#pdf;
    const groups = Object.entries(resources).map(([group, names]) => [group, pdf.dictionary(names)] as const);
    const numbers = new Map<string, number>();
    const described: (Uint8Array | string)[] = [];
    let font: { readonly name: string; readonly glyphs: EmbeddedGlyphs } | undefined;
    const numberOf = (key: string, describe: () => readonly (Uint8Array | string)[]): number => {
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, numbers.size);
      described.push(...describe());
      return numbers.size - 1;
    };
    const renumbered = content.replace(USES, (whole, name: string | undefined, codes: string | undefined) => {
      if (name !== undefined) {
        const group = groups.find(([, names]) => Object.hasOwn(names, name));
        if (!group) return whole;
        const [kind, names] = group;
        if (kind !== 'Font') return `/${numberOf(`/${name}`, () => [this.#digestOf(names[name])])}`;
        const chosen = this.#fontOf(pdf.dictionary(names[name]));
        font = { name, glyphs: chosen };
        return `/${numberOf(name, () => [chosen.name])}`;
      }
      if (!font || codes!.length % 4 !== 0) return whole;
      const chosen = font;
      const numbered = codes!.match(/.{4}/g)!.map((hex) => {
        const code = Number.parseInt(hex, 16);
        return numberOf(`${chosen.name} ${hex}`, () => chosen.glyphs.describe(code));
      });
      return `<${numbered.join(' ')}>`;
    });
    hash.update(renumbered, 'latin1');
    for (const part of described) hash.update(part);
  }

  #fontOf(dictionary: Dictionary): EmbeddedGlyphs {
    const known = this.#fonts.get(dictionary);
    if (known) return known;
    const font = new EmbeddedGlyphs(this.#pdf, dictionary);
    this.#fonts.set(dictionary, font);
    return font;
  }

  #digestOf(value: PdfValue): string {
    const object = this.#pdf.get(value);
    const known = this.#digests.get(object);
    if (known !== undefined) return known;
    const hash = createHash('sha256');
    this.#value(hash, object);
    const digest = hash.digest('hex');
    if (object instanceof Stream) this.#digests.set(object, digest);
    return digest;
  }

  /** A value and all it leads to. */
  #value(hash: Hash, value: PdfValue): void {
    const object = this.#pdf.get(value);
    if (value instanceof Reference && object instanceof Stream) hash.update(this.#digestOf(object));
    else if (object instanceof Stream) this.#stream(hash, object);
    else if (object instanceof Name) hash.update(`/${object.value} `);
    else if (object instanceof PdfString) hash.update(`(${object.bytes}) `, 'latin1');
    else if (Array.isArray(object)) {
      hash.update('[');
      for (const member of object) this.#value(hash, member);
      hash.update('] ');
    } else if (isDictionary(object)) this.#dictionary(hash, object);
    else hash.update(`${object} `);
  }

  #dictionary(hash: Hash, dictionary: Dictionary): void {
    hash.update('<<');
    for (const [key, value] of Object.entries(dictionary)) {
      if (UNSEEN.has(key)) continue;
      hash.update(`/${key} `);
      this.#value(hash, value);
    }
    hash.update('>> ');
  }

  /** A form has operators of its own. */
  #stream(hash: Hash, { dictionary, data }: Stream): void {
    const { Resources, ...rest } = dictionary;
    this.#dictionary(hash, rest);
    if (Resources === undefined) hash.update(data);
    else this.#content(hash, data.toString('latin1'), this.#pdf.dictionary(Resources));
  }
}
