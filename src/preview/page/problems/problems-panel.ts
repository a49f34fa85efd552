/** What is wrong, each with its file and line and the way there in the editor: first in what is shown, then elsewhere. */
import type { PreviewDiagnostic, PreviewDocument, PreviewState } from '../../protocol.ts';
import { iconButton } from '../bar/icon-button.ts';
import { make, setAttribute, setText } from '../dom/element.ts';
import { icon } from '../dom/icons.ts';
import type { Speech } from '../words/speech.ts';

export class ProblemsPanel {
  readonly element: HTMLElement;
  /** Opens and closes the panel, and says how much there is in it. */
  readonly button: HTMLButtonElement;
  readonly #counts = make('span', { class: 'counts' });
  readonly #list = make('div', { class: 'problem-list', tabindex: '0', role: 'group' });
  readonly #speech: Speech;
  #told = '';
  #hadErrors = false;

  constructor(speech: Speech) {
    this.#speech = speech;
    const heading = make('h2', { id: 'problems-heading' });
    const close = iconButton(
      speech,
      'close',
      (words) => words.close,
      () => this.open(false),
    );
    this.element = make(
      'section',
      { class: 'problems', id: 'problems', 'aria-labelledby': 'problems-heading', hidden: true },
      make('div', { class: 'problems-head' }, heading, close),
      this.#list,
    );
    this.button = make(
      'button',
      {
        type: 'button',
        class: 'problems-button',
        'aria-controls': 'problems',
        'aria-expanded': 'false',
        onclick: () => this.open(this.element.hidden !== false),
      },
      this.#counts,
      icon('up'),
    );
    this.#list.setAttribute('aria-labelledby', 'problems-heading');
    speech.say(({ problems }) => setText(heading, problems));
  }

  open(isOpen: boolean): void {
    if (!isOpen && this.element.contains(document.activeElement)) this.button.focus();
    this.element.hidden = !isOpen;
    setAttribute(this.button, 'aria-expanded', String(isOpen));
  }

  focus(): void {
    this.#list.focus();
  }

  /** Opens by itself when something that is shown gets errors. */
  update(state: PreviewState, shown: readonly PreviewDocument[]): void {
    const groups = this.#groups(state, shown);
    const told = JSON.stringify([this.#speech.words.tag, groups]);
    if (told === this.#told) return;
    this.#told = told;
    const all = groups.flatMap(([, diagnostics]) => diagnostics);
    this.#writeCounts(all);
    this.#list.replaceChildren(
      ...(all.length === 0 ? [make('p', { class: 'nothing' }, this.#speech.words.noProblems)] : []),
      ...groups.flatMap(([title, diagnostics]) =>
        diagnostics.length === 0
          ? []
          : [make('h3', {}, title), make('ul', {}, ...diagnostics.map((each) => this.#item(each)))],
      ),
    );
    const hasErrors = shown.some(({ diagnostics }) =>
      diagnostics.some(({ severity }) => severity === 'error'),
    );
    if (hasErrors && !this.#hadErrors) this.open(true);
    if (!hasErrors && this.#hadErrors && all.length === 0) this.open(false);
    this.#hadErrors = hasErrors;
  }

  /** Each once, although a fault of a template is one of every document that is made with it. */
  #groups(
    { publications, diagnostics }: PreviewState,
    shown: readonly PreviewDocument[],
  ): readonly (readonly [string, readonly PreviewDiagnostic[]])[] {
    const { inThisDocument, inTheProject, elsewhere } = this.#speech.words;
    const seen = new Set<string>();
    const isNew = ({ code, file, line, column, message }: PreviewDiagnostic): boolean => {
      const name = JSON.stringify([code, file, line, column, message]);
      return !seen.has(name) && Boolean(seen.add(name));
    };
    return [
      [
        inThisDocument,
        shown
          .flatMap((document) => document.diagnostics)
          .filter(isNew)
          .sort(errorsFirst),
      ],
      [inTheProject, diagnostics.filter(isNew)],
      [
        elsewhere,
        publications.flatMap(({ documents }) => documents.flatMap((each) => each.diagnostics)).filter(isNew),
      ],
    ];
  }

  #writeCounts(all: readonly PreviewDiagnostic[]): void {
    const { words } = this.#speech;
    const errors = all.filter(({ severity }) => severity === 'error').length;
    const warnings = all.length - errors;
    const part = (name: 'error' | 'warning', text: string, count: number): HTMLElement =>
      make('span', { class: `tally tally-${name}` }, icon(name), this.#speech.fill(text, { count }));
    this.#counts.replaceChildren(
      ...(errors > 0 ? [part('error', words.errors, errors)] : []),
      ...(warnings > 0 ? [part('warning', words.warnings, warnings)] : []),
      ...(all.length === 0 ? [make('span', { class: 'tally' }, icon('check'), words.noProblems)] : []),
    );
  }

  #item({ severity, message, hint, file, line, column, editor }: PreviewDiagnostic): HTMLElement {
    const { words } = this.#speech;
    const place =
      file === undefined ? undefined : [file, line, column].filter((part) => part !== undefined).join(':');
    return make(
      'li',
      { class: `problem problem-${severity}` },
      icon(severity),
      make('span', { class: 'severity' }, words[severity]),
      make(
        'span',
        // What the command says, it says in English.
        { class: 'problem-text', lang: 'en' },
        make('bdi', {}, message),
        hint === undefined ? undefined : make('span', { class: 'hint' }, make('bdi', {}, hint)),
      ),
      place === undefined
        ? undefined
        : make(
            editor === undefined ? 'span' : 'a',
            { class: 'place', href: editor, title: editor === undefined ? undefined : words.openInEditor },
            make('bdi', { dir: 'ltr' }, place),
          ),
    );
  }
}

/** Else they stay in the order of the text. */
function errorsFirst(a: PreviewDiagnostic, b: PreviewDiagnostic): number {
  return Number(a.severity === 'warning') - Number(b.severity === 'warning');
}
