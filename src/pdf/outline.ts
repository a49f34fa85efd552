/**
 * Bookmarks (ISO 32000-1 12.3.3) from headings. pdfkit's own send the reader to the far edge of the page and count
 * only the first level.
 */
import { type DestinationPage, placeOn } from './destination.ts';
import type { CatalogWriter, PdfReference } from './embedded-font.ts';

interface Entry {
  readonly level: number;
  readonly title: string;
  readonly destination: readonly unknown[];
  readonly children: Entry[];
}

export class Outline {
  readonly #top: Entry[] = [];
  readonly #open: Entry[] = [];

  /** Adds a bookmark to a place `y` pt below the top of a page, under the last one of a higher level. */
  add(heading: { readonly level: number; readonly title: string }, page: DestinationPage, y: number): void {
    const open = this.#open;
    while (open.length > 0 && open[open.length - 1]!.level >= heading.level) open.pop();
    const entry: Entry = { ...heading, destination: placeOn(page, y), children: [] };
    (open[open.length - 1]?.children ?? this.#top).push(entry);
    open.push(entry);
  }

  /** Writes all bookmarks, opened, and has readers show them. Nothing is written when there are none. */
  write(target: CatalogWriter): void {
    if (this.#top.length === 0) return;
    const root = target.ref({ Type: 'Outlines' });
    Object.assign(root.data, writeEntries(target, this.#top, root));
    root.end();
    target._root.data.Outlines = root;
    target._root.data.PageMode = 'UseOutlines';
  }
}

/** First, Last and Count of a parent, after its children are written. */
function writeEntries(
  target: CatalogWriter,
  entries: readonly Entry[],
  parent: PdfReference,
): Record<string, unknown> {
  if (entries.length === 0) return {};
  const references = entries.map(() => target.ref());
  let count = entries.length;
  entries.forEach((entry, i) => {
    const reference = references[i]!;
    const below = writeEntries(target, entry.children, reference);
    count += (below.Count as number | undefined) ?? 0;
    Object.assign(reference.data, {
      Title: new String(entry.title),
      Parent: parent,
      Dest: entry.destination,
      ...(i > 0 && { Prev: references[i - 1] }),
      ...(i < references.length - 1 && { Next: references[i + 1] }),
      ...below,
    });
    reference.end();
  });
  return { First: references[0], Last: references[references.length - 1], Count: count };
}
