/**
 * Artifacts (ISO 32000-1 14.8.2.2): what is on a page and not part of the text, by the reason it is there. A screen
 * reader passes over all of them; a program that reflows or exports the text is told what it may drop or keep.
 */
import type { PageItem } from './pdfmake.ts';

export type ArtifactKind = 'header' | 'footer' | 'repeated' | 'layout';

/** The operator that opens marked content of each kind. Header rows that are drawn again on a page belong to paging. */
export const ARTIFACTS: Readonly<Record<ArtifactKind, string>> = {
  header: '/Artifact <</Type/Pagination/Subtype/Header>> BDC',
  footer: '/Artifact <</Type/Pagination/Subtype/Footer>> BDC',
  repeated: '/Artifact <</Type/Pagination>> BDC',
  layout: '/Artifact <</Type/Layout>> BDC',
};

/** Takes an item out of the tag tree. */
export function markArtifact({ item }: PageItem, kind: ArtifactKind): void {
  item.artifact = kind;
  delete item.owner;
  delete item.groups;
}

/** Why an item without an element is on the page: rules, fills and decorative pictures unless it was marked. */
export function artifactOf(item: object): ArtifactKind {
  return (item as { readonly artifact?: ArtifactKind }).artifact ?? 'layout';
}
