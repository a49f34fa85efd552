/** What a reviewer has to do with each page of a new print: read it, look at it, or pass over it. */
import type { BlockChange } from './compare.ts';
import type { PrintedMatch } from './match-printed.ts';
import type { PrintedEdition } from './printed.ts';

/**
 * `words`: something on it says something else. `flowed`: it says what the old print says, which stands elsewhere there.
 * `looks`: it says the same and looks different. `same`: it is the same page.
 */
export type PageState = 'words' | 'flowed' | 'looks' | 'same';

export interface PageChange {
  /** Counted from 1. */
  readonly page: number;
  readonly state: PageState;
  /** The page that it was, where that has another number. */
  readonly was?: number;
}

interface Compared {
  readonly before: PrintedEdition;
  readonly after: PrintedEdition;
  readonly matches: readonly PrintedMatch[];
  readonly blocks: readonly BlockChange[];
}

/** All pages of the new print, in their order. */
export function judgePages({ before, after, matches, blocks }: Compared): readonly PageChange[] {
  const changed = new Set(blocks.flatMap(({ pages }) => pages.after));
  const flowed = flowedPages(matches);
  return after.pages.map((look, index): PageChange => {
    const page = index + 1;
    if (changed.has(page)) return { page, state: 'words' };
    if (before.pages[index] === look) return { page, state: 'same' };
    const was = before.pages.indexOf(look) + 1;
    if (was > 0) return { page, state: 'same', was };
    return { page, state: flowed.has(page) ? 'flowed' : 'looks' };
  });
}

/** Pages with a block that came from another page, and those that it left. */
function flowedPages(matches: readonly PrintedMatch[]): ReadonlySet<number> {
  const flowed = new Set<number>();
  for (const { before, after } of matches) {
    if (!before || !after || after.kind === 'field') continue;
    const [old, fresh] = [before.parts, after.parts].map((parts) => parts.map(({ page }) => page));
    for (const page of [...old!, ...fresh!])
      if (old!.includes(page) !== fresh!.includes(page)) flowed.add(page);
    // A paragraph that goes on on the next page may leave it more or fewer of its lines.
    for (const { page, start } of after.parts)
      if (before.parts.find((part) => part.page === page)?.start !== start && start > 0) flowed.add(page);
  }
  return flowed;
}
