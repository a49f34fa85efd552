/**
 * Rules of page breaking: no widows or orphans, headings stay with what follows, lists and panels keep their first lines.
 */
import {
  columnWidths,
  contentHeight,
  fullHeight,
  indentOf,
  innerWidth,
  rowHeights,
  spaceAbove,
} from './heights.ts';
import { lineHeightOf } from './inline-pictures.ts';
import type { LayoutCell, LayoutList, LayoutNode, LayoutStack } from './layout-nodes.ts';
import { callsIn, callsInRows, callsOf } from './note-calls.ts';
import { textLines } from './text-lines.ts';

/** Panels and quotations up to this share of a page are not parted. */
const KEPT_SHARE = 0.25;

/** Fewest lines of a paragraph at the foot of a page and at the head of the next. */
export const ORPHANS = 2;
export const WIDOWS = 2;

/** What lines need at the foot of their page. */
export interface NoteNeeds {
  /** Height of the notes that each line calls, pt. */
  readonly heights: readonly number[];
  /** Height of the rule above the first of them, pt. */
  readonly rule: number;
}

/**
 * How many of the remaining lines of a paragraph may stand in `available` pt, when `placed` of them stand above. 0: break
 * here. A paragraph too short to obey moves whole.
 *
 * @param heights of all lines of the paragraph, pt
 */
export function linesBeforeBreak(
  heights: readonly number[],
  placed: number,
  available: number,
  notes?: NoteNeeds,
): number {
  const left = heights.length - placed;
  let fitting = 0;
  let ruled = false;
  for (let used = 0; fitting < left; fitting++) {
    const below = notes?.heights[placed + fitting] ?? 0;
    used += heights[placed + fitting]! + below;
    if (below > 0 && !ruled) used += notes!.rule;
    ruled ||= below > 0;
    if (used > available + 0.01) break;
  }
  if (fitting === left) return left;
  const allowed = Math.min(fitting, left - WIDOWS);
  if (placed === 0 && allowed < ORPHANS) return 0;
  return Math.max(0, allowed);
}

/** A column of a page, pt. */
export interface Room {
  readonly width: number;
  readonly pageHeight: number;
  /** What lines and whole blocks need at the foot of the page, for the notes they call, pt. */
  readonly notes?: (called: readonly number[]) => number;
}

/** The beginning of a block that must not be parted. */
interface Lead {
  /** pt, without the notes. */
  readonly height: number;
  /** The notes it calls. */
  readonly calls: readonly number[];
}

/**
 * Height in pt of the beginning of `stack[index]` that must not be parted: its first lines, and for a heading what follows.
 */
export function leadHeight(stack: readonly LayoutNode[], index: number, room: Room): number {
  return heightWithNotes(leadFrom(stack, index, room), room);
}

/** Notes are asked for together: one may be called twice, and the first of a page has a rule above it. */
const heightWithNotes = ({ height, calls }: Lead, { notes }: Room): number => height + (notes?.(calls) ?? 0);

function leadFrom(stack: readonly LayoutNode[], index: number, room: Room): Lead {
  const end = endOfLead(stack, index);
  const next = stack[end];
  // No recursion: headings may follow one another by the thousand.
  const headings = stack.slice(index, end).map((node) => wholeLead(node, fullHeight(node, room.width)));
  return together([...headings, ...(next ? [startOf(next, room)] : [])]);
}

const wholeLead = (node: LayoutNode, height: number): Lead => ({ height, calls: callsIn(node) });

/** One under another. */
const together = (leads: readonly Lead[], above = 0): Lead => ({
  height: leads.reduce((sum, { height }) => sum + height, above),
  calls: leads.flatMap(({ calls }) => calls),
});

/** The index of what follows the headings that begin at `index`. */
function endOfLead(stack: readonly LayoutNode[], index: number): number {
  let end = index;
  while (stack[end]?.node.keepWithNext) end++;
  return end;
}

/** The blocks from `stack[index]` on of which the first must not stand without the last: headings, and a picture after them. */
export function leadOf(stack: readonly LayoutNode[], index: number): readonly LayoutNode[] {
  const last = endOfLead(stack, index);
  const end = stack[last];
  return end?.kind === 'picture' || end?.unbreakable
    ? stack.slice(index, last + 1)
    : stack.slice(index, last);
}

/** The first lines of a node: as many as the widow and orphan rules keep together. */
function startOf(node: LayoutNode, room: Room): Lead {
  const { width } = room;
  // The space below it may go with the end of the page.
  const whole = () => wholeLead(node, fullHeight(node, width) - (node._margin?.[3] ?? 0));
  if (node.unbreakable) return whole();
  const inner = innerWidth(node, width);
  const above = spaceAbove(node);
  switch (node.kind) {
    case 'text': {
      const lines = textLines(node, inner);
      const first = lines.length <= ORPHANS + 1 ? lines : lines.slice(0, ORPHANS);
      return {
        height: first.reduce((sum, line) => sum + lineHeightOf(node, line), above),
        calls: first.flatMap(callsOf),
      };
    }
    case 'picture':
      return { height: above + contentHeight(node, inner), calls: [] };
    case 'table': {
      const first = node.table.headerRows + node.table.keepWithHeaderRows;
      const heights = rowHeights(node, inner).slice(0, first);
      return {
        height: heights.reduce((sum, height) => sum + height, above),
        calls: callsInRows(node.table.body.slice(0, first)),
      };
    }
    case 'columns': {
      const widths = columnWidths(node, inner);
      const starts = node.columns.map((column, i) => startOf(column, { ...room, width: widths[i]! }));
      const { calls } = together(starts);
      return { height: above + Math.max(0, ...starts.map(({ height }) => height)), calls };
    }
    case 'stack':
      return isKeptWhole(node, room) ? whole() : together([firstOf(node, { ...room, width: inner })], above);
    case 'list':
      return together([firstOf(node, { ...room, width: inner - indentOf(node) })], above);
    default:
      return { height: above, calls: [] };
  }
}

/** Whether a panel or quotation is small enough not to be parted. */
export function isKeptWhole(node: LayoutNode, { width, pageHeight }: Room): boolean {
  if (node.kind !== 'stack' || !('box' in node.node)) return false;
  return fullHeight(node, width) - (node._margin?.[3] ?? 0) <= pageHeight * KEPT_SHARE;
}

/** The first block of a stack; in a panel, with what follows its title. */
function firstOf(node: LayoutStack | LayoutCell | LayoutList, room: Room): Lead {
  const [first, second] = node.stack;
  if (!first) return { height: 0, calls: [] };
  const lead = leadFrom(node.stack, 0, room);
  const isTitle =
    'box' in node.node && first.kind === 'text' && textLines(first, room.width).length <= ORPHANS;
  return isTitle && second && !first.node.keepWithNext ? together([lead, startOf(second, room)]) : lead;
}
