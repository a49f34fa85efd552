/**
 * From pages to the bytes of a PDF: pictures are made ready for their printed size, pages are painted, fonts and the
 * tag tree are written.
 */

import { DiagnosticError } from '../diagnostics/diagnostic.ts';
import type { Attachment } from '../pdf/attachment.ts';
import { PdfFile } from '../pdf/file.ts';
import { ImageFormatError } from '../pdf/images/image-format-error.ts';
import type { PreparedImage } from '../pdf/images/prepared.ts';
import type { Standard } from '../pdf/standards/standard.ts';
import type { Pages } from '../typeset/typeset.ts';
import { Painter } from './painter.ts';

export interface PaintOptions {
  readonly standards: readonly Standard[];
  /** The bytes of a picture by the id that composition gave it. */
  readonly imageBytes: (id: string) => Uint8Array;
  /** What the document was made from, when it is to go with it; wants a standard that allows it (PDF/A-3). */
  readonly source?: Attachment;
}

/** Pixels a bitmap keeps for each printed inch. */
const PRINT_DPI = 300;

export async function paint({ document, pages }: Pages, options: PaintOptions): Promise<Uint8Array> {
  const file = new PdfFile({
    metadata: document.metadata,
    language: document.language,
    standards: options.standards,
    ...(options.source && { source: options.source }),
  });
  const images = await prepareImages(pages, options);
  if (images.size > 0) file.addImages(images);
  const painter = new Painter(file);
  painter.paintPages(pages);
  return file.finish(document.structure, painter.finish());
}

/** One after another, each once, at the largest size it is printed in. */
async function prepareImages(
  pages: Pages['pages'],
  options: PaintOptions,
): Promise<Map<string, PreparedImage>> {
  const sizes = new Map<string, { width: number; height: number }>();
  for (const page of pages)
    for (const item of page.items) {
      if (item.type !== 'image') continue;
      const other = sizes.get(item.image);
      sizes.set(item.image, {
        width: Math.max(other?.width ?? 0, item.width),
        height: Math.max(other?.height ?? 0, item.height),
      });
    }
  const prepared = new Map<string, PreparedImage>();
  if (sizes.size === 0) return prepared;
  const { prepareImage } = await import('../pdf/images/prepare.ts');
  const pixels = (points: number) => Math.ceil((points / 72) * PRINT_DPI);
  for (const [id, { width, height }] of sizes) {
    try {
      const limits = { maxWidth: pixels(width), maxHeight: pixels(height) };
      prepared.set(id, await prepareImage(options.imageBytes(id), limits));
    } catch (error) {
      if (!(error instanceof ImageFormatError)) throw error;
      throw new DiagnosticError(
        'image-corrupt',
        undefined,
        `the picture "${id}" cannot be used: ${error.message}`,
      );
    }
  }
  return prepared;
}
