/**
 * Footnotes at the foot of the page they are called on. Room is kept as soon as the line with the call is placed; the
 * notes themselves are set when the page's text is done.
 */
import { fullHeight } from './heights.ts';
import type { LayoutNode, LayoutRule } from './layout-nodes.ts';
import { callsIn } from './note-calls.ts';
import { cutsOf, type NotePart, nodeOfPart, placePart } from './note-parts.ts';
import type { Context, Writer } from './pdfmake.ts';

/** Shares of a page: a note up to this is never parted; and of longer ones so much stands on a page at most. */
const WHOLE = 1 / 3;
const PART = 1 / 2;

/** What the notes of a document are set in, pt. */
export interface NoteRoom {
  readonly width: number;
  readonly pageHeight: number;
}

export class FootnoteArea {
  readonly #notes: ReadonlyMap<number, LayoutNode>;
  readonly #separator: LayoutRule;
  readonly #room: NoteRoom;
  /** Asked for on each page that a note goes over, and the same on all. */
  readonly #heights = new Map<number, number>();
  readonly #cuts = new Map<number, readonly number[]>();
  readonly #called = new Set<number>();
  /** Notes of each page (from 0), and parts of long ones, in the order of their calls. */
  readonly #pages = new Map<number, NotePart[]>();
  /** Called where no room can be kept, in one of several columns; kept after them. */
  #pending: number[] = [];
  /** What goes on at the foot of the next page: notes, and from where. */
  #rest: { readonly note: number; readonly from: number }[] = [];
  #textIsDone = false;

  /** @param separator the line above the notes of a page, with the space above and below it */
  constructor(notes: ReadonlyMap<number, LayoutNode>, separator: LayoutRule, room: NoteRoom) {
    this.#notes = notes;
    this.#separator = separator;
    this.#room = room;
  }

