/** Changes as a reviewer reads them: what a brief and a flyer have both is read once, and pages are called by what to do with them. */
import type { BlockChange, PagesOfBoth } from './compare.ts';
import type { PageState } from './page-changes.ts';
import type { ComparedPrint, PrintComparison } from './publication.ts';

/** A change with all its places. */
export interface GatheredChange extends Omit<BlockChange, 'pages'> {
  readonly places: readonly { readonly kind: string; readonly pages: PagesOfBoth }[];
}

/** The changes of all kinds that were compared, each once; in the order of the first kind, then of the next. */
export function gatherChanges(prints: readonly PrintComparison[]): readonly GatheredChange[] {
  const gathered = new Map<string, GatheredChange>();
  for (const print of prints) {
    if (print.state !== 'compared') continue;
    // A block may be there twice in a document, too.
    const counts = new Map<string, number>();
    for (const { pages, ...change } of print.blocks) {
      const said = JSON.stringify([change.change, change.words, change.links, change.picture]);
      const count = (counts.get(said) ?? 0) + 1;
      counts.set(said, count);
      const key = `${count} ${said}`;
      const before = gathered.get(key);
      const places = [...(before?.places ?? []), { kind: print.kind, pages }];
      gathered.set(key, { ...(before ?? change), places });
    }
  }
  return [...gathered.values()];
}

/** The pages of a print by what is to be done with them. */
export function pagesIn({ pages }: ComparedPrint, state: PageState): readonly number[] {
  return pages.filter((page) => page.state === state).map(({ page }) => page);
}

/** `1, 3–5` */
export function pageList(pages: readonly number[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const page of [...new Set(pages)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last.to === page - 1) last.to = page;
    else ranges.push({ from: page, to: page });
  }
  return ranges
    .map(({ from, to }) => (from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from}–${to}`))
    .join(', ');
}

/** `page 2`, `pages 1, 3–5` */
export function pageWords(pages: readonly number[]): string {
  return `${pages.length === 1 ? 'page' : 'pages'} ${pageList(pages)}`;
}
