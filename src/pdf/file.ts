/**
 * The PDF file: pdfmake's (pdfkit's) document with what they get wrong or leave out put right — fonts are ours,
 * metadata is escaped, nothing in the file comes from the clock, and the file's identifier comes from its bytes.
 */
import { createHash, type Hash } from 'node:crypto';
import type { Metadata } from '../document/nodes.ts';
import type { StructureElement } from '../document/tags.ts';
import type { Face } from '../fonts/face.ts';
import type { Language } from '../language/language.ts';
import { type Attachment, attachFile } from './attachment.ts';
import { EmbeddedFont, type PdfReference } from './embedded-font.ts';
import { embedImage, imageOperators } from './images/embed.ts';
import type { PreparedImage } from './images/prepared.ts';
import {
  crossReferenceStream,
  type Location,
  type NumberedReference,
  packObjects,
} from './object-streams.ts';
import { drawSvgOn, PdfKit } from './pdfkit.ts';
import { textBytes } from './serialize.ts';
import type { Standard } from './standards/standard.ts';
import { type PaintedStructure, writeStructureTree } from './structure-tree.ts';
import { xmpPacket } from './xmp.ts';

export const PRODUCER = 'Bayan';

export interface PdfFileOptions {
  readonly metadata: Metadata;
  readonly language: Language;
  readonly standards: readonly Standard[];
  /** The Markdown the document was made from, to go with it. */
  readonly source?: Attachment;
}

export class PdfFile extends PdfKit {
  // pdfkit's constructor already writes, before fields of a subclass exist: these are made on first use.
  declare private hash: Hash | undefined;
  declare private fonts_: Map<Face, EmbeddedFont> | undefined;
  declare private options_: PdfFileOptions;
  declare private pictures_:
    | Map<string, { prepared: PreparedImage; name: string; reference: PdfReference | undefined }>
    | undefined;
  declare private pictureCount_: number;
  declare private packed_: NumberedReference[] | undefined;
  declare private destinations_: Map<string, unknown[]> | undefined;

  constructor(options: PdfFileOptions) {
    const { metadata, language } = options;
    super(
      {},
      {},
      {},
      {},
      {
        pdfVersion: '1.7',
        lang: language.tag,
        displayTitle: true,
        autoFirstPage: false,
        compress: true,
        font: null,
        info: {
          Title: metadata.title,
          Author: metadata.author,
          Subject: metadata.subject,
          Keywords: metadata.keywords.join(', '),
          Creator: PRODUCER,
          Producer: PRODUCER,
          CreationDate: firstMoment(metadata.date),
        },
      },
    );
    this.options_ = options;
    this.pictureCount_ = 0;
    for (const key of ['Author', 'Subject', 'Keywords']) if (!this.info[key]) delete this.info[key];
    const root = this._root.data;
    (root.ViewerPreferences as PdfReference).data.Direction = language.dir === 'rtl' ? 'R2L' : 'L2R';
    root.MarkInfo = this.ref({ Marked: true });
    const labels = this.ref({ Nums: [0, { S: 'D' }] });
    labels.end();
    root.PageLabels = labels;
  }

  /** Objects without a stream wait for the end of the file, where they are packed together. */
  override ref(data?: Record<string, unknown>): PdfReference {
    const reference = super.ref(data) as NumberedReference & {
      buffer: readonly Uint8Array[];
      offset: number;
      finalize(): void;
    };
    const writeNow = reference.finalize;
    reference.finalize = () => {
      if (reference.buffer.length > 0) {
        writeNow.call(reference);
        return;
      }
      this.packed_ ??= [];
      this.packed_.push(reference);
      reference.offset = 0;
      this._refEnd(reference);
    };
    return reference;
  }

  /** A place that links can name, `y` pt below the top of the current page. */
  addDestination(name: string, y: number): void {
    this.destinations_ ??= new Map();
    const top = Math.round(this.page.height - y);
    this.destinations_.set(name, [this.page.dictionary, 'XYZ', null, top, null]);
  }

  /** The embedded font of a face; its resource name is put on the current page. */
  fontFor(face: Face): EmbeddedFont {
    this.fonts_ ??= new Map();
    let font = this.fonts_.get(face);
    if (!font) {
      font = new EmbeddedFont(face, `F${this.fonts_.size + 1}`);
      this.fonts_.set(face, font);
    }
    this.page.fonts[font.name] ??= font.reference(this);
    return font;
  }

  /** Pictures that `drawImage` may draw, by id. */
  addImages(images: ReadonlyMap<string, PreparedImage>): void {
    this.pictures_ = new Map(
      [...images].map(([id, prepared]) => [id, { prepared, name: '', reference: undefined }]),
    );
  }

