/**
 * Markers of lists: they stand in a column of their own, on the baseline of their item's first line.
 */
import type { StackNode, TextNode } from '../document/nodes.ts';
import type { FontBook } from '../fonts/book.ts';
import { breakLines } from '../text/break/break-lines.ts';
import type { MeasuredText } from './measure.ts';
import { PageLine } from './page-line.ts';
import { baselineOf } from './strut.ts';

/** The line of a marker, placed from the top left of its item, against the end of a column `width` pt wide. */
export function markerLine(
  marker: TextNode,
  body: StackNode,
  width: number,
  fonts: FontBook,
): PageLine | undefined {
  const line = breakLines((marker as MeasuredText).prepared, Number.POSITIVE_INFINITY)[0];
  if (!line || line.fragments.length === 0) return undefined;
  const first = firstText(body);
  const baseline = baselineOf(marker.paragraph, fonts);
  const placed = new PageLine({
    line,
    alignment: 'left',
    height: marker.paragraph.lineHeight,
    baseline,
    ...(marker.owner && { owner: marker.owner }),
  });
  placed.x = marker.paragraph.align === 'start' ? 0 : width - line.width;
  const drop = first ? first.top + baselineOf(first.node.paragraph, fonts) - baseline : 0;
  placed.y = drop + (body.margin?.[1] ?? 0);
  return placed;
}

/** The first text of a block and its distance from the top of the block. */
function firstText(node: StackNode | TextNode): { node: TextNode; top: number } | undefined {
  if ('spans' in node) return { node, top: 0 };
  const child = node.stack?.[0];
  if (!child || !('stack' in child || 'spans' in child)) return undefined;
  const found = firstText(child as StackNode | TextNode);
  return (
    found && {
      node: found.node,
      top: found.top + (child.margin?.[1] ?? 0) + (('box' in node && node.box?.padding[1]) || 0),
    }
  );
}
