/** Which notes are called, by lines of text and by whole blocks. */
import type { TextLine } from '../text/break/line.ts';
import { childrenOf } from './heights.ts';
import type { LayoutNode, LayoutTable } from './layout-nodes.ts';

/** Notes that a line calls, in the order of its words. */
export function callsOf({ fragments, paragraph }: TextLine): number[] {
  return fragments
    .map((fragment) => paragraph.spans[fragment.span]!.note)
    .filter((note) => note !== undefined);
}

/** Notes that the text of a node calls. */
export function callsIn(node: LayoutNode): number[] {
  if (node.kind === 'text') return node.node.spans.flatMap(({ note }) => note ?? []);
  if (node.kind === 'columns') return node.columns.flatMap(callsIn);
  if (node.kind === 'table') return callsInRows(node.table.body);
  return childrenOf(node).flatMap(callsIn);
}

/** Notes that rows of a table call. */
export function callsInRows(rows: LayoutTable['table']['body']): number[] {
  return rows.flat().flatMap((cell) => ('_span' in cell ? [] : callsIn(cell)));
}
