/** The two sides: which one has the focus, how large their pages are, and that they scroll together. */
import { keepSettings } from '../settings.ts';
import type { Side } from '../sides.ts';
import type { Speech } from '../words/speech.ts';
import type { PagesView } from './pages-view.ts';
import { Pane } from './pane.ts';
import { ScrollTogether } from './scroll-together.ts';
import { stepped, turned, type Zoom } from './zoom.ts';

export type SideNumber = 0 | 1;

interface PanesEvents {
  /** Another document was chosen in the head of a side. */
  readonly onOpen: (id: string, number: SideNumber) => void;
  readonly onClose: (number: SideNumber) => void;
  /** The side with the focus is another one, or shows other pages. */
  readonly onActive: () => void;
  /** Other pages of the side with the focus are in view, or they have another size. */
  readonly onView: () => void;
  /** A page was drawn. */
  readonly onDrawn: (view: PagesView) => void;
}

export class Panes {
  readonly all: readonly [Pane, Pane];
  zoom: Zoom;
  #active: SideNumber = 0;
  readonly #together: ScrollTogether;
  readonly #events: PanesEvents;

  constructor(speech: Speech, zoom: Zoom, events: PanesEvents) {
    this.zoom = zoom;
    this.#events = events;
    this.all = [this.#pane(speech, 0), this.#pane(speech, 1)];
    const [first, second] = this.all;
    this.#together = new ScrollTogether([first.pages, second.pages], [first.element, second.element]);
  }

  get active(): SideNumber {
    return this.#active;
  }

  get pane(): Pane {
    return this.all[this.#active];
  }

  get pages(): PagesView {
    return this.pane.pages;
  }

  activate(number: SideNumber): void {
    if (number === this.#active) return;
    this.#active = number;
    this.#events.onActive();
  }

  /** Brings both to what the newest state says; without a second, the first has the focus. */
  update(first: Side | undefined, second: Side | undefined): void {
    if (!second) this.#active = 0;
    for (const [number, side] of [first, second].entries()) {
      const pane = this.all[number as SideNumber];
      pane.element.hidden = side === undefined;
      pane.close.hidden = second === undefined;
      pane.element.classList.toggle('is-active', second !== undefined && number === this.#active);
      if (side) pane.update(side.publication, side.document);
    }
    this.#together.isOn = second !== undefined;
  }

  /** Before the side with the focus is scrolled by something else than a hand on it. */
  lead(): void {
    this.#together.lead(this.pages);
  }

  goToPage(page: number): void {
    this.lead();
    this.pages.goTo({ page, fraction: 0 });
  }

  moveBlock(by: 1 | -1): void {
    this.lead();
    this.pane.blocks.move(by);
  }

  /** @param keep what stays where it is, px from the top of the view */
  setZoom(zoom: Zoom, keep = 0): void {
    this.zoom = zoom;
    keepSettings({ zoom });
    this.lead();
    for (const { pages } of this.all) pages.zoom(zoom, pages === this.pages ? keep : 0);
  }

  stepZoom(up: boolean): void {
    this.setZoom(stepped(this.pages.scale, up));
  }

  /** To the width; from there, to the whole page. */
  fit(): void {
    this.setZoom(this.zoom === 'width' ? 'page' : 'width');
  }

  #pane(speech: Speech, number: SideNumber): Pane {
    const pane = new Pane(speech, {
      onOpen: (id) => this.#events.onOpen(id, number),
      onClose: () => this.#events.onClose(number),
      onShown: () => {
        this.#together.align();
        if (number === this.#active) this.#events.onActive();
      },
    });
    const inView = (): void => {
      if (number === this.#active) this.#events.onView();
    };
    pane.element.addEventListener('focusin', () => this.activate(number));
    pane.element.addEventListener('pointerdown', () => this.activate(number));
    pane.pages.onDrawn(() => this.#events.onDrawn(pane.pages));
    pane.pages.onLaidOut(inView);
    pane.pages.element.addEventListener('scroll', inView, { passive: true });
    pane.pages.element.addEventListener('wheel', (event) => this.#wheel(event, pane), { passive: false });
    return pane;
  }

  #wheel(event: WheelEvent, { pages }: Pane): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const keep = event.clientY - pages.element.getBoundingClientRect().top;
    this.setZoom(turned(pages.scale, event.deltaY), keep);
  }
}
