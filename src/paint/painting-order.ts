/** The order in which a page is painted. */
import type { PageItem } from '../typeset/page-item.ts';

/**
 * Lines that are drawn between words, as between the rows of a table, come before these words: they are then one artifact and not one
 * for each row. What covers or is covered – fills and pictures – stays where it is.
 */
export function paintingOrder(items: readonly PageItem[]): PageItem[] {
  const ordered: PageItem[] = [];
  let words: PageItem[] = [];
  for (const item of items) {
    if (item.type === 'line') {
      words.push(item);
      continue;
    }
    if (item.type !== 'stroke') {
      ordered.push(...words);
      words = [];
    }
    ordered.push(item);
  }
  return [...ordered, ...words];
}
