// Checks that a build left every expected PDF of the sample: there, opened by PDFium, of the right page count and size.
import { readFileSync } from 'node:fs';
import { PDFiumLibrary } from '@hyzyla/pdfium';

const LANGUAGES = ['ar', 'en', 'fa-AF', 'ps', 'ur'];
/** Pages and paper of each kind, pt. */
const KINDS = { brief: { pages: 2, width: 595, height: 842 }, flyer: { pages: 1, width: 420, height: 595 } };

const library = await PDFiumLibrary.init();
let failed = 0;
for (const lang of LANGUAGES)
  for (const [kind, expected] of Object.entries(KINDS)) {
    const path = `out/afghan-returns/afghan-returns.${lang}.${kind}.pdf`;
    const problem = await check(path, expected);
    console.log(`${problem ? 'FAILED' : 'ok'}  ${path}${problem ? `: ${problem}` : ''}`);
    if (problem) failed++;
  }
library.destroy();
process.exitCode = failed > 0 ? 1 : 0;

async function check(path, expected) {
  try {
    const document = await library.loadDocument(readFileSync(path));
    const count = document.getPageCount();
    if (count !== expected.pages) return `${count} pages, ${expected.pages} expected`;
    const { originalWidth, originalHeight } = document.getPage(0).getOriginalSize();
    if (Math.abs(originalWidth - expected.width) > 1 || Math.abs(originalHeight - expected.height) > 1)
      return `${originalWidth} × ${originalHeight} pt, ${expected.width} × ${expected.height} expected`;
    document.destroy();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : 'cannot be opened';
  }
}
