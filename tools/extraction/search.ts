/**
 * The search of two readers, as a function from a PDF to a question: does it find this? PDFium's own (FPDFText_FindStart)
 * and the find controller of pdf.js's viewer, which is Firefox's.
 */
import { PDFiumLibrary } from '@hyzyla/pdfium';

export interface Searcher {
  readonly name: string;
  open(pdf: Uint8Array): Promise<Search>;
}

export interface Search {
  /** Whether the words are found on a page, marks and all. */
  finds(words: string): Promise<boolean>;
  close(): Promise<void>;
}

/** What @hyzyla/pdfium binds and does not offer. */
interface PdfiumModule {
  readonly HEAPU8: Uint8Array;
  readonly wasmExports: { malloc(size: number): number; free(pointer: number): void };
  _FPDF_LoadPage(document: number, index: number): number;
  _FPDF_ClosePage(page: number): void;
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(textPage: number): void;
  _FPDFText_FindStart(textPage: number, what: number, flags: number, start: number): number;
  _FPDFText_FindNext(search: number): number;
  _FPDFText_FindClose(search: number): void;
}

export const PDFIUM_SEARCH: Searcher = {
  name: 'PDFium',
  async open(pdf) {
    const library = await PDFiumLibrary.init();
    const module = Reflect.get(library, 'module') as PdfiumModule;
    const document = await library.loadDocument(pdf);
    const handle = Reflect.get(document, 'documentIdx') as number;
    const pages = Array.from({ length: document.getPageCount() }, (_, i) => module._FPDF_LoadPage(handle, i));
    const texts = pages.map((page) => module._FPDFText_LoadPage(page));
    const findsOn = (text: number, what: number): boolean => {
      const search = module._FPDFText_FindStart(text, what, 0, 0);
      const found = module._FPDFText_FindNext(search) !== 0;
      module._FPDFText_FindClose(search);
      return found;
    };
    return {
      finds: async (words) => {
        const bytes = Buffer.from(`${words}\0`, 'utf16le');
        const what = module.wasmExports.malloc(bytes.length);
        module.HEAPU8.set(bytes, what);
        const found = texts.some((text) => findsOn(text, what));
        module.wasmExports.free(what);
        return found;
      },
      close: async () => {
        for (const text of texts) module._FPDFText_ClosePage(text);
        for (const page of pages) module._FPDF_ClosePage(page);
        document.destroy();
        library.destroy();
      },
    };
  },
};

/** States of the find controller that are an answer. */
const FOUND = 0;
const NOT_FOUND = 1;
const WRAPPED = 2;

export const PDFJS_SEARCH: Searcher = {
  name: 'pdf.js',
  async open(pdf) {
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const { EventBus, PDFFindController } = await viewer();
    const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
    const document = await task.promise;
    const eventBus = new EventBus();
    const linkService = { page: 1, pagesCount: document.numPages, eventBus };
    const controller = new PDFFindController({
      linkService: linkService as ConstructorParameters<typeof PDFFindController>[0]['linkService'],
      eventBus,
    });
    controller.setDocument(document);
    let answer: (found: boolean) => void = () => {};
    eventBus.on('updatefindcontrolstate', ({ state }: { state: number }) => {
      if (state === FOUND || state === WRAPPED) answer(true);
      else if (state === NOT_FOUND) answer(false);
    });
    return {
      finds: (words) =>
        new Promise((resolve) => {
          answer = resolve;
          eventBus.dispatch('find', { type: 'again', query: words, matchDiacritics: true });
        }),
      close: () => task.destroy(),
    };
  },
};

/** The viewer measures and styles elements when it is loaded; searching needs none of it, and PDFium no window. */
async function viewer() {
  const element = () => ({ style: {}, append() {}, remove() {} });
  const document = {
    documentElement: element(),
    body: element(),
    createElement: element,
    addEventListener() {},
  };
  const scope = globalThis as Record<string, unknown>;
  const browser = { document, window: globalThis, requestAnimationFrame: setTimeout };
  Object.assign(scope, browser);
  try {
    return await import('pdfjs-dist/legacy/web/pdf_viewer.mjs');
  } finally {
    for (const name of Object.keys(browser)) delete scope[name];
  }
}

/** The phrases that are not found. */
export async function notFound(
  searcher: Searcher,
  pdf: Uint8Array,
  phrases: readonly string[],
): Promise<string[]> {
  const search = await searcher.open(pdf);
  const lost: string[] = [];
  // As it was typed, or with letters and marks as one character: keyboards write either.
  for (const phrase of phrases)
    if (!(await search.finds(phrase)) && !(await search.finds(phrase.normalize('NFC')))) lost.push(phrase);
  await search.close();
  return lost;
}
