/**
 * Typesetting: from a document definition to pages of positioned items. A document that must fit one page is set
 * again, smaller, until it does.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Composition, DocumentDefinition, Fitting } from '../document/nodes.ts';
import { SetDrawings } from './drawing-text.ts';
import type { EarlyBreak } from './last-page.ts';
import { type LayoutOptions, layOut } from './lay-out.ts';
import type { Page } from './page-item.ts';

export interface Pages {
  readonly document: DocumentDefinition;
  readonly pages: readonly Page[];
  /** Its drawings with their text. */
  readonly drawings: SetDrawings;
  /** What cannot be printed as it was asked for. */
  readonly diagnostics: readonly Diagnostic[];
  /** Share of the designed type size that a fitted page was set in. */
  readonly scale: number;
  /** False when a one-page document still needs more than one page at its smallest. */
  readonly fits: boolean;
}

/** How much smaller each try is. */
const SCALE_STEP = 0.97;

/** Lays out a composed document, as it fits, and mirrors right-to-left pages. */
export function typeset(composition: Composition, options: LayoutOptions): Pages {
  let fitting: Fitting = { scale: 1, growUnit: 0 };
  let document = composition.fit(fitting);
  let laid = layOut(document, options);
  let breakBefore: EarlyBreak | undefined;
  const again = (change: Partial<Fitting>) => {
    fitting = { ...fitting, ...change };
    document = composition.fit(fitting);
    laid = layOut(document, { ...options, pictureShare: fitting.scale }, breakBefore);
  };
  const nextScale = (scale: number): number | undefined => {
    const pages = laid.pages.length;
    return pages > 1 && document.fit ? smallerScale(scale, pages, document.fit.minScale) : undefined;
  };
  if (!document.fit && laid.earlier) {
    const moved = layOut(document, options, laid.earlier);
    if (moved.pages.length === laid.pages.length) {
      breakBefore = laid.earlier;
      laid = moved;
    }
  }
  if (document.fit) {
    for (let scale = nextScale(1); scale !== undefined; scale = nextScale(scale)) again({ scale });
    if (laid.pages.length === 1 && document.growShares > 0 && laid.remaining > 1)
      again({ growUnit: (laid.remaining - 0.5) / document.growShares });
  }
  // Its numbers may change the length of a line of contents, but never the number of lines.
  if (document.listsPages) again({ pageOf: pagesOf(laid.pages) });
  const { pages, diagnostics } = laid;
  return {
    document,
    pages,
    drawings: new SetDrawings(pages, options),
    diagnostics,
    scale: fitting.scale,
    fits: !document.fit || pages.length === 1,
  };
}

/** The next size to try, down to the smallest; at once where a text of so many pages fits one at no size. */
function smallerScale(scale: number, pages: number, minScale: number): number | undefined {
  let next: number | undefined;
  const hopeless = pages > 4 / minScale ** 2;
  for (let size = scale * SCALE_STEP; size >= minScale; size *= SCALE_STEP) {
    next = size;
    if (!hopeless) break;
  }
  return next;
}

/** The page of each line that is named. */
function pagesOf(pages: readonly Page[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  pages.forEach(({ items }, index) => {
    for (const item of items)
      if ('destinations' in item)
        for (const name of item.destinations ?? []) if (!found.has(name)) found.set(name, index + 1);
  });
  return found;
}
