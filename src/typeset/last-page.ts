/**
 * The last page of a document: a heading with a short paragraph, a line or two, or a small block that must not be parted,
 * such as who wrote it, does not stand there alone. The page before is ended earlier, so that it has company.
 */

import { childrenOf } from './heights.ts';
import type { LayoutList, LayoutStack, LayoutText } from './layout-nodes.ts';
import { ORPHANS, WIDOWS } from './page-breaks.ts';
import { footOf, isBelowTop } from './page-edges.ts';
import type { Context } from './pdfmake.ts';

/** A block of the flow as it came to stand. */
export interface PlacedBlock {
  /** `whole`: must not be parted; `open`: has blocks of its own among the others. */
  readonly kind: 'whole' | 'plain' | 'open';
  /** Page, from 0, and height of its top. */
  readonly page: number;
  readonly top: number;
  /** Whether a page may begin with it. */
  readonly canLead: boolean;
  /** What it is, if it is one: knows where its lines stand. */
  readonly paragraph?: LayoutText;
  /** Where it ends. */
  endPage: number;
  bottom: number;
}

/** Where a page is to begin: with a block, or with a line of one. */
export interface EarlyBreak {
  /** Index among the blocks. */
  readonly block: number;
  readonly line: number;
}

/**
 * The block `stack[index]` of a stack or list where the page writer now stands.
 *
 * @param isKept whether it is one of those that are not parted for being small
 */
export function placedBlock(
  parent: LayoutStack | LayoutList,
  index: number,
  { page, y }: { readonly page: number; readonly y: number },
  isKept: boolean,
): PlacedBlock {
  const { stack, kind } = parent;
  const node = stack[index]!;
  const isOpen = childrenOf(node).length > 0 && !isKept;
  // The first item of a list does not stand without the second, nor the title of a panel without what is below it.
  const together = kind === 'list' || 'box' in parent.node ? 1 : 0;
  return {
    kind: node.unbreakable ? 'whole' : isOpen ? 'open' : 'plain',
    page,
    top: y,
    canLead: index > together && !stack[index - 1]!.node.keepWithNext,
    ...(node.kind === 'text' && { paragraph: node }),
    endPage: page,
    bottom: y,
  };
}

/** Where a block ends; the space below it may have begun a page on which nothing of it is. */
export function endOf(block: PlacedBlock, context: Context): Pick<PlacedBlock, 'endPage' | 'bottom'> {
  const { page, y } = context;
  if (page === block.page || isBelowTop(context)) return { endPage: page, bottom: y };
  return { endPage: page - 1, bottom: footOf(context) };
}

/** Takes away a last page that only the space below the last block has begun. */
export function dropEmptyPage(context: Context, hasNotes: (page: number) => boolean): void {
  const { pages, backgroundLength } = context;
  const last = pages.length - 1;
  if (last < 1 || pages[last]!.items.length > (backgroundLength[last] ?? 0) || hasNotes(last)) return;
  pages.pop();
  context.page = last - 1;
  context.availableHeight = 0;
}

/**
 * Shares of a page: a block that must not be parted, or a heading with what follows it, is small up to this, other text up
 * to that; so much company is enough; and so much stays on the page before.
 */
const SMALL = 0.2;
const FEW_LINES = 0.08;
const COMPANY = 0.05;
const LEFT = 0.5;

/**
 * Where page `last` (from 0) should begin; undefined when nothing is to be moved. `top` and `height` are those of a page
 * between its margins, pt.
 */
export function earlierLastBreak(
  blocks: readonly PlacedBlock[],
  last: number,
  top: number,
  height: number,
): EarlyBreak | undefined {
  const [first, ...others] = blocks.filter(({ kind, endPage }) => kind !== 'open' && endPage === last);
  if (last < 1 || !first) return undefined;
  // An item of a list is open: what is in it does not begin a page, and the item may.
  const after = blocks.slice(blocks.indexOf(first) + 1);
  if (after.some(({ canLead, endPage }) => canLead && endPage === last)) return undefined;
  const isFirm = first.kind === 'whole' || others.length > 0;
  const end = others.at(-1)?.bottom ?? first.bottom;
  const begin = first.page === last ? first.top : top;
  if (end - begin > height * (isFirm ? SMALL : FEW_LINES)) return undefined;
  return (
    linesBefore(blocks, last) ??
    blockBefore(blocks, last, { least: height * COMPANY, from: top + height * LEFT })
  );
}

/** The last lines of a paragraph that ends the page before, or of one that goes on from there, when it can spare them. */
function linesBefore(blocks: readonly PlacedBlock[], last: number): EarlyBreak | undefined {
  const block = blocks.findLastIndex(({ kind, page }) => kind !== 'open' && page < last);
  const lines = blocks[block]?.paragraph?.positions ?? [];
  const above = lines.filter(({ pageNumber }) => pageNumber === last).length;
  return above >= ORPHANS + WIDOWS
    ? { block, line: lines.findLastIndex(({ pageNumber }) => pageNumber === last) + 1 - WIDOWS }
    : undefined;
}

/** The last block on the page before with which enough comes, and that leaves enough. */
function blockBefore(
  blocks: readonly PlacedBlock[],
  last: number,
  { least, from }: { readonly least: number; readonly from: number },
): EarlyBreak | undefined {
  const before = blocks.filter(({ page }) => page === last - 1);
  const end = before
    .filter(({ kind }) => kind !== 'open')
    .reduce((most, { endPage, bottom }) => (endPage === last ? Infinity : Math.max(most, bottom)), 0);
  const lead = before.findLast((block) => block.canLead && end - block.top >= least && block.top >= from);
  return lead && { block: blocks.indexOf(lead), line: 0 };
}
