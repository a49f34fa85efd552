/**
 * pdfkit, typed as far as Bayan uses it: the document class that pdfmake makes of it, and its pages. Everything that
 * ./packed-file.ts and ./file.ts override is declared here and nowhere else.
 */
import PDFDocumentModule from 'pdfmake/js/PDFDocument.js';
import type { PdfReference } from './embedded-font.ts';

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
export interface PdfKitDocument {
  page: PdfPage;
  info: Record<string, unknown>;
  _root: PdfReference;
  _info: PdfReference;
  _offset: number;
  /** Of object 1, 2, 3 …; null while it is not written. */
  _offsets: (number | null)[];
  _refEnd(reference: PdfReference): void;
  push(chunk: null): boolean;
  ref(data?: Record<string, unknown>): PdfReference;
  addPage(options: object): this;
  addContent(content: string): this;
  on(event: 'data', listener: (chunk: Uint8Array) => void): this;
  on(event: 'end', listener: () => void): this;
  on(event: 'error', listener: (error: Error) => void): this;
  end(): void;
  endMetadata(): void;
  _write(data: Uint8Array | string): void;
  _finalize(): void;
}

export const PdfKit = PDFDocumentModule.default as new (
  fonts: object,
  images: object,
  patterns: object,
  attachments: object,
  options: object,
) => PdfKitDocument;
