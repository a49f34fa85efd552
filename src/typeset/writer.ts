/**
 * pdfmake's page writer with two things added: boxes of another direction are mirrored as their items are placed, and
 * the repeated header rows of a table are marked as artifacts.
 */
import { markArtifact } from './artifact.ts';
import { type Frame, mirrorItem } from './mirror.ts';
import { type Context, type Page, PageElementWriter, type Position } from './pdfmake.ts';

interface OpenFrame extends Frame {
  /** How many unbreakable blocks were open when the frame was: inside them coordinates start again at 0. */
  readonly transactionLevel: number;
}

export class FramedWriter extends PageElementWriter {
  readonly #frames: OpenFrame[] = [];
  /** Set by pdfmake's constructor: table headers that are drawn again on each page. */
  declare repeatables: object[];

  /** Items placed until `closeFrame` are mirrored between these edges of the current column. */
  openFrame(): void {
    const { x, availableWidth } = this.context();
    this.#frames.push({ left: x, right: x + availableWidth, transactionLevel: this.transactionLevel });
  }

  closeFrame(): void {
    this.#frames.pop();
  }

  override addLine(line: object, dontUpdateContextPosition?: boolean, index?: number): Position | false {
    return this.#framed(() => super.addLine(line, dontUpdateContextPosition, index));
  }

  override addImage(image: object, index?: number): Position | false {
    return this.#framed(() => super.addImage(image, index));
  }

  override addSVG(image: object, index?: number): Position | false {
    return this.#framed(() => super.addSVG(image, index));
  }

  override addVector(
    vector: object,
    ignoreX?: boolean,
    ignoreY?: boolean,
    index?: number,
    forcePage?: number,
  ): Position | undefined {
    return this.#framed(() => super.addVector(vector, ignoreX, ignoreY, index, forcePage));
  }

  override addFragment(
    fragment: object,
    useBlockX?: boolean,
    useBlockY?: boolean,
    dontUpdate?: boolean,
  ): unknown {
    const repeated = this.repeatables.includes(fragment);
    return this.#framed(() => super.addFragment(fragment, useBlockX, useBlockY, dontUpdate), repeated);
  }

  /** Items already turned over: placing one can place others (a table header on a new page), each once. */
  readonly #done = new WeakSet<object>();

  /** pdfmake may add a page while it adds an item, and puts fills before other items: what is new is found by identity. */
  #framed<T>(add: () => T, repeated = false): T {
    const active = this.#frames.filter((frame) => frame.transactionLevel === this.transactionLevel);
    if (active.length === 0 && !repeated) return add();
    const from = Math.max(0, this.context().page);
    const known = new Set(
      this.context()
        .pages.slice(from)
        .flatMap((page: Page) => page.items.map((item) => item.item)),
    );
    const result = add();
    const context: Context = this.context();
    for (const page of context.pages.slice(from))
      for (const item of page.items) {
        if (known.has(item.item) || this.#done.has(item.item)) continue;
        this.#done.add(item.item);
        for (const frame of active.toReversed()) mirrorItem(item, frame);
        if (repeated) markArtifact(item, 'repeated');
      }
    return result;
  }
}
