/**
 * The PDF file: pdfmake's (pdfkit's) document with what they get wrong or leave out put right — fonts are ours,
 * metadata is escaped, nothing in the file comes from the clock, and the file's identifier comes from its bytes.
 */
import { createHash, type Hash } from 'node:crypto';
import svgToPdfkitModule from 'pdfmake/js/3rd-party/svg-to-pdfkit.js';
import PDFDocumentModule from 'pdfmake/js/PDFDocument.js';
import type { Metadata } from '../compose/document.ts';
import type { StructureElement } from '../compose/structure.ts';
import type { Language } from '../language/language.ts';
import type { Face } from '../text/face.ts';
import { defaultExport } from './common-js.ts';
import { EmbeddedFont, type PdfReference } from './embedded-font.ts';
import { embedImage, imageOperators } from './images/embed.ts';
import type { PreparedImage } from './images/prepared.ts';
import type { Standard } from './standards/standard.ts';
import { type PaintedStructure, writeStructureTree } from './structure-tree.ts';
import { xmpPacket } from './xmp.ts';

/** The parts of pdfkit's page that Bayan touches. */
export interface PdfPage {
  readonly dictionary: PdfReference;
  readonly height: number;
  readonly width: number;
  readonly fonts: Record<string, PdfReference>;
  readonly annotations: PdfReference[];
  readonly xobjects: Record<string, PdfReference>;
}

/** pdfkit's document, as far as Bayan uses it. */
interface PdfKitDocument {
  page: PdfPage;
  info: Record<string, unknown>;
  outline: OutlineItem;
  images: Record<string, string>;
  metadataRef: PdfReference;
  _root: PdfReference;
  _id: Buffer;
  _fontFamilies: Record<string, unknown>;
  _offset: number;
  ref(data?: Record<string, unknown>): PdfReference;
  addPage(options: object): this;
  addContent(content: string): this;
  addNamedDestination(name: string, ...args: unknown[]): void;
  on(event: 'data', listener: (chunk: Uint8Array) => void): this;
  on(event: 'end', listener: () => void): this;
  on(event: 'error', listener: (error: Error) => void): this;
  end(): void;
  endMetadata(): void;
  _write(data: Uint8Array | string): void;
  _finalize(): void;
}

interface OutlineItem {
  addItem(title: string, options: { expanded: boolean }): OutlineItem;
}

const PdfKit =
  defaultExport<
    new (
      fonts: object,
      images: object,
      patterns: object,
      attachments: object,
      options: object,
    ) => PdfKitDocument
  >(PDFDocumentModule);

const drawSvgOn =
  defaultExport<(file: object, svg: string, x: number, y: number, options: object) => void>(
    svgToPdfkitModule,
  );

export const PRODUCER = 'Bayan';

export interface PdfFileOptions {
  readonly metadata: Metadata;
  readonly language: Language;
  readonly standards: readonly Standard[];
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
    const { language } = this.options_;
    this._root.data.StructTreeRoot = writeStructureTree(
      this,
      structure,
      painted,
      language.dir === 'rtl' ? 'RlTb' : 'LrTb',
    );
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

  /** The identifier is a digest of everything before the trailer (ISO 32000-1 14.4 asks only that it differ between files). */
  override _finalize(): void {
    this._id = this.hash!.copy().digest().subarray(0, 16);
    super._finalize();
  }
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
