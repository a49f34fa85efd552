/** Brings what the server has of a document: the PDF, opened, and where its blocks are. */
import type { Anchor, PreviewDocument } from '../../protocol.ts';
import { OpenPdf, pdfAddress } from '../pdf/open-pdf.ts';
import type { Shown } from './pages-view.ts';

/**
 * Undefined where there is a newer PDF by now: a state that names it is on its way.
 *
 * @param shown what is there already: the same PDF stays open, and its blocks where they are if no others can be had
 */
export async function load(
  document: PreviewDocument,
  texts: string,
  shown: Shown | undefined,
): Promise<Shown | undefined> {
  const { id, lang, pdf } = document;
  if (!pdf) return undefined;
  const same = shown?.id === id && shown.digest === pdf.digest ? shown : undefined;
  const [open, anchors] = await Promise.all([
    same?.pdf ?? OpenPdf.open(pdfAddress(id, pdf)),
    loadAnchors(id, pdf.digest),
  ]);
  const blocks = anchors ?? same?.anchors ?? [];
  return open && { id, lang, digest: pdf.digest, texts, pdf: open, pages: pdf.pages, anchors: blocks };
}

/** Undefined where they cannot be had: pages are shown without them. */
async function loadAnchors(id: string, digest: string): Promise<readonly Anchor[] | undefined> {
  try {
    const answer = await fetch(`/api/anchors/${id}?v=${digest}`);
    return answer.ok ? ((await answer.json()) as Anchor[]) : undefined;
  } catch {
    return undefined;
  }
}
