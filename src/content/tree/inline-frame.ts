/** An inline element while its children are gathered, and how pieces of text grow together. */

import type { Token } from 'markdown-it';
import type { PositionMap } from '../../files/position-map.ts';
import type { Condition, Inline } from '../edition.ts';

/** White space that is not just one space. */
const GAP = /[ \t\n]{2,}|[\t\n]/g;

export class InlineFrame {
  readonly kind: 'root' | 'emphasis' | 'strong' | 'deleted' | 'link' | 'span' | 'condition';
  /** The token that opened it. */
  readonly token: Token | undefined;
  /** Offset in the content at which it starts, markup included. */
  readonly start: number;
  /** What it is printed for. */
  readonly condition: Condition | undefined;
  /** Adds its children to the parent instead of itself. */
  transparent = false;
  readonly #children: Inline[] = [];
  /** Where the last child ends, when that is an element. */
  #elementEnd = -1;
  /** Text that may still grow. */
  #text = '';
  #textStart = 0;

  constructor(kind: InlineFrame['kind'], token: Token | undefined, start: number, condition?: Condition) {
    this.kind = kind;
    this.token = token;
    this.start = start;
    this.condition = condition;
  }

  /** Adds text that stands in the content as it is, from `start`. */
  text(text: string, start: number, map: PositionMap): void {
    if (text === '') return;
    if (this.#text !== '' && this.#textStart + this.#text.length !== start) this.#flush(map);
    if (this.#text === '') this.#textStart = start;
    this.#text += text;
    this.#elementEnd = -1;
  }

  /** A line end of the source is a space; the text after it is on another line, so another node. */
  softBreak(start: number, map: PositionMap): void {
    // markdown-it takes a space before the line end away, and the new one stands in its place.
    this.text(' ', this.#text === '' ? start : this.#textStart + this.#text.length, map);
    this.#flush(map);
  }

  add(child: Inline, end: number, map: PositionMap): void {
    this.#flush(map);
    this.#children.push(child);
    this.#elementEnd = end;
  }

  /** The child that ends at `offset`. */
  elementBefore(offset: number): Inline | undefined {
    return this.#text === '' && this.#elementEnd === offset ? this.#children.at(-1) : undefined;
  }

  replaceLast(child: Inline, end: number): void {
    this.#children[this.#children.length - 1] = child;
    this.#elementEnd = end;
  }

  /** Takes white space off the end. */
  trimEnd(): void {
    this.#text = this.#text.trimEnd();
    const last = this.#children.at(-1);
    if (this.#text !== '' || last?.type !== 'text') return;
    this.#children.pop();
    const text = last.text.trimEnd();
    if (text !== '') this.#children.push({ ...last, text, span: { ...last.span, length: text.length } });
  }

  finish(map: PositionMap): readonly Inline[] {
    this.#flush(map);
    return this.#children;
  }

  #flush(map: PositionMap): void {
    if (this.#text === '') return;
    const end = this.#textStart + this.#text.length;
    let start = this.#textStart;
    // YAML folds lines and has escapes of its own, so even plain text may stand in several places.
    for (const cut of [...map.cuts(start, end), end]) {
      this.#pushText(this.#text.slice(start - this.#textStart, cut - this.#textStart), start, map);
      start = cut;
    }
    this.#text = '';
    this.#elementEnd = -1;
  }

  /** White space is one space, however much of it there is: behind a gap another node begins. */
  #pushText(text: string, start: number, map: PositionMap): void {
    let from = 0;
    const push = (piece: string) => {
      const at = start + from;
      if (piece !== '')
        this.#children.push({ type: 'text', text: piece, span: map.span(at, at + piece.length) });
    };
    for (const { 0: gap, index } of text.matchAll(GAP)) {
      push(`${text.slice(from, index)} `);
      from = index + gap.length;
    }
    push(text.slice(from));
  }
}
