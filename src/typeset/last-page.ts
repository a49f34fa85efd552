/**
 * The last page of a document: a small block that must not be parted, such as who wrote it, does not stand there alone. The
 * page before is ended earlier, so that it has company.
 */

import { childrenOf } from './heights.ts';
import type { LayoutList, LayoutStack } from './layout-nodes.ts';

/** A block of the flow as it came to stand. */
export interface PlacedBlock {
  /** `whole`: must not be parted; `open`: has blocks of its own among the others. */
  readonly kind: 'whole' | 'plain' | 'open';
  /** Page, from 0, and height of its top. */
  readonly page: number;
  readonly top: number;
  /** Whether a page may begin with it. */
  readonly canLead: boolean;
  /** Where it ends. */
  endPage: number;
  bottom: number;
}

/** The block `stack[index]` of a stack or list where the page writer now stands. */
export function placedBlock(
  { stack, kind }: LayoutStack | LayoutList,
  index: number,
  { page, y }: { readonly page: number; readonly y: number },
): PlacedBlock {
  const node = stack[index]!;
  return {
    kind: node.unbreakable ? 'whole' : childrenOf(node).length > 0 ? 'open' : 'plain',
    page,
    top: y,
    // The first item of a list does not stand without the second.
    canLead: index > (kind === 'list' ? 1 : 0) && !stack[index - 1]!.node.keepWithNext,
    endPage: page,
    bottom: y,
  };
}

/** Shares of a page: a block up to this is small; so much company is enough; and so much stays on the page before. */
const SMALL = 0.2;
const COMPANY = 0.05;
const LEFT = 0.5;

/**
 * Index of the block that should begin page `last` (from 0); undefined when nothing is to be moved. `top` and `height`
 * are those of a page between its margins, pt.
 */
export function leadOfLastPage(
  blocks: readonly PlacedBlock[],
  last: number,
  top: number,
  height: number,
): number | undefined {
  const [alone, ...others] = blocks.filter(({ kind, endPage }) => kind !== 'open' && endPage === last);
  if (last < 1 || alone?.kind !== 'whole' || others.length > 0) return undefined;
  if (alone.bottom - alone.top > height * SMALL) return undefined;
  const before = blocks.filter(({ kind, page }) => kind !== 'open' && page === last - 1);
  const end = Math.max(...before.map(({ bottom }) => bottom));
  const lead = before.findLast(
    (block) => block.canLead && end - block.top >= height * COMPANY && block.top - top >= height * LEFT,
  );
  return lead && blocks.indexOf(lead);
}
