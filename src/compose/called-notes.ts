/**
 * Footnotes for the foot of the pages that call them, each composed once, when it is called first. Notes that a note calls
 * follow it, in the tag tree too: however long a chain they make, none is inside another.
 */
import type { Node } from '../document/nodes.ts';
import { noteNode } from './from-markdown/markdown-blocks.ts';
import type { Scope } from './scope.ts';

export class CalledNotes {
  readonly nodes = new Map<number, Node>();
  readonly #called = new Set<number>();
  readonly #waiting: number[] = [];
  #composing = false;

  /** Composes a note, and the notes it calls, in a scope of the text that calls it. */
  call(index: number, scope: Scope): void {
    if (this.#called.has(index)) return;
    this.#called.add(index);
    this.#waiting.push(index);
    if (this.#composing) return;
    this.#composing = true;
    for (let next = this.#waiting.pop(); next !== undefined; next = this.#waiting.pop()) {
      const [note] = noteNode(next, scope);
      if (note) this.nodes.set(next, note);
    }
    this.#composing = false;
  }
}
