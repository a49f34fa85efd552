/** Types of ./conformance-pdf.mjs for the tests. */
export declare class Name {
  constructor(value: string);
  readonly value: string;
}
export declare class Reference {
  readonly id: number;
}
export declare class PdfString {
  readonly bytes: string;
  readonly text: string;
}
export declare class Stream {
  readonly dictionary: Record<string, unknown>;
  data: Buffer;
}
export declare class PdfObjects {
  readonly objects: Map<number, unknown>;
  readonly trailer: Record<string, unknown>;
  readonly root: Record<string, unknown>;
  get(value: unknown): unknown;
  pages(): Record<string, unknown>[];
  elements(): Generator<Record<string, unknown>>;
}
export declare function readPdf(file: Uint8Array): PdfObjects;
export declare function writePdf(pdf: Pick<PdfObjects, 'objects' | 'trailer'>): Buffer;
export declare class Parser {
  constructor(text: string, at?: number);
  next(): unknown;
}
