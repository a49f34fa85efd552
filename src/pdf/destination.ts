/** Places that links and bookmarks lead to (ISO 32000-1 12.3.2). */
import type { PdfReference } from './embedded-font.ts';

/** What a destination needs of a page. */
export interface DestinationPage {
  readonly dictionary: PdfReference;
  readonly height: number;
}

/** A place `y` pt below the top of a page; the reader keeps how far to the right and how large the page is shown. */
export function placeOn({ dictionary, height }: DestinationPage, y: number): readonly unknown[] {
  return [dictionary, 'XYZ', null, Math.round(height - y), null];
}
