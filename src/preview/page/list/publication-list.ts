/** Publications, each a table of its languages and kinds, with how every document stands. */
import type { PreviewDocument, PreviewState, Publication } from '../../protocol.ts';
import { make, setAttribute, setText } from '../dom/element.ts';
import type { Speech } from '../words/speech.ts';
import { makeStop, moveInRows } from './roving.ts';
import { stateMark } from './state-mark.ts';

interface Cell {
  readonly button: HTMLButtonElement;
  /** What it says, so that only another state is written. */
  told: string;
}

export class PublicationList {
  readonly element: HTMLElement;
  readonly #tables = make('div', { class: 'publications' });
  readonly #speech: Speech;
  readonly #onOpen: (id: string, beside: boolean) => void;
  #cells = new Map<string, Cell>();
  #rows: HTMLElement[][] = [];
  #shape = '';

  /** @param onOpen is told which document is chosen, and whether it is to be shown beside the other */
  constructor(speech: Speech, onOpen: (id: string, beside: boolean) => void) {
    this.#speech = speech;
    this.#onOpen = onOpen;
    const heading = make('h2', { class: 'side-heading', id: 'publications-heading' });
    this.element = make(
      'nav',
      { class: 'list', 'aria-labelledby': 'publications-heading' },
      heading,
      this.#tables,
    );
    this.#tables.addEventListener('keydown', (event) => moveInRows(event, this.#rows));
    speech.say(({ publications }) => setText(heading, publications));
  }

  /** @param shown the documents on the two sides */
  update({ publications }: PreviewState, shown: readonly (string | undefined)[]): void {
    const shape = JSON.stringify([
      this.#speech.words.tag,
      publications.map(({ slug, title, documents }) => [slug, title, documents.map(({ id }) => id)]),
    ]);
    if (shape !== this.#shape) this.#build(publications);
    this.#shape = shape;
    for (const document of publications.flatMap(({ documents }) => documents))
      this.#write(document, shown.includes(document.id));
    const stop = this.#rows.flat().find(({ tabIndex }) => tabIndex === 0);
    const first = shown[0] === undefined ? undefined : this.#cells.get(shown[0])?.button;
    if (!stop || !this.#tables.contains(document.activeElement))
      makeStop(this.#rows, first ?? this.#rows[0]?.[0]);
  }

  focus(): void {
    this.#rows
      .flat()
      .find(({ tabIndex }) => tabIndex === 0)
      ?.focus();
  }

  #build(publications: readonly Publication[]): void {
    const focused =
      document.activeElement instanceof HTMLElement ? document.activeElement.dataset.id : undefined;
    this.#cells = new Map();
    this.#rows = [];
    const nothing = make('p', { class: 'nothing' }, this.#speech.words.nothingYet);
    this.#tables.replaceChildren(
      ...(publications.length === 0 ? [nothing] : publications.map((each) => this.#table(each))),
    );
    if (focused !== undefined) this.#cells.get(focused)?.button.focus();
  }

  #table({ title, source, documents }: Publication): HTMLElement {
    // A text that had errors since it was new has no kinds yet: its one document stands for all.
    const kinds = [...new Set(documents.map(({ kind }) => kind))].filter(Boolean);
    const languages = [...new Set(documents.map(({ lang }) => lang))];
    const head = kinds.map((kind) => make('th', { scope: 'col' }, kind));
    const rows = languages.map((lang) => {
      const row = documents.filter((document) => document.lang === lang);
      const whole = row.find(({ kind }) => kind === '');
      const wide = Math.max(1, kinds.length);
      const cells = whole
        ? [make('td', { colspan: wide }, this.#button(whole))]
        : kinds.map((kind) => {
            const document = row.find((each) => each.kind === kind);
            return make('td', {}, document && this.#button(document));
          });
      this.#rows.push(cells.flatMap((cell) => [...cell.querySelectorAll('button')]));
      const name = make('th', { scope: 'row' }, make('bdi', { lang }, row[0]!.language));
      if (lang === source) name.className = 'is-source';
      return make('tr', {}, name, ...cells);
    });
    return make(
      'table',
      {},
      make('caption', {}, make('bdi', { lang: source }, title)),
      make('thead', {}, make('tr', {}, make('td', {}), ...head)),
      make('tbody', {}, ...rows),
    );
  }

  #button({ id }: PreviewDocument): HTMLButtonElement {
    const button = make('button', { type: 'button', class: 'cell', tabindex: -1, 'data-id': id });
    button.addEventListener('click', ({ shiftKey }) => this.#onOpen(id, shiftKey));
    this.#cells.set(id, { button, told: '' });
    return button;
  }

  #write({ id, state, language, kind, diagnostics }: PreviewDocument, isShown: boolean): void {
    const { words } = this.#speech;
    const cell = this.#cells.get(id)!;
    setAttribute(cell.button, 'aria-current', isShown ? 'true' : undefined);
    const told = `${state} ${diagnostics.length}`;
    if (cell.told === told) return;
    cell.told = told;
    const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
    const warnings = diagnostics.length - errors;
    const counts = [
      ...(errors > 0 ? [this.#speech.fill(words.errors, { count: errors })] : []),
      ...(warnings > 0 ? [this.#speech.fill(words.warnings, { count: warnings })] : []),
    ];
    const count = diagnostics.length > 0 ? [this.#speech.number(diagnostics.length)] : [];
    // The space is for who hears it: what is seen is part of the name.
    const seen = count.flatMap((text) => [' ', make('span', { class: 'count' }, text)]);
    cell.button.replaceChildren(stateMark(state, words), ...seen);
    setAttribute(cell.button, 'title', [words.stateMeans[state], ...counts].join('\n'));
    const name = [language, kind, [words.state[state], ...count].join(' ')];
    setAttribute(cell.button, 'aria-label', name.filter(Boolean).join(', '));
  }
}
