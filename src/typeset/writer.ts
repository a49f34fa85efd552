/**
 * pdfmake's page writer with two things added: boxes of another direction are mirrored as their items are placed, and
 * the repeated header rows of a table are marked as artifacts.
 */
import { markArtifact } from './artifact.ts';
import type { LayoutPicture } from './layout-nodes.ts';
import { type Frame, mirrorItem } from './mirror.ts';
import type { PageLine } from './page-line.ts';
import { type Context, type Fragment, PageElementWriter, type Position, type Vector } from './pdfmake.ts';

interface OpenFrame extends Frame {
  /** How many unbreakable blocks were open when the frame was: inside them coordinates start again at 0. */
  readonly transactionLevel: number;
}

export class FramedWriter extends PageElementWriter {
  readonly #frames: OpenFrame[] = [];

  /** Items placed until `closeFrame` are mirrored between these edges of the current column. */
  openFrame(): void {
    const { x, availableWidth } = this.context();
    this.#frames.push({ left: x, right: x + availableWidth, transactionLevel: this.transactionLevel });
  }

  closeFrame(): void {
    this.#frames.pop();
  }

  /** Called when the text goes on to a page. */
  onNextPage: ((context: Context) => void) | undefined;

  override moveToNextPage(orientation?: string): void {
    super.moveToNextPage(orientation);
    if (this.transactionLevel === 0) this.onNextPage?.(this.context());
  }

  /** Blocks of a height of their own – headers, footers, notes – lose nothing that is higher: it is placed, and told of. */
  override beginUnbreakableBlock(width?: number, height?: number): void {
    super.beginUnbreakableBlock(width, height && Number.MAX_SAFE_INTEGER);
  }

  override addLine(line: PageLine, dontUpdateContextPosition?: boolean, index?: number): Position | false {
    return this.#framed(() => super.addLine(line, dontUpdateContextPosition, index));
  }

  override addImage(image: LayoutPicture, index?: number): Position | false {
    return this.#framed(() => super.addImage(image, index));
  }

  override addVector(
    vector: Vector,
    ignoreX?: boolean,
    ignoreY?: boolean,
    index?: number,
    forcePage?: number,
  ): Position | undefined {
    return this.#framed(() => super.addVector(vector, ignoreX, ignoreY, index, forcePage));
  }

  override addFragment(
    fragment: Fragment,
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
    const before = new Set(
      this.context()
        .pages.slice(from)
        .flatMap(({ items }) => items.map(({ item }) => item)),
    );
    const result = add();
    for (const page of this.context().pages.slice(from))
      for (const placed of page.items) {
        if (before.has(placed.item) || this.#done.has(placed.item)) continue;
        this.#done.add(placed.item);
        for (const frame of active.toReversed()) mirrorItem(placed, frame);
        if (repeated) markArtifact(placed, 'repeated');
      }
    return result;
  }
}
