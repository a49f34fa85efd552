/** Checks that a build left every expected PDF of the sample: there, opened by PDFium, of the right page count and size. */
import { readFileSync } from 'node:fs';
import { PDFiumLibrary } from '@hyzyla/pdfium';

interface Expected {
  readonly pages: number;
  /** Paper, pt. */
  readonly width: number;
  readonly height: number;
}

const LANGUAGES = ['ar', 'en', 'fa-AF', 'ps', 'ur'];
const KINDS: Readonly<Record<string, Expected>> = {
  brief: { pages: 2, width: 595, height: 842 },
  flyer: { pages: 1, width: 420, height: 595 },
};

const library = await PDFiumLibrary.init();
let failed = 0;
for (const lang of LANGUAGES)
  for (const [kind, expected] of Object.entries(KINDS)) {
    const path = `out/afghan-returns/afghan-returns.${lang}.${kind}.pdf`;
    const fault = await check(path, expected);
    console.log(`${fault ? 'FAILED' : 'ok'}  ${path}${fault ? `: ${fault}` : ''}`);
    if (fault) failed++;
  }
library.destroy();
process.exitCode = failed > 0 ? 1 : 0;

/** What is wrong with a file; undefined when nothing is. */
async function check(path: string, { pages, width, height }: Expected): Promise<string | undefined> {
  try {
    const document = await library.loadDocument(readFileSync(path));
    const count = document.getPageCount();
    const { originalWidth, originalHeight } = document.getPage(0).getOriginalSize();
    document.destroy();
    if (count !== pages) return `${count} pages, ${pages} expected`;
    if (Math.abs(originalWidth - width) > 1 || Math.abs(originalHeight - height) > 1)
      return `${originalWidth} × ${originalHeight} pt, ${width} × ${height} expected`;
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : 'cannot be opened';
  }
}