  /** Draws a picture, embedded once however often it is drawn. Lengths in pt from the top left of the page. */
  drawImage(id: string, x: number, y: number, width: number, height: number): void {
    const picture = this.pictures_?.get(id);
    if (!picture) return;
    picture.reference ??= embedImage(this, picture.prepared);
    picture.name ||= `I${++this.pictureCount_}`;
    this.page.xobjects[picture.name] = picture.reference;
    this.addContent(imageOperators(picture.name, picture.prepared, { x, y, width, height }));
  }

  /** Draws an SVG document as vectors. */
  drawSvg(svg: string, x: number, y: number, width: number, height: number): void {
    drawSvgOn(this, svg, x, y, { width, height, assumePt: true, fontCallback: () => null });
  }

  /** Writes fonts, structure and standards, and ends the file. Resolves with its bytes. */
  async finish(structure: StructureElement, painted: PaintedStructure): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    const done = new Promise<void>((resolve, reject) => {
      this.on('data', (chunk) => chunks.push(chunk));
      this.on('end', resolve);
      this.on('error', reject);
    });
    let index = 0;
    for (const font of this.fonts_?.values() ?? []) font.embed(this, subsetTag(index++));
    this._root.data.StructTreeRoot = writeStructureTree(this, structure, painted);
    const names: Record<string, unknown> = {};
    if (this.destinations_) names.Dests = nameTree(this.destinations_);
    const { source } = this.options_;
    if (source) names.EmbeddedFiles = nameTree(new Map([[source.name, attachFile(this, source)]]));
    (this._root.data.Names as PdfReference).data = names;
    for (const standard of this.options_.standards) standard.apply?.(this);
    this.end();
    await done;
    return Buffer.concat(chunks);
  }

  override endMetadata(): void {
    const { metadata, language, standards } = this.options_;
    const packet = xmpPacket({
      title: metadata.title,
      author: metadata.author,
      subject: metadata.subject,
      keywords: metadata.keywords.join(', '),
      producer: PRODUCER,
      lang: language.tag,
      date: firstMoment(metadata.date).toISOString().replace('.000Z', 'Z'),
      ...Object.assign({}, ...standards.map((standard) => standard.xmp)),
    });
    const reference = this.ref({ Type: 'Metadata', Subtype: 'XML' }) as PdfReference & { compress: boolean };
    reference.compress = false;
    reference.end(Buffer.from(packet, 'utf8'));
    this._root.data.Metadata = reference;
  }

  override _write(data: Uint8Array | string): void {
    this.hash ??= createHash('sha256');
    this.hash.update(typeof data === 'string' ? Buffer.from(`${data}\n`, 'latin1') : data);
    super._write(data);
  }

  /**
   * Object streams and the cross-reference stream. The identifier is a digest of everything before the latter
   * (ISO 32000-1 14.4 asks only that it differ between files).
   */
  override _finalize(): void {
    const count = this._offsets.length;
    const locations: Location[] = this._offsets.map((offset) => ({ offset: offset! }));
    const streams = packObjects(this.packed_ ?? [], count + 1);
    for (const { id, bytes, members } of streams) {
      locations[id - 1] = { offset: this._offset };
      members.forEach((member, index) => {
        locations[member - 1] = { stream: id, index };
      });
      this._write(bytes);
    }
    const identifier = this.hash!.copy().digest().subarray(0, 16);
    const start = this._offset;
    const trailer = { Root: this._root, Info: this._info, ID: [identifier, identifier] };
    this._write(crossReferenceStream(count + streams.length + 1, start, locations, trailer));
    this._write(`startxref\n${start}\n%%EOF`);
    this.push(null);
  }
}

/** A name tree in one leaf (7.9.6), sorted by the bytes of its keys. */
function nameTree(entries: ReadonlyMap<string, unknown>): { Names: unknown[] } {
  const sorted = [...entries].map(([key, value]) => ({ key, value, bytes: textBytes(key) }));
  sorted.sort((a, b) => (a.bytes < b.bytes ? -1 : a.bytes > b.bytes ? 1 : 0));
  return { Names: sorted.flatMap(({ key, value }) => [new String(key), value]) };
}

/** Subset names differ within a file and are the same in every build: AAAAAA, AAAAAB … */
function subsetTag(index: number): string {
  let tag = '';
  for (let i = 0, rest = index; i < 6; i++, rest = Math.floor(rest / 26))
    tag = String.fromCharCode(65 + (rest % 26)) + tag;
  return tag;
}

/** The first moment, UTC, of a date of year, month or day precision. */
export function firstMoment(date: string): Date {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day));
}
