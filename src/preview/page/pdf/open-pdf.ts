/** A PDF as pdf.js opens it, in one worker for all of them. */
import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  PDFWorker,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextContent } from 'pdfjs-dist/types/src/display/api.js';
import type { PreviewDocument } from '../../protocol.ts';
import { type SearchText, searchText } from '../search/normalise.ts';

GlobalWorkerOptions.workerSrc = new URL('pdf-worker.js', import.meta.url).href;
let worker: PDFWorker | undefined;

/** The text of a page, in the pieces of which the text layer makes its elements. */
export interface PageText {
  readonly pieces: readonly string[];
  readonly searched: SearchText;
}

export type Pdf = NonNullable<PreviewDocument['pdf']>;

export function pdfAddress(id: string, pdf: Pdf): string {
  return `/pdf/${id}?v=${pdf.digest}`;
}

export class OpenPdf {
  readonly #document: PDFDocumentProxy;
  readonly #contents = new Map<number, Promise<TextContent>>();
  readonly #texts = new Map<number, Promise<PageText>>();

  private constructor(document: PDFDocumentProxy) {
    this.#document = document;
  }

  /** Undefined where the server has a newer one by now. Throws when the server does not answer, or the PDF is broken. */
  static async open(address: string): Promise<OpenPdf | undefined> {
    const answer = await fetch(address);
    if (answer.status === 404) return undefined;
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    worker ??= new PDFWorker();
    const data = new Uint8Array(await answer.arrayBuffer());
    // Every face is in the file, and nothing in it is run.
    const task = getDocument({ data, worker, useSystemFonts: false, useWasm: false, isEvalSupported: false });
    return new OpenPdf(await task.promise);
  }

  /** @param page from 0 */
  page(page: number): Promise<PDFPageProxy> {
    return this.#document.getPage(page + 1);
  }

  /** @param page from 0 */
  textContent(page: number): Promise<TextContent> {
    const content = this.#contents.get(page) ?? this.page(page).then((proxy) => proxy.getTextContent());
    this.#contents.set(page, content);
    return content;
  }

  /** @param page from 0 */
  text(page: number): Promise<PageText> {
    const text = this.#texts.get(page) ?? this.#readText(page);
    this.#texts.set(page, text);
    return text;
  }

  async #readText(page: number): Promise<PageText> {
    const { items } = await this.textContent(page);
    const pieces = items.flatMap((item) => ('str' in item ? [item.hasEOL ? `${item.str}\n` : item.str] : []));
    return { pieces, searched: searchText(pieces.join('')) };
  }

  /** Ends what is still being drawn of it. */
  close(): void {
    void this.#document.loadingTask.destroy();
  }
}
