/** Lines of nothing but foreign words: with them, `/Direction /R2L` costs more than it gives (docs/decisions.md). */
import type { TextLine } from '../text/break/line.ts';
import type { Page } from '../typeset/page-item.ts';

/** Words, or parts of an address, side by side: PDFium turns their order round where it is told that pages run from the right. */
const SEVERAL = /\p{L}[^\p{L}\p{M}]+\p{L}/u;
const LETTER = /\p{L}/u;

/** Whether a line of these right-to-left pages has several words, all of which run from left to right. */
export function hasForeignLine(pages: readonly Page[]): boolean {
  return pages.some(({ items }) => items.some((item) => item.type === 'line' && isForeign(item.line)));
}

function isForeign({ paragraph: { text }, start, end, fragments }: TextLine): boolean {
  if (!SEVERAL.test(text.slice(start, end))) return false;
  return !fragments.some(
    ({ level, clusters }) => level % 2 === 1 && clusters.some((cluster) => LETTER.test(cluster.text)),
  );
}
