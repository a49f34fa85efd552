/** Prints layout markup or Markdown with the plain style sheet of ./layout.ts: its pages, and the PDF that is made of them. */
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { paint } from '../../src/paint/paint.ts';
import type { PdfObjects } from '../../src/pdf/inspect/objects.ts';
import { readPdf } from '../../src/pdf/inspect/read.ts';
import { PDF_A_2A } from '../../src/pdf/standards/pdf-a.ts';
import { PDF_UA_1 } from '../../src/pdf/standards/pdf-ua.ts';
import { ParagraphMemory } from '../../src/text/paragraph-cache.ts';
import type { Page } from '../../src/typeset/page-item.ts';
import { typeset } from '../../src/typeset/typeset.ts';
import { composed, type Pictures } from './layout.ts';

export interface Printed {
  readonly pages: readonly Page[];
  readonly bytes: Uint8Array;
  readonly pdf: PdfObjects;
  readonly diagnostics: readonly Diagnostic[];
}

export async function printed(
  lang: string,
  template: string,
  body?: string,
  files?: Pictures,
): Promise<Printed> {
  const { composition, fonts, report } = composed(lang, template, body, '', files);
  const paragraphs = new ParagraphMemory(fonts);
  const laid = typeset(composition, { fonts, paragraphs, onParagraph: () => {} });
  const bytes = await paint(laid, { standards: [PDF_UA_1, PDF_A_2A], images: new Map() });
  return {
    pages: laid.pages,
    bytes,
    pdf: readPdf(bytes),
    diagnostics: [...report.diagnostics, ...laid.diagnostics],
  };
}
