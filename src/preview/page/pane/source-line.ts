/** Where the chosen block is written: its file and line, the text that stands there, and the way into the editor. */
import type { Anchor } from '../../protocol.ts';
import { make, setAttribute, setText } from '../dom/element.ts';
import { icon } from '../dom/icons.ts';
import type { Speech } from '../words/speech.ts';

export class SourceLine {
  readonly element: HTMLElement;
  readonly #hint = make('span', { class: 'source-hint' });
  readonly #folder = make('span', { class: 'source-folder' });
  /** What is never cut off. */
  readonly #name = make('span', { class: 'source-name' });
  readonly #text = make('span', { class: 'source-text', dir: 'auto' });
  readonly #link: HTMLAnchorElement;

  constructor(speech: Speech) {
    const open = make('span', { class: 'source-open' });
    const place = make('bdi', { class: 'source-place', dir: 'ltr' }, this.#folder, this.#name);
    this.#link = make('a', { class: 'source-link', hidden: true }, icon('pencil'), place, open);
    this.element = make('div', { class: 'source', role: 'status' }, this.#hint, this.#link, this.#text);
    speech.say(({ chooseParagraph, openInEditor }) => {
      setText(this.#hint, chooseParagraph);
      setText(open, openInEditor);
      setAttribute(this.#link, 'title', openInEditor);
    });
  }

  show(anchor: Anchor | undefined): void {
    this.#hint.hidden = anchor !== undefined;
    this.#link.hidden = anchor === undefined;
    const name = anchor ? anchor.file.lastIndexOf('/') + 1 : 0;
    setText(this.#folder, anchor?.file.slice(0, name) ?? '');
    setText(this.#name, anchor ? `${anchor.file.slice(name)}:${anchor.line}` : '');
    setText(this.#text, anchor?.text ?? '');
    setAttribute(this.#link, 'href', anchor?.editor);
  }

  focus(): void {
    if (!this.#link.hidden) this.#link.focus();
  }
}
