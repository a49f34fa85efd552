/**
 * The PDF file: pdfmake's (pdfkit's) document with what they get wrong or leave out put right — fonts are ours,
 * metadata is escaped, and nothing in the file comes from the clock.
 */
import type { Matrix } from '../document/matrix.ts';
import { firstMoment, type Metadata } from '../document/metadata.ts';
import type { Face } from '../fonts/face.ts';
import type { Language } from '../language/language.ts';
import { type Attachment, attachFile } from './attachment.ts';
import { placeOn } from './destination.ts';
import { EmbeddedFont, type PdfReference } from './embedded-font.ts';
import { embedImage, imageOperators } from './images/embed.ts';
import type { PreparedImage } from './images/prepared.ts';
import { nameTree } from './name-tree.ts';
import { scalar } from './operators.ts';
import { PackedFile } from './packed-file.ts';
import type { Standard } from './standards/standard.ts';
import { type PaintedStructure, type StructurePart, writeStructureTree } from './structure-tree.ts';
import { xmpPacket } from './xmp.ts';

const PRODUCER = 'Bayan';

export interface PdfFileOptions {
  readonly metadata: Metadata;
  readonly language: Language;
  /** Where the next page stands when two are seen (ISO 32000-1 table 150). */
  readonly pageDirection: 'L2R' | 'R2L';
  readonly standards: readonly Standard[];
  /** Where pages are counted from 1 again, from 0: the first page of each document in the file. */
  readonly firstPages: readonly number[];
  /** The Markdown the document was made from, to go with it. */
  readonly source?: Attachment;
}

export class PdfFile extends PackedFile {
  // pdfkit's constructor already writes, before fields of a subclass exist: these are made on first use.
  declare private fonts_: Map<Face, EmbeddedFont> | undefined;
  declare private options_: PdfFileOptions;
  declare private pictures_: Map<string, { readonly prepared: PreparedImage; name: string }> | undefined;
  declare private pictureCount_: number;
  declare private forms_: Map<PdfReference, string> | undefined;
  declare private destinations_: Map<string, readonly unknown[]> | undefined;

  constructor(options: PdfFileOptions) {
    const { metadata, language, pageDirection, firstPages } = options;
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
    (root.ViewerPreferences as PdfReference).data.Direction = pageDirection;
    root.MarkInfo = this.ref({ Marked: true });
    const labels = this.ref({ Nums: firstPages.flatMap((page) => [page, { S: 'D' }]) });
    labels.end();
    root.PageLabels = labels;
  }

  /** A place that links can name, `y` pt below the top of the current page. */
  addDestination(name: string, y: number): void {
    this.destinations_ ??= new Map();
    if (!this.destinations_.has(name)) this.destinations_.set(name, placeOn(this.page, y));
  }

  /** The embedded font of a face; its resource name is put on the current page. */
  fontFor(face: Face): EmbeddedFont {
    const font = this.embeddedFont(face);
    this.page.fonts[font.name] ??= this.fontReference(font);
    return font;
  }

  embeddedFont(face: Face): EmbeddedFont {
    this.fonts_ ??= new Map();
    let font = this.fonts_.get(face);
    if (!font) {
      font = new EmbeddedFont(face, `F${this.fonts_.size + 1}`);
      this.fonts_.set(face, font);
    }
    return font;
  }

  fontReference(font: EmbeddedFont): PdfReference {
    return font.reference(this);
  }

  /** Pictures that `drawImage` may draw from now on, by id. */
  addImages(images: ReadonlyMap<string, PreparedImage>): void {
    this.pictures_ = new Map([...images].map(([id, prepared]) => [id, { prepared, name: '' }]));
  }

  /** Draws a picture, embedded once however often it is drawn. Lengths in pt from the top left of the page. */
  drawImage(id: string, x: number, y: number, width: number, height: number): void {
    const image = this.image(id);
    if (!image) return;
    this.page.xobjects[image.name] = image.reference;
    this.addContent(imageOperators(image.name, image.prepared, { x, y, width, height }));
  }

  /** A picture that was added, embedded when it is first asked for. */
  image(id: string): { name: string; prepared: PreparedImage; reference: PdfReference } | undefined {
    const picture = this.pictures_?.get(id);
    if (!picture) return undefined;
    picture.name ||= `I${++this.pictureCount_}`;
    const { name, prepared } = picture;
    return { name, prepared, reference: embedImage(this, prepared) };
  }

  /** Draws a form by its reference, through a transformation of its space to the page's. */
  drawForm(form: PdfReference, matrix: Matrix): void {
    this.forms_ ??= new Map();
    const name = this.forms_.get(form) ?? `D${this.forms_.size + 1}`;
    this.forms_.set(form, name);
    this.page.xobjects[name] = form;
    this.addContent(`q ${matrix.map(scalar).join(' ')} cm /${name} Do Q`);
  }

  /** Writes fonts, structure and standards, and ends the file. Resolves with its bytes. */
  async finish(parts: readonly StructurePart[], painted: PaintedStructure): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    const done = new Promise<void>((resolve, reject) => {
      this.on('data', (chunk) => chunks.push(chunk));
      this.on('end', resolve);
      this.on('error', reject);
    });
    let index = 0;
    for (const font of this.fonts_?.values() ?? []) font.embed(this, index++);
    this._root.data.StructTreeRoot = writeStructureTree(this, parts, painted);
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
}
