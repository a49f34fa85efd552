/** Brings what the server has of a document: the PDF, opened, and where its blocks are. */
import type { Anchor, PreviewDocument } from '../../protocol.ts';
import { OpenPdf, pdfAddress } from '../pdf/open-pdf.ts';
import type { Shown } from './pages-view.ts';

/** Undefined where there is a newer PDF by now: a state that names it is on its way. */
export async function load(document: PreviewDocument): Promise<Shown | undefined> {
  const { id, lang, pdf } = document;
  if (!pdf) return undefined;
  const [open, anchors] = await Promise.all([OpenPdf.open(pdfAddress(id, pdf)), loadAnchors(id, pdf.digest)]);
  return open && { id, lang, digest: pdf.digest, pdf: open, pages: pdf.pages, anchors };
}

/** None where they cannot be had: pages are shown without them. */
async function loadAnchors(id: string, digest: string): Promise<readonly Anchor[]> {
  try {
    const answer = await fetch(`/api/anchors/${id}?v=${digest}`);
    return answer.ok ? ((await answer.json()) as Anchor[]) : [];
  } catch {
    return [];
  }
}
