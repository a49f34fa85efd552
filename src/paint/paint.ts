/**
 * From pages to the bytes of a PDF: pages are painted, fonts and the tag tree are written. Several documents may go into one
 * file, each with its own page numbers, as the Parts of one tag tree.
 */
import type { Metadata } from '../document/metadata.ts';
import type { Language } from '../language/language.ts';
import type { Attachment } from '../pdf/attachment.ts';
import { PdfFile } from '../pdf/file.ts';
import type { PreparedImage } from '../pdf/images/prepared.ts';
import type { Standard } from '../pdf/standards/standard.ts';
import type { Pages } from '../typeset/typeset.ts';
import { hasForeignLine } from './foreign-lines.ts';
import { Painter } from './painter.ts';

export interface FileOptions {
  readonly standards: readonly Standard[];
  /** What the document was made from, when it is to go with it; wants a standard that allows it (PDF/A-3). */
  readonly source?: Attachment;
}

export interface PaintOptions extends FileOptions {
  /** Bitmaps by the name that composition gave them. */
  readonly images: ReadonlyMap<string, PreparedImage>;
}

/** A document of a file that holds several. */
export interface FilePart {
  readonly pages: Pages;
  /** Bitmaps by the name that composition gave them. */
  readonly images: ReadonlyMap<string, PreparedImage>;
  /** Leads to its first page, above the bookmarks of its headings, which stand alone when there is none. */
  readonly bookmark?: string;
}

/** What a file of several documents says of itself; that of its first document where it does not say. */
export interface PartsOptions extends FileOptions {
  readonly metadata?: Metadata;
  readonly language?: Language;
}

/** Paints one document. Resolves with the bytes of the file. */
export function paint(pages: Pages, { images, ...options }: PaintOptions): Promise<Uint8Array> {
  return paintParts([{ pages, images }], options);
}

/** Paints documents one behind the other into one file. Resolves with its bytes. */
export async function paintParts(
  parts: readonly [FilePart, ...FilePart[]],
  options: PartsOptions,
): Promise<Uint8Array> {
  const { standards, source } = options;
  const { document } = parts[0].pages;
  const language = options.language ?? document.language;
  let pages = 0;
  const file = new PdfFile({
    metadata: options.metadata ?? document.metadata,
    language,
    pageDirection: pageDirection(language, parts),
    standards,
    firstPages: parts.map((part) => {
      pages += part.pages.pages.length;
      return pages - part.pages.pages.length;
    }),
    ...(source && { source }),
  });
  const painter = new Painter(file);
  const written = parts.map(({ pages, images, bookmark }, i) => {
    // Names of places and ids stand for themselves in each document.
    const prefix = parts.length > 1 ? `${i + 1}:` : '';
    if (images.size > 0) file.addImages(images);
    painter.paintPages(pages, prefix, bookmark);
    return { root: pages.document.structure, prefix };
  });
  return file.finish(written, painter.finish());
}

/** Scripts of which PDFium gives nothing that can be read where pages run from right to left. */
const UNREAD_BACKWARDS: ReadonlySet<string> = new Set(['Adlm', 'Rohg']);

/** From right to left only where PDFium, which takes it for the direction of every line, loses nothing by it: docs/decisions.md. */
function pageDirection({ dir, script }: Language, parts: readonly FilePart[]): 'R2L' | 'L2R' {
  if (dir === 'ltr' || UNREAD_BACKWARDS.has(script)) return 'L2R';
  return parts.some(({ pages }) => hasForeignLine(pages.pages)) ? 'L2R' : 'R2L';
}
