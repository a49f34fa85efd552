/** Searches the document that is shown: what is found is counted, marked on its pages, and gone through one by one. */
import { iconButton } from '../bar/icon-button.ts';
import { make, setAttribute, setText } from '../dom/element.ts';
import type { PagesView } from '../pane/pages-view.ts';
import type { Speech } from '../words/speech.ts';
import { find, firstFrom, type Hit } from './find.ts';
import { boxesOf } from './hit-boxes.ts';

/** ms after the last letter */
const PAUSE = 120;

export class SearchBar {
  readonly element: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #count = make('output', { class: 'found' });
  readonly #buttons: readonly HTMLButtonElement[];
  readonly #speech: Speech;
  readonly #onShow: () => void;
  #view: PagesView | undefined;
  #hits: readonly Hit[] = [];
  #here = 0;
  #timer: number | undefined;
  /** Rises with each search: an older one that ends later is nothing. */
  #search = 0;

  /** @param onShow is told before it scrolls to what was found */
  constructor(speech: Speech, onShow: () => void) {
    this.#speech = speech;
    this.#onShow = onShow;
    this.#input = make('input', { type: 'search', dir: 'auto', autocomplete: 'off', spellcheck: 'false' });
    this.#input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.#look(true), PAUSE);
    });
    this.#input.addEventListener('keydown', (event) => this.#key(event));
    this.#buttons = [
      iconButton(
        speech,
        'up',
        ({ previous }) => previous,
        () => this.step(-1),
        'Shift+Enter',
      ),
      iconButton(
        speech,
        'down',
        ({ next }) => next,
        () => this.step(1),
        'Enter',
      ),
    ];
    this.element = make('search', { class: 'group search' }, this.#input, this.#count, ...this.#buttons);
    speech.say(({ search }) => {
      setAttribute(this.#input, 'aria-label', search);
      setAttribute(this.#input, 'placeholder', search);
    });
    speech.say(() => this.#write());
  }

  focus(): void {
    this.#input.focus();
    this.#input.select();
  }

  /** Searches another side from now on, or the same after its pages have changed. */
  use(view: PagesView): void {
    if (view !== this.#view) this.#clearMarks();
    this.#view = view;
    void this.#look(false);
  }

  /** A page was drawn: what was found on it can be marked. */
  drawn(view: PagesView): void {
    if (view === this.#view) this.#mark();
  }

  step(by: 1 | -1): void {
    if (this.#hits.length === 0) return;
    this.#here = (this.#here + by + this.#hits.length) % this.#hits.length;
    this.#write();
    void this.#show();
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Enter') this.step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape' && this.#input.value !== '') {
      this.#input.value = '';
      void this.#look(false);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  async #look(isNew: boolean): Promise<void> {
    const search = ++this.#search;
    const view = this.#view;
    const shown = view?.shown;
    const query = this.#input.value;
    if (!view || !shown) return;
    let hits: Hit[] = [];
    try {
      const texts = query === '' ? [] : await Promise.all(shown.pages.map((_, page) => shown.pdf.text(page)));
      hits = find(
        texts.map(({ searched }) => searched),
        query,
      );
    } catch {
      // The PDF was closed for a newer one, which is searched when it is shown.
      return;
    }
    if (search !== this.#search) return;
    this.#hits = hits;
    this.#here = isNew
      ? firstFrom(hits, view.currentPage())
      : Math.min(this.#here, Math.max(0, hits.length - 1));
    this.#write();
    if (isNew && hits.length > 0) await this.#show();
    else this.#mark();
  }

  #write(): void {
    const { words } = this.#speech;
    const values = { number: this.#here + 1, count: this.#hits.length };
    const found = this.#hits.length > 0 ? this.#speech.fill(words.found, values) : words.foundNothing;
    setText(this.#count, this.#input.value === '' ? '' : found);
    for (const button of this.#buttons) button.disabled = this.#hits.length === 0;
  }

  /** Brings what was found into view: its page first, its line when that is drawn. */
  async #show(): Promise<void> {
    const hit = this.#hits[this.#here];
    const sheet = hit && this.#view?.sheets[hit.page];
    if (!this.#view || !sheet) return;
    this.#onShow();
    await this.#mark();
    const box = sheet.element.querySelector('.box-hit-here');
    const { element } = this.#view;
    const { top, bottom } = (box ?? sheet.element).getBoundingClientRect();
    const view = element.getBoundingClientRect();
    if (box && top >= view.top + 8 && bottom <= view.bottom - 8) return;
    element.scrollTop += top - view.top - (box ? element.clientHeight / 3 : 0);
  }

  async #mark(): Promise<void> {
    const view = this.#view;
    const here = this.#hits[this.#here];
    const isOf = this.#search;
    for (const [page, sheet] of view?.sheets.entries() ?? []) {
      const hits = this.#hits.filter((hit) => hit.page === page);
      const text = hits.length > 0 ? await view?.shown?.pdf.text(page) : undefined;
      if (isOf !== this.#search) return;
      const boxes = (some: readonly Hit[]) => (text ? some.flatMap((hit) => boxesOf(hit, text, sheet)) : []);
      sheet.setBoxes('hit', boxes(hits.filter((hit) => hit !== here)));
      sheet.setBoxes('hit-here', boxes(hits.filter((hit) => hit === here)));
    }
  }

  #clearMarks(): void {
    for (const sheet of this.#view?.sheets ?? []) {
      sheet.setBoxes('hit', []);
      sheet.setBoxes('hit-here', []);
    }
  }
}
