/**
 * Artifacts (ISO 32000-1 14.8.2.2): what is on a page and not part of the text, by the reason it is there. A screen
 * reader passes over all of them; a program that reflows or exports the text is told what it may drop or keep.
 */
import type { PlacedItem } from './pdfmake.ts';

/** Header rows of a table that are drawn again on a page are `repeated`; rules, fills and decorative pictures are `layout`. */
export type ArtifactKind = 'header' | 'footer' | 'repeated' | 'layout';

/** Takes an item out of the tag tree. */
export function markArtifact(placed: PlacedItem, kind: ArtifactKind): void {
  if (placed.type === 'line' || placed.type === 'vector' || placed.type === 'image')
    placed.item.artifact = kind;
}
