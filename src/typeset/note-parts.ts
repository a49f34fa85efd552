/** Long notes are parted between two lines: where that may be, and how one of the parts is placed. */
import { extentOf } from './extent.ts';
import { childrenOf, fullHeight, indentOf, innerWidth, spaceAbove } from './heights.ts';
import { lineHeightOf } from './inline-pictures.ts';
import type { LayoutNode } from './layout-nodes.ts';
import { ORPHANS, WIDOWS } from './page-breaks.ts';
import type { PlacedItem, Writer } from './pdfmake.ts';
import { textLines } from './text-lines.ts';

/** A part of a note, from one distance from its top to another, pt. */
export interface NotePart {
  readonly note: number;
  readonly from: number;
  readonly to: number;
}

/** Distances from the top of a node, pt, at which it may be parted: between lines, but not beside a single one. */
export function cutsOf(node: LayoutNode, width: number): number[] {
  if (node.unbreakable) return [];
  const inner = innerWidth(node, width);
  let at = spaceAbove(node);
  const cuts: number[] = [];
  if (node.kind === 'text') {
    const lines = textLines(node, inner);
    lines.forEach((line, i) => {
      at += lineHeightOf(node, line);
      if (i + 1 >= ORPHANS && i + 1 <= lines.length - WIDOWS) cuts.push(at);
    });
    return cuts;
  }
  const children = childrenOf(node);
  children.forEach((child, i) => {
    for (const cut of cutsOf(child, inner - indentOf(node))) cuts.push(at + cut);
    at += fullHeight(child, inner - indentOf(node));
    if (i < children.length - 1 && !child.node.keepWithNext) cuts.push(at);
  });
  return cuts;
}

/**
 * What of a node reaches into a part of it, with the block above: a note over a hundred pages is not placed whole on each. The
 * block above is kept so that a number in front of the node stays beside what is not shown.
 *
 * @returns the node, and how far from the top of the whole it begins, pt
 */
export function nodeOfPart(
  node: LayoutNode,
  { from, to }: Pick<NotePart, 'from' | 'to'>,
  width: number,
): { readonly node: LayoutNode; readonly skipped: number } {
  if (node.kind !== 'stack' && node.kind !== 'list') return { node, skipped: 0 };
  const inner = innerWidth(node, width) - indentOf(node);
  const [only, ...others] = node.stack;
  if (only && others.length === 0) {
    const above = spaceAbove(node);
    const part = nodeOfPart(only, { from: from - above, to: to - above }, inner);
    return { node: { ...node, stack: [part.node] }, skipped: part.skipped };
  }
  if (node.kind === 'list') return { node, skipped: 0 };
  const ends: number[] = [];
  let at = spaceAbove(node);
  for (const child of node.stack) {
    at += fullHeight(child, inner);
    ends.push(at);
  }
  const first = Math.max(0, ends.findIndex((end) => end > from) - 1);
  const last = ends.findIndex((end) => end >= to);
  return {
    node: { ...node, stack: node.stack.slice(first, last < 0 ? undefined : last + 1) },
    skipped: first === 0 ? 0 : ends[first - 1]! - spaceAbove(node),
  };
}

/** Where a part of a note goes: the left end and top of it on the page, and the width of notes, pt. */
export interface PartPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Places what `process` places of a whole note `height` pt high, and keeps the part of it. */
export function placePart(
  writer: Writer,
  { from, to }: NotePart,
  height: number,
  { x, y, width }: PartPlace,
  process: () => void,
): void {
  const { items } = writer.context().pages[writer.context().page]!;
  const before = items.length;
  writer.beginUnbreakableBlock(width, height);
  process();
  writer.commitUnbreakableBlock(x, y - from);
  const first = from === 0 ? Number.NEGATIVE_INFINITY : y;
  const last = to >= height ? Number.POSITIVE_INFINITY : y + to - from;
  const kept = items.slice(before).filter((item) => middleOf(item) >= first && middleOf(item) < last);
  items.splice(before, items.length - before, ...kept);
}

/** The middle tells on which side of a cut something is: markers begin a little above or below their line. */
function middleOf(placed: PlacedItem): number {
  const extent = extentOf(placed);
  return extent ? (extent.top + extent.bottom) / 2 : Number.NaN;
}
