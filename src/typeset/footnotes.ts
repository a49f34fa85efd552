/**
 * Footnotes at the foot of the page they are called on. Room is kept as soon as the line with the call is placed; the
 * notes themselves are set when the page's text is done.
 */
import { childrenOf, fullHeight } from './heights.ts';
import type { LayoutNode, LayoutRule } from './layout-nodes.ts';
import type { PageLine } from './page-line.ts';
import type { Context, Writer } from './pdfmake.ts';

export class FootnoteArea {
  readonly #notes: ReadonlyMap<number, LayoutNode>;
  readonly #separator: LayoutRule;
  readonly #width: number;
  readonly #placed = new Set<number>();
  /** Notes of each page (from 0), in the order of their calls. */
  readonly #pages = new Map<number, number[]>();
  /** Called where no room can be kept (inside a table or an unbreakable block); kept after it. */
  #pending: number[] = [];

  /** @param separator the line above the notes of a page, with the space above and below it */
  constructor(notes: ReadonlyMap<number, LayoutNode>, separator: LayoutRule, width: number) {
    this.#notes = notes;
    this.#separator = separator;
    this.#width = width;
  }

  get #above(): number {
    return this.#separator.node.margin?.[1] ?? 0;
  }

  get #below(): number {
    return this.#separator.node.margin?.[3] ?? 0;
  }

  /** Notes that a line calls for the first time. */
  calledBy(line: PageLine): number[] {
    if (this.#notes.size === 0) return [];
    const { fragments, paragraph } = line.line;
    const called = fragments
      .map((fragment) => paragraph.spans[fragment.span]!.note)
      .filter((note) => note !== undefined);
    const open = new Set<number>();
    // What a note calls stands at the foot of its page too.
    for (const waiting = called.reverse(); waiting.length > 0; ) {
      const note = waiting.pop()!;
      const node = this.#notes.get(note);
      if (!node || this.#placed.has(note) || open.has(note)) continue;
      open.add(note);
      waiting.push(...callsIn(node).reverse());
    }
    return [...open];
  }

  /** Height that notes would take on a page, with the rule when they are its first. */
  heightOf(notes: readonly number[], page: number): number {
    if (notes.length === 0) return 0;
    const heights = notes.reduce((sum, note) => sum + fullHeight(this.#notes.get(note)!, this.#width), 0);
    return heights + (this.#pages.has(page) ? 0 : this.#above + this.#below);
  }

  /** Keeps room on the current page. Inside tables and unbreakable blocks the room is kept when they are done. */
  reserve(notes: readonly number[], context: Context, nested: boolean): void {
    if (notes.length === 0) return;
    for (const note of notes) this.#placed.add(note);
    if (nested) this.#pending.push(...notes);
    else this.#keep(notes, context);
  }

  /** Keeps room for what was called inside a table or block that is now done. */
  settle(context: Context): void {
    if (this.#pending.length === 0) return;
    const notes = this.#pending;
    this.#pending = [];
    this.#keep(notes, context);
  }

  #keep(notes: readonly number[], context: Context): void {
    context.availableHeight -= this.heightOf(notes, context.page);
    const list = this.#pages.get(context.page);
    if (list) list.push(...notes);
    else this.#pages.set(context.page, [...notes]);
  }

  /** Sets the notes of each page so that the last ends at `bottom`, with their start at `x`, pt on the page. */
  place(writer: Writer, bottom: number, x: number, process: (node: LayoutNode) => void): void {
    for (const [page, called] of [...this.#pages].sort(([a], [b]) => a - b)) {
      // A note called in a note has a higher number than those of the text.
      const notes = called.sort((a, b) => a - b).map((note) => this.#notes.get(note)!);
      // The space above the line was kept when the notes were: the line is the first thing in the area.
      const line: LayoutRule = { ...this.#separator, _margin: [0, 0, 0, this.#below] };
      const nodes = [line, ...notes];
      const height = nodes.reduce((sum, node) => sum + fullHeight(node, this.#width), 0);
      writer.context().page = page;
      writer.beginUnbreakableBlock(this.#width, height);
      nodes.forEach(process);
      writer.commitUnbreakableBlock(x, bottom - height);
    }
  }
}

/** Notes that the text of a node calls. */
function callsIn(node: LayoutNode): number[] {
  if (node.kind === 'text') return node.node.spans.flatMap(({ note }) => note ?? []);
  if (node.kind === 'columns') return node.columns.flatMap(callsIn);
  if (node.kind === 'table')
    return node.table.body.flat().flatMap((cell) => ('_span' in cell ? [] : callsIn(cell)));
  return childrenOf(node).flatMap(callsIn);
}
