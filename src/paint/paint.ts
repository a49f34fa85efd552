/** From pages to the bytes of a PDF: pages are painted, fonts and the tag tree are written. */
import type { Attachment } from '../pdf/attachment.ts';
import { PdfFile } from '../pdf/file.ts';
import type { PreparedImage } from '../pdf/images/prepared.ts';
import type { Standard } from '../pdf/standards/standard.ts';
import type { Pages } from '../typeset/typeset.ts';
import { Painter } from './painter.ts';

export interface PaintOptions {
  readonly standards: readonly Standard[];
  /** Bitmaps by the name that composition gave them. */
  readonly images: ReadonlyMap<string, PreparedImage>;
  /** What the document was made from, when it is to go with it; wants a standard that allows it (PDF/A-3). */
  readonly source?: Attachment;
}

export async function paint(
  { document, pages, drawings }: Pages,
  options: PaintOptions,
): Promise<Uint8Array> {
  const { standards, images, source } = options;
  const file = new PdfFile({
    metadata: document.metadata,
    language: document.language,
    standards,
    ...(source && { source }),
  });
  if (images.size > 0) file.addImages(images);
  const painter = new Painter(file, drawings);
  painter.paintPages(pages);
  return file.finish(document.structure, painter.finish());
}
