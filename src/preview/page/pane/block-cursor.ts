/** The block that somebody points at or has chosen, with the pointer or the keyboard, marked on its page. */
import type { Anchor } from '../../protocol.ts';
import { blockAt, sameBlock } from './blocks.ts';
import type { PagesView } from './pages-view.ts';
import type { BoxKind } from './sheet.ts';

export class BlockCursor {
  chosen: Anchor | undefined;
  #pointed: Anchor | undefined;
  readonly #pages: PagesView;
  readonly #onChoose: (anchor: Anchor | undefined) => void;

  /** @param onChoose is told of each block that is chosen, and when none is any more */
  constructor(pages: PagesView, onChoose: (anchor: Anchor | undefined) => void) {
    this.#pages = pages;
    this.#onChoose = onChoose;
    pages.element.addEventListener('click', (event) => this.#click(event));
    pages.element.addEventListener('pointermove', (event) => this.#point(this.#under(event)));
    pages.element.addEventListener('pointerleave', () => this.#point(undefined));
  }

  /** After the pages have changed: the same block stays chosen, wherever it is now. */
  renew(): void {
    const { shown } = this.#pages;
    this.#pointed = undefined;
    this.#mark('pointed', undefined);
    this.choose(this.chosen && sameBlock(shown?.anchors ?? [], this.chosen));
  }

  choose(anchor: Anchor | undefined): void {
    this.chosen = anchor;
    this.#mark('chosen', anchor);
    this.#onChoose(anchor);
  }

  /** To the next block or the one before; from nowhere to the first that is in view. */
  move(by: 1 | -1): void {
    const anchors = this.#pages.shown?.anchors ?? [];
    const at = this.chosen ? anchors.indexOf(this.chosen) : -1;
    const next = at < 0 ? this.#firstInView(anchors) : anchors[at + by];
    if (!next) return;
    this.choose(next);
    this.#show(next);
  }

  #firstInView(anchors: readonly Anchor[]): Anchor | undefined {
    return this.#pages.place().block?.anchor ?? anchors[0];
  }

  /** Scrolls as little as is needed for the whole block to be in view. */
  #show(anchor: Anchor): void {
    const { element, scale, sheets } = this.#pages;
    const top = (sheets[anchor.page]?.element.offsetTop ?? 0) + anchor.y * scale;
    const bottom = top + anchor.height * scale;
    const free = 24;
    const { scrollTop, clientHeight } = element;
    if (top - free < scrollTop) element.scrollTop = top - free;
    else if (bottom + free > scrollTop + clientHeight)
      element.scrollTop = Math.min(top - free, bottom + free - clientHeight);
  }

  #click(event: MouseEvent): void {
    const selection = document.getSelection();
    // Whoever selects text does not choose its block.
    if (selection && !selection.isCollapsed) return;
    const anchor = this.#under(event);
    if (anchor) this.choose(anchor);
  }

  #under({ target, clientX, clientY, buttons }: MouseEvent): Anchor | undefined {
    const { sheets, scale, shown } = this.#pages;
    const page = sheets.findIndex(({ element }) => target instanceof Node && element.contains(target));
    if (page < 0 || buttons !== 0) return undefined;
    const { left, top } = sheets[page]!.element.getBoundingClientRect();
    return blockAt(shown?.anchors ?? [], page, (clientX - left) / scale, (clientY - top) / scale);
  }

  #point(anchor: Anchor | undefined): void {
    if (anchor === this.#pointed) return;
    this.#pointed = anchor;
    this.#mark('pointed', anchor);
  }

  /** On every page on which the block goes on. */
  #mark(kind: BoxKind, anchor: Anchor | undefined): void {
    const parts = (this.#pages.shown?.anchors ?? []).filter(
      ({ key, line, file }) => anchor && key === anchor.key && line === anchor.line && file === anchor.file,
    );
    for (const [page, sheet] of this.#pages.sheets.entries())
      sheet.setBoxes(
        kind,
        parts.filter((part) => part.page === page),
      );
  }
}
