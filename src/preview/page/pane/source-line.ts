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
  readonly #speech: Speech;
  #shown: Anchor | undefined;

  constructor(speech: Speech) {
    this.#speech = speech;
    const place = make('bdi', { class: 'source-place', dir: 'ltr' }, this.#folder, this.#name);
    this.#link = make('a', { class: 'source-link', hidden: true }, icon('pencil'), place);
    this.element = make('div', { class: 'source', role: 'status' }, this.#hint, this.#link, this.#text);
    speech.say(({ chooseParagraph }) => {
      setText(this.#hint, chooseParagraph);
      this.show(this.#shown);
    });
  }

  show(anchor: Anchor | undefined): void {
    this.#shown = anchor;
    this.#hint.hidden = anchor !== undefined;
    this.#link.hidden = anchor === undefined;
    setText(this.#text, anchor?.text ?? '');
    if (!anchor) return;
    const { file, line, editor } = anchor;
    const { openInEditor } = this.#speech.words;
    const name = file.lastIndexOf('/') + 1;
    setText(this.#folder, file.slice(0, name));
    setText(this.#name, `${file.slice(name)}:${line}`);
    setAttribute(this.#link, 'href', editor);
    setAttribute(this.#link, 'title', openInEditor);
    setAttribute(this.#link, 'aria-label', `${file}:${line}, ${openInEditor}`);
  }

  focus(): void {
    if (!this.#link.hidden) this.#link.focus();
  }
}
