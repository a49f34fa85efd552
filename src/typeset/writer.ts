/**
 * pdfmake's page writer with two things added: boxes of another direction are mirrored as their items are placed, and
 * the repeated header rows of a table are marked as artifacts.
 */
import { markArtifact } from './artifact.ts';
import type { LayoutPicture } from './layout-nodes.ts';
import { type Frame, mirrorItem } from './mirror.ts';
import { footOf, isBelowTop } from './page-edges.ts';
import type { PageLine } from './page-line.ts';
import { type Context, type Fragment, PageElementWriter, type Position, type Vector } from './pdfmake.ts';

/** What must stand on the page of a block: so much room is left for it, pt, and taken once the block is placed. */
export interface Companions {
  readonly height: number;
  keep(): void;
}

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

  /** Called when a block or row that must not be parted is to be placed; gives what goes with its lines. */
  companionsOf: ((lines: readonly PageLine[]) => Companions | undefined) | undefined;

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
    const add = () => super.addFragment(fragment, useBlockX, useBlockY, dontUpdate);
    if (repeated || useBlockX) return this.#framed(add, repeated);
    const place = () => this.#framed(() => this.#onPageWithRoom(add));
    const lines = fragment.items.flatMap((placed) => (placed.type === 'line' ? [placed.item] : []));
    const companions = this.companionsOf?.(lines);
    return companions ? this.#placeWith(companions, fragment.height, place) : place();
  }

  /** pdfmake tries two pages and loses a block for which both have too little room; notes may leave little on many. */
  #onPageWithRoom(add: () => unknown): unknown {
    let result = add();
    while (!result && this.#isRoomKept()) {
      this.moveToNextPage();
      result = add();
    }
    return result;
  }

  /** Whether room is kept at the foot of the page. */
  #isRoomKept(): boolean {
    const { y, availableHeight } = this.context();
    return y + availableHeight < footOf(this.context()) - 0.5;
  }

  /** Places a block where its companions go in too, unless no page has room for both. */
  #placeWith({ height, keep }: Companions, blockHeight: number, place: () => unknown): unknown {
    const { page, pageMargins } = this.context();
    const repeated = this.repeatables.reduce((sum, each) => sum + each.height, 0);
    const room = footOf(this.context()) - (pageMargins.top + repeated);
    const reserved = isBelowTop(this.context(), repeated) && blockHeight + height <= room ? height : 0;
    this.context().availableHeight -= reserved;
    const result = place();
    if (this.context().page === page) this.context().availableHeight += reserved;
    keep();
    return result;
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
