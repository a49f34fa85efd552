/**
 * Markers of lists: they stand in a column of their own, on the baseline of their item's first line.
 */
import { breakLines } from '../text/break/break-lines.ts';
import { childrenOf, spaceAbove } from './heights.ts';
import type { LayoutNode, LayoutText } from './layout-nodes.ts';
import { PageLine } from './page-line.ts';

/** The line of a marker, placed from the top left of its item, against the end of a column `width` pt wide. */
export function markerLine(
  { node, prepared, baseline }: LayoutText,
  body: LayoutNode,
  width: number,
): PageLine | undefined {
  const line = breakLines(prepared, Number.POSITIVE_INFINITY)[0];
  if (!line || line.fragments.length === 0) return undefined;
  const { paragraph } = node;
  const placed = new PageLine({ line, node, alignment: 'left', baseline, first: true });
  const first = firstText(body);
  placed.x = paragraph.align === 'start' ? 0 : width - line.width;
  placed.y = first ? first.top + first.text.baseline - baseline : spaceAbove(body);
  return placed;
}

/** The first text of a block and its distance from the top of the block. */
function firstText(node: LayoutNode): { text: LayoutText; top: number } | undefined {
  const above = spaceAbove(node);
  if (node.kind === 'text') return { text: node, top: above };
  const child = childrenOf(node)[0];
  const found = child && firstText(child);
  return found && { text: found.text, top: above + found.top };
}
