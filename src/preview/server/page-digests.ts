/** Tells of each page of a PDF what is painted on it, in one digest: pages that look the same have the same. */

import { sha256 } from '../../files/source-file.ts';
import { readPdf } from '../../pdf/inspect/read.ts';
import type { PreviewPage } from '../protocol.ts';

/** The pages of a PDF that Bayan wrote, in order. */
export function pagesOf(file: Uint8Array): readonly PreviewPage[] {
  const pdf = readPdf(file);
  return pdf.pages().map((page) => {
    const [, , width, height] = pdf.array(page.MediaBox).map(Number);
    return { digest: sha256(pdf.data(page.Contents) ?? ''), width: width!, height: height! };
  });
}
