/** Smaller, larger, to the width, the whole page; and how large it is now. */
import { make, setAttribute, setText } from '../dom/element.ts';
import { percentOf, type Zoom } from '../pane/zoom.ts';
import type { Speech } from '../words/speech.ts';
import { iconButton } from './icon-button.ts';

interface ZoomEvents {
  readonly onZoom: (zoom: Zoom) => void;
  readonly onStep: (up: boolean) => void;
}

export class ZoomControl {
  readonly element: HTMLElement;
  readonly #speech: Speech;
  readonly #percent: HTMLButtonElement;
  readonly #width: HTMLButtonElement;
  readonly #page: HTMLButtonElement;

  constructor(speech: Speech, { onZoom, onStep }: ZoomEvents) {
    this.#speech = speech;
    this.#percent = make('button', { type: 'button', class: 'percent', onclick: () => onZoom(100) });
    this.#width = iconButton(
      speech,
      'fitWidth',
      ({ fitWidth }) => fitWidth,
      () => onZoom('width'),
      'Ctrl+0',
    );
    this.#page = iconButton(
      speech,
      'fitPage',
      ({ fitPage }) => fitPage,
      () => onZoom('page'),
      'Ctrl+0',
    );
    this.element = make(
      'div',
      { class: 'group zoom', role: 'group' },
      iconButton(
        speech,
        'minus',
        ({ zoomOut }) => zoomOut,
        () => onStep(false),
        'Ctrl+−',
      ),
      this.#percent,
      iconButton(
        speech,
        'plus',
        ({ zoomIn }) => zoomIn,
        () => onStep(true),
        'Ctrl++',
      ),
      this.#width,
      this.#page,
    );
    speech.say(({ zoom }) => setAttribute(this.element, 'aria-label', zoom));
  }

  /** @param scale px for each pt */
  update(zoom: Zoom, scale: number): void {
    const percent = this.#speech.number(Math.round(percentOf(scale)) / 100, { style: 'percent' });
    setText(this.#percent, percent);
    setAttribute(this.#percent, 'aria-label', `${this.#speech.words.zoom}: ${percent}`);
    setAttribute(this.#percent, 'title', this.#speech.number(1, { style: 'percent' }));
    setAttribute(this.#width, 'aria-pressed', String(zoom === 'width'));
    setAttribute(this.#page, 'aria-pressed', String(zoom === 'page'));
  }
}
