/** Finds words in the text of a document. */
import { type SearchText, searchText } from './normalise.ts';

export interface Hit {
  /** From 0. */
  readonly page: number;
  /** Code units in the text of the page, the end not among them. */
  readonly start: number;
  readonly end: number;
}

/** Where the words are, in the order of reading; none for a query without anything to look for. */
export function find(pages: readonly SearchText[], query: string): Hit[] {
  const words = searchText(query).text.trim();
  if (words === '') return [];
  return pages.flatMap(({ text, places }, page) => {
    const hits: Hit[] = [];
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
      const last = places[at + words.length - 1]!;
      // To the end of the last character, with the marks on it.
      const end = places.slice(at + words.length).find((place) => place > last)!;
      hits.push({ page, start: places[at]!, end });
    }
    return hits;
  });
}

/** The first hit on the page or after it, or the first of all. */
export function firstFrom(hits: readonly Hit[], page: number): number {
  return Math.max(
    0,
    hits.findIndex((hit) => hit.page >= page),
  );
}
