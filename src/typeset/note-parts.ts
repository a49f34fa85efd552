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
