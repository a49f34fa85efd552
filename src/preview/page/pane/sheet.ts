/** A page on the screen: its paper, which is there always, and its picture and text, which are there near the view. */
import type { PreviewPage } from '../../protocol.ts';
import { make } from '../dom/element.ts';
import type { Drawing } from '../pdf/draw-page.ts';

/** pt from the left and the top of the page. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is marked on a page: a block that is chosen, one under the pointer, what a search found, and where it stands. */
export type BoxKind = 'chosen' | 'pointed' | 'hit' | 'hit-here';

export class Sheet {
  readonly element = make('div', { class: 'sheet', role: 'group' });
  page: PreviewPage;
  #drawing: Drawing | undefined;
  #drawnDigest: string | undefined;
  readonly #boxes = make('div', { class: 'boxes', 'aria-hidden': 'true' });

  constructor(page: PreviewPage) {
    this.page = page;
    this.element.append(this.#boxes);
  }

  get drawing(): Drawing | undefined {
    return this.#drawing;
  }

  /** px for each pt; the picture is stretched until it is drawn anew. */
  resize(scale: number): void {
    const { style } = this.element;
    style.width = `${Math.round(this.page.width * scale)}px`;
    style.height = `${Math.round(this.page.height * scale)}px`;
  }

  isDrawn(scale: number): boolean {
    return this.#drawnDigest === this.page.digest && this.#drawing?.scale === scale;
  }

  /** Puts a drawing of its page into the place of the one before, in one step. */
  put(drawing: Drawing): void {
    this.#drawing?.canvas.remove();
    this.#drawing?.text?.layer.remove();
    this.#drawing = drawing;
    this.#drawnDigest = this.page.digest;
    drawing.canvas.setAttribute('aria-hidden', 'true');
    this.element.prepend(drawing.canvas, ...(drawing.text ? [drawing.text.layer] : []));
  }

  /** Gives the memory of its picture back. */
  clear(): void {
    if (!this.#drawing) return;
    const { canvas, text } = this.#drawing;
    canvas.width = 0;
    canvas.remove();
    text?.layer.remove();
    this.#drawing = undefined;
    this.#drawnDigest = undefined;
  }

  setBoxes(kind: BoxKind, boxes: readonly Box[]): void {
    for (const old of this.#boxes.querySelectorAll(`.box-${kind}`)) old.remove();
    for (const { x, y, width, height } of boxes) {
      const box = make('div', { class: `box box-${kind}` });
      const { page } = this;
      box.style.insetInlineStart = `${(x / page.width) * 100}%`;
      box.style.insetBlockStart = `${(y / page.height) * 100}%`;
      box.style.inlineSize = `${(width / page.width) * 100}%`;
      box.style.blockSize = `${(height / page.height) * 100}%`;
      this.#boxes.append(box);
    }
  }
}
