/**
 * Readers of PDFs, each as a function from bytes to text. PDFium (Chrome) and pdf.js (Firefox) come from npm; poppler
 * (Evince, Okular) and MuPDF (SumatraPDF) are used where they are installed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';

export interface Reader {
  readonly name: string;
  /** Undefined when the reader is not installed. */
  readonly version: string | undefined;
  read(pdf: Uint8Array): Promise<string>;
}

const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string }).version;

let pdfium: Promise<PDFiumLibrary> | undefined;

export const PDFIUM: Reader = {
  name: 'PDFium',
  version: versionOf('@hyzyla/pdfium'),
  async read(pdf) {
    pdfium ??= PDFiumLibrary.init();
    const document = await (await pdfium).loadDocument(pdf);
    const pages = [...document.pages()].map((page) => page.getText());
    document.destroy();
    return pages.join('\n');
  },
};

export const PDFJS: Reader = {
  name: 'pdf.js',
  version: versionOf('pdfjs-dist'),
  async read(pdf) {
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
    const document = await task.promise;
    let text = '';
    for (let number = 1; number <= document.numPages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent();
      for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
      text += '\n';
    }
    await task.destroy();
    return text;
  },
};

function command(
  name: string,
  program: string,
  probe: string,
  argumentsFor: (file: string) => string[],
): Reader {
  const { error, stdout, stderr } = spawnSync(program, [probe], { encoding: 'utf8' });
  return {
    name,
    version: error ? undefined : (/\d+\.\d+(\.\d+)?/.exec(stderr + stdout)?.[0] ?? 'installed'),
    async read(pdf) {
      const folder = mkdtempSync(join(tmpdir(), 'bayan-extraction-'));
      const file = join(folder, 'document.pdf');
      writeFileSync(file, pdf);
      const { stdout: text } = spawnSync(program, argumentsFor(file), {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      rmSync(folder, { recursive: true });
      return text;
    },
  };
}

/** All readers, installed or not. Asks the programs for their version. */
export function allReaders(): Reader[] {
  return [
    PDFIUM,
    PDFJS,
    command('poppler', 'pdftotext', '-v', (file) => [file, '-']),
    command('poppler -layout', 'pdftotext', '-v', (file) => ['-layout', file, '-']),
    command('MuPDF', 'mutool', '-v', (file) => ['draw', '-q', '-F', 'text', file]),
  ];
}
