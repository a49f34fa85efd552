/** The pages of a document as small pictures, drawn when they come into view; each leads to its page. */
import { make, setAttribute, setText } from '../dom/element.ts';
import type { PagesView, Shown } from '../pane/pages-view.ts';
import { drawPage } from '../pdf/draw-page.ts';
import type { Speech } from '../words/speech.ts';
import { makeStop, moveInRows } from './roving.ts';

interface Thumbnail {
  readonly button: HTMLButtonElement;
  readonly paper: HTMLElement;
  readonly number: HTMLElement;
  /** Of the page that is drawn on it. */
  digest: string;
}

/** px */
const WIDTH = 112;

export class Thumbnails {
  readonly element: HTMLElement;
  readonly #list = make('div', { class: 'thumbnails' });
  readonly #speech: Speech;
  readonly #onOpen: (page: number) => void;
  readonly #inView = new Set<Element>();
  readonly #observer: IntersectionObserver;
  #all: Thumbnail[] = [];
  #shown: Shown | undefined;
  #isDrawing = false;

  constructor(speech: Speech, onOpen: (page: number) => void) {
    this.#speech = speech;
    this.#onOpen = onOpen;
    const heading = make('h2', { class: 'side-heading', id: 'pages-heading' });
    this.element = make(
      'nav',
      { class: 'thumbnail-part', 'aria-labelledby': 'pages-heading' },
      heading,
      this.#list,
    );
    this.#list.addEventListener('keydown', (event) =>
      moveInRows(
        event,
        this.#all.map(({ button }) => [button]),
      ),
    );
    speech.say(({ pages }) => setText(heading, pages));
    this.#observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries)
        isIntersecting ? this.#inView.add(target) : this.#inView.delete(target);
      void this.#draw();
    });
  }

  /** Follows a side: what it shows, and which page is in its view. */
  update(view: PagesView): void {
    this.#shown = view.shown;
    const pages = view.shown?.pages ?? [];
    while (this.#all.length > pages.length) this.#remove(this.#all.pop()!);
    while (this.#all.length < pages.length) this.#all.push(this.#add(this.#all.length));
    const current = view.currentPage();
    for (const [index, { button, paper, number }] of this.#all.entries()) {
      const { width, height } = pages[index]!;
      paper.style.aspectRatio = `${width} / ${height}`;
      const values = { page: index + 1, pages: pages.length };
      setAttribute(button, 'aria-label', this.#speech.fill(this.#speech.words.page, values));
      setAttribute(button, 'aria-current', index === current ? 'page' : undefined);
      setText(number, this.#speech.number(index + 1));
    }
    if (!this.#list.contains(document.activeElement))
      makeStop([this.#all.map(({ button }) => button)], this.#all[current]?.button);
    void this.#draw();
  }

  #add(index: number): Thumbnail {
    const paper = make('span', { class: 'paper' });
    const number = make('span', { class: 'number' });
    const button = make(
      'button',
      { type: 'button', class: 'thumbnail', onclick: () => this.#onOpen(index) },
      paper,
      number,
    );
    this.#list.append(button);
    this.#observer.observe(button);
    return { button, paper, number, digest: '' };
  }

  #remove({ button }: Thumbnail): void {
    this.#observer.unobserve(button);
    this.#inView.delete(button);
    button.remove();
  }

  async #draw(): Promise<void> {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    for (let index = this.#nextToDraw(); index >= 0; index = this.#nextToDraw()) {
      const shown = this.#shown!;
      const { digest, width } = shown.pages[index]!;
      try {
        const drawing = await drawPage(shown.pdf, index, WIDTH / width, { withText: false });
        const thumbnail = this.#all[index];
        if (!drawing || !thumbnail || this.#shown?.pages[index]?.digest !== digest) continue;
        thumbnail.paper.replaceChildren(drawing.canvas);
        thumbnail.digest = digest;
      } catch {
        // The PDF was closed for a newer one.
        if (this.#shown === shown) break;
      }
    }
    this.#isDrawing = false;
  }

  #nextToDraw(): number {
    return this.#all.findIndex(
      ({ button, digest }, index) => this.#inView.has(button) && digest !== this.#shown?.pages[index]?.digest,
    );
  }
}