  get #above(): number {
    return this.#separator.node.margin?.[1] ?? 0;
  }

  get #below(): number {
    return this.#separator.node.margin?.[3] ?? 0;
  }

  /** Of notes that are called, those that were not before, and what they call: that stands at the foot of their page too. */
  newOf(called: readonly number[]): number[] {
    const open = new Set<number>();
    for (const waiting = [...called].reverse(); waiting.length > 0; ) {
      const note = waiting.pop()!;
      const node = this.#notes.get(note);
      if (!node || this.#called.has(note) || open.has(note)) continue;
      open.add(note);
      waiting.push(...callsIn(node).reverse());
    }
    return [...open];
  }

  #heightOf(note: number): number {
    const known = this.#heights.get(note);
    if (known !== undefined) return known;
    const height = fullHeight(this.#notes.get(note)!, this.#room.width);
    this.#heights.set(note, height);
    return height;
  }

  #cutsOf(note: number): readonly number[] {
    const known = this.#cuts.get(note);
    if (known) return known;
    const cuts = cutsOf(this.#notes.get(note)!, this.#room.width);
    this.#cuts.set(note, cuts);
    return cuts;
  }

  /** Height of a note, or of the beginning of a long one that must stand on the page of its call. */
  #leadOf(note: number): number {
    const height = this.#heightOf(note);
    return height <= this.#room.pageHeight * WHOLE ? height : (this.#cutsOf(note)[0] ?? height);
  }

  /** Height of the rule above the notes, with the space around it, where a page does not have it yet. */
  separatorOn(page: number): number {
    return this.#pages.has(page) ? 0 : this.#above + this.#below;
  }

  /** Whether notes stand on a page, from 0, or are to. */
  has(page: number): boolean {
    return this.#pages.has(page) || this.#rest.length > 0;
  }

  /** Height that notes need on the page of their call, without the rule above them. */
  heightOf(notes: readonly number[]): number {
    return notes.reduce((sum, note) => sum + this.#leadOf(note), 0);
  }

  /** Height that called notes would need on a page, with the rule when they are its first. */
  needOf(called: readonly number[], page: number): number {
    const notes = this.newOf(called);
    return notes.length > 0 ? this.heightOf(notes) + this.separatorOn(page) : 0;
  }

  /** Keeps room on the current page. In columns that stand beside one another it is kept when all are done. */
  reserve(notes: readonly number[], context: Context, nested: boolean): void {
    if (notes.length === 0) return;
    for (const note of notes) this.#called.add(note);
    if (nested) this.#pending.push(...notes);
    else this.#keep(notes, context);
  }

  /** Keeps room for what was called in columns that are now done. */
  settle(context: Context): void {
    if (this.#pending.length === 0) return;
    const notes = this.#pending;
    this.#pending = [];
    this.#keep(notes, context);
  }

  #keep(notes: readonly number[], context: Context): void {
    for (const note of notes) {
      const height = this.#heightOf(note);
      const lead = this.#leadOf(note);
      const room = context.availableHeight - this.separatorOn(context.page);
      // After columns there may be no room left on their page.
      if (lead > room + 0.01) this.#rest.push({ note, from: 0 });
      else if (height <= room && lead === height) this.#add({ note, from: 0, to: height }, context);
      else this.#addPart({ note, from: 0 }, Math.min(room, this.#room.pageHeight * PART), context);
    }
  }

  #add(part: NotePart, context: Context): void {
    context.availableHeight -= part.to - part.from + this.separatorOn(context.page);
    const parts = this.#pages.get(context.page);
    if (parts) parts.push(part);
    else this.#pages.set(context.page, [part]);
  }

  /** As much of a note as goes into `room` pt, but never nothing; the rest waits for the next page. */
  #addPart({ note, from }: { note: number; from: number }, room: number, context: Context): void {
    const height = this.#heightOf(note);
    const cuts = this.#cutsOf(note).filter((cut) => cut > from);
    const to =
      height - from <= room ? height : (cuts.findLast((cut) => cut - from <= room) ?? cuts[0] ?? height);
    this.#add({ note, from, to }, context);
    if (to < height) this.#rest.unshift({ note, from: to });
  }

  /** Height of the notes of a page, with the rule above them. */
  heightOn(page: number): number {
    const parts = this.#pages.get(page) ?? [];
    const height = parts.reduce((sum, { from, to }) => sum + to - from, 0);
    return height > 0 ? height + this.#above + this.#below : 0;
  }

  /** Keeps room on a page that the text goes on to, for what is left of the notes before. */
  enter(context: Context): void {
    const { page } = context;
    if (this.#pages.has(page)) {
      context.availableHeight -= this.heightOn(page);
      return;
    }
    const end = this.#textIsDone ? 0 : context.availableHeight - this.#room.pageHeight * PART;
    for (let first = true; this.#rest.length > 0; first = false) {
      const { note, from } = this.#rest[0]!;
      const room = context.availableHeight - this.separatorOn(page) - end;
      const next = this.#cutsOf(note).find((cut) => cut > from) ?? this.#heightOf(note);
      if (!first && next - from > room) return;
      this.#rest.shift();
      this.#addPart({ note, from }, room, context);
      if (this.#rest[0]?.note === note) return;
    }
  }

  /** Pages for what is left of the notes when the text is done. */
  finish(writer: Writer): void {
    this.#textIsDone = true;
    while (this.#rest.length > 0) {
      writer.context().page = writer.context().pages.length - 1;
      writer.moveToNextPage();
    }
  }

  /** Sets the notes of each page so that the last ends at `bottom`, with their start at `x`, pt on the page. */
  place(writer: Writer, bottom: number, x: number, process: (node: LayoutNode) => void): void {
    const { width } = this.#room;
    // The space above the line was kept when the notes were: the line is the first thing in the area.
    const line: LayoutRule = { ...this.#separator, _margin: [0, 0, 0, this.#below] };
    const lineHeight = fullHeight(line, width);
    for (const [page, parts] of [...this.#pages].sort(([a], [b]) => a - b)) {
      // A note called in a note has a higher number than those of the text.
      parts.sort((a, b) => a.note - b.note);
      writer.context().page = page;
      let y = bottom - parts.reduce((sum, { from, to }) => sum + to - from, lineHeight);
      const rule = { note: -1, from: 0, to: lineHeight };
      placePart(writer, rule, lineHeight, { x, y, width }, () => process(line));
      y += lineHeight;
      for (const part of parts) {
        const { node, skipped } = nodeOfPart(this.#notes.get(part.note)!, part, width);
        const shown = { ...part, from: part.from - skipped, to: part.to - skipped };
        const height = this.#heightOf(part.note) - skipped;
        placePart(writer, shown, height, { x, y, width }, () => process(node));
        y += part.to - part.from;
      }
    }
  }
}
