/** Opens PDFs with PDFium, Chrome's reader: their text, and their pages as pictures. */
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';

let library: Promise<PDFiumLibrary> | undefined;

async function withDocument<T>(
  pdf: Uint8Array,
  use: (document: PDFiumDocument) => T | Promise<T>,
): Promise<T> {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(pdf);
  try {
    return await use(document);
  } finally {
    document.destroy();
  }
}

/** The text of all pages, a line break between them. */
export function pageText(pdf: Uint8Array): Promise<string> {
  return withDocument(pdf, (document) => [...document.pages()].map((page) => page.getText()).join('\n'));
}

export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue at a point from the top left. */
  at(x: number, y: number): [number, number, number];
}

/** Pages drawn at so many pixels a point. */
export function drawPages(pdf: Uint8Array, scale = 1): Promise<DrawnPage[]> {
  return withDocument(pdf, async (document) => {
    const drawn: DrawnPage[] = [];
    for (const page of document.pages()) {
      const { data, width, height } = await page.render({ scale, render: 'bitmap' });
      drawn.push({
        width,
        height,
        at(x, y) {
          const i = (Math.round(y) * width + Math.round(x)) * 4;
          return [data[i]!, data[i + 1]!, data[i + 2]!];
        },
      });
    }
    return drawn;
  });
}
