/** Where the parts of the page stand: a bar above, the list and the small pages at the start side, the pages, what is wrong. */
import { iconButton } from './bar/icon-button.ts';
import { make, setAttribute, setText } from './dom/element.ts';
import type { Speech } from './words/speech.ts';

interface Parts {
  readonly side: readonly Node[];
  readonly tools: readonly Node[];
  readonly choices: readonly Node[];
  readonly panes: readonly Node[];
  readonly problems: Node;
  readonly foot: readonly Node[];
}

/** px; below, the list lies over the pages, and is closed at first. As in frame.css. */
const NARROW = '(max-width: 760px)';

export class Frame {
  readonly element: HTMLElement;
  readonly #organisation = make('span', { class: 'organisation', dir: 'auto' });
  readonly #side: HTMLElement;
  readonly #menu: HTMLButtonElement;

  constructor(speech: Speech, { side, tools, choices, panes, problems, foot }: Parts) {
    this.#menu = iconButton(
      speech,
      'book',
      ({ publications }) => publications,
      () => this.openSide(!this.isSideOpen),
    );
    this.#menu.setAttribute('aria-controls', 'side');
    this.#side = make('div', { class: 'side', id: 'side' }, ...side);
    const preview = make('span', { class: 'preview-word' });
    this.element = make(
      'div',
      { class: 'frame' },
      make(
        'header',
        { class: 'bar' },
        make(
          'div',
          { class: 'bar-start' },
          this.#menu,
          make('h1', { class: 'brand' }, this.#organisation, preview),
        ),
        make('div', { class: 'bar-tools' }, ...tools),
        make('div', { class: 'bar-end' }, ...choices),
      ),
      make(
        'div',
        { class: 'middle' },
        this.#side,
        make('main', {}, make('div', { class: 'panes' }, ...panes), problems),
      ),
      make('footer', { class: 'foot' }, ...foot),
    );
    speech.say((words) => {
      setText(preview, words.preview);
      document.documentElement.lang = words.tag;
      document.documentElement.dir = words.direction;
    });
    const narrow = window.matchMedia(NARROW);
    this.openSide(!narrow.matches);
    narrow.addEventListener('change', () => this.openSide(!narrow.matches));
  }

  get isSideOpen(): boolean {
    return !this.#side.hidden;
  }

  openSide(isOpen: boolean): void {
    this.#side.hidden = !isOpen;
    setAttribute(this.#menu, 'aria-expanded', String(isOpen));
  }

  /** When something was chosen in a list that lies over the pages. */
  closeOverlay(): void {
    if (window.matchMedia(NARROW).matches) this.openSide(false);
  }

  setOrganisation(name: string): void {
    setText(this.#organisation, name);
  }
}
