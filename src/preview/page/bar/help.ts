/** The keys that the page knows, in a dialog. */
import { make, setText } from '../dom/element.ts';
import type { Speech } from '../words/speech.ts';
import type { Words } from '../words/words.ts';
import { iconButton } from './icon-button.ts';

const KEYS: readonly (readonly [keys: readonly string[], what: (words: Words) => string])[] = [
  [['F6', 'Shift+F6'], ({ keys }) => keys.sides],
  [['↑', '↓', '←', '→'], ({ keys }) => keys.move],
  [['Enter'], ({ keys }) => keys.open],
  [['Shift+Enter'], ({ keys }) => keys.beside],
  [['Alt+↓', 'Alt+↑'], ({ keys }) => keys.block],
  [['Enter'], ({ keys }) => keys.editor],
  [['Esc'], ({ keys }) => keys.unmark],
  [['Ctrl+F'], ({ search }) => search],
  [['F3', 'Shift+F3'], ({ next, previous }) => `${next} / ${previous}`],
  [['Ctrl++', 'Ctrl+−'], ({ zoomIn, zoomOut }) => `${zoomIn} / ${zoomOut}`],
  [['Ctrl+0'], ({ fitWidth, fitPage }) => `${fitWidth} / ${fitPage}`],
  [['Ctrl+P'], ({ print }) => print],
  [['?'], ({ shortcuts }) => shortcuts],
];

export class Help {
  readonly element: HTMLDialogElement;

  constructor(speech: Speech) {
    const heading = make('h2', { id: 'help-heading' });
    const list = make('dl', { class: 'keys' });
    const close = iconButton(
      speech,
      'close',
      (words) => words.close,
      () => this.element.close(),
      'Esc',
    );
    this.element = make(
      'dialog',
      { class: 'help', 'aria-labelledby': 'help-heading' },
      make('div', { class: 'help-head' }, heading, close),
      list,
    );
    // A click beside it is on the dialog's backdrop, which is the dialog itself.
    this.element.addEventListener('click', ({ target }) => {
      if (target === this.element) this.element.close();
    });
    speech.say((words) => {
      setText(heading, words.shortcuts);
      list.replaceChildren(
        ...KEYS.map(([keys, what]) =>
          make(
            'div',
            {},
            make('dt', { dir: 'ltr' }, ...keys.map((key) => make('kbd', {}, key))),
            make('dd', {}, what(words)),
          ),
        ),
      );
    });
  }

  open(): void {
    this.element.showModal();
  }
}
