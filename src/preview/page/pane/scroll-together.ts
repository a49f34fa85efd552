/** Scrolls two sides together: the block that is read on the one is beside the same block on the other. */
import { blockMap, type Column } from './block-map.ts';
import type { PagesView } from './pages-view.ts';
import { topOf } from './place.ts';

/** What somebody does to a side before it scrolls; the other one only follows. */
const TOUCHES = ['wheel', 'pointerdown', 'pointermove', 'keydown', 'focusin', 'touchstart'] as const;

export class ScrollTogether {
  #leader: PagesView;
  readonly #sides: readonly [PagesView, PagesView];
  /** From the leader to the other; made when it is needed. */
  #map: ((height: number) => number) | undefined;
  isOn = false;

  constructor(sides: readonly [PagesView, PagesView], frames: readonly [HTMLElement, HTMLElement]) {
    this.#sides = sides;
    this.#leader = sides[0];
    for (const [index, side] of sides.entries()) {
      for (const touch of TOUCHES)
        frames[index]!.addEventListener(touch, () => this.lead(side), { passive: true, capture: true });
      side.element.addEventListener('scroll', () => this.#follow(side), { passive: true });
      side.onLaidOut(() => this.align());
    }
  }

  lead(side: PagesView): void {
    if (side === this.#leader) return;
    this.#leader = side;
    this.#map = undefined;
  }

  /** After pages of a side have changed. */
  align(): void {
    this.#map = undefined;
    this.#follow(this.#leader);
  }

  #follow(side: PagesView): void {
    if (!this.isOn || side !== this.#leader) return;
    const other = this.#sides[side === this.#sides[0] ? 1 : 0];
    if (side.sheets.length === 0 || other.sheets.length === 0) return;
    this.#map ??= blockMap(columnOf(side), columnOf(other));
    // What is read is at the top of the view at the beginning, and at its foot at the end: so both sides reach both.
    const { scrollTop, scrollHeight, clientHeight } = side.element;
    const part =
      scrollHeight > clientHeight ? Math.min(1, Math.max(0, scrollTop / (scrollHeight - clientHeight))) : 0;
    const read = this.#map(scrollTop + part * clientHeight);
    other.element.scrollTop = Math.round(read - part * other.element.clientHeight);
  }
}

function columnOf(view: PagesView): Column {
  const pages = view.tops();
  const blocks = (view.shown?.anchors ?? []).map((anchor) => ({
    key: anchor.key,
    top: topOf(anchor, pages),
  }));
  return { blocks, height: view.element.scrollHeight };
}
