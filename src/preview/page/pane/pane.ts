/** One side of the preview: a document's head, its pages and the source line of the block that is chosen in it. */
import type { PreviewDocument, Publication } from '../../protocol.ts';
import { iconButton } from '../bar/icon-button.ts';
import { make, setAttribute, setText } from '../dom/element.ts';
import { icon } from '../dom/icons.ts';
import { stateMark } from '../list/state-mark.ts';
import { pdfAddress } from '../pdf/open-pdf.ts';
import type { Speech } from '../words/speech.ts';
import { BlockCursor } from './block-cursor.ts';
import { load } from './load.ts';
import { PagesView } from './pages-view.ts';
import { print } from './print.ts';
import { SourceLine } from './source-line.ts';

interface PaneEvents {
  /** Somebody chose another document in the head. */
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
  /** Other pages are shown than before. */
  readonly onShown: () => void;
}

export class Pane {
  readonly element: HTMLElement;
  readonly pages = new PagesView();
  readonly blocks: BlockCursor;
  document: PreviewDocument | undefined;
  #texts = '';
  readonly #speech: Speech;
  readonly #events: PaneEvents;
  readonly #choice: HTMLSelectElement;
  readonly #state = make('span', { class: 'pane-state' });
  /** Why old pages are shown, in the head, so that they stay where they are; or why there are none, in their place. */
  readonly #old = make('span', { class: 'old-pages' });
  readonly #none = make('p', { class: 'no-pages', hidden: true });
  readonly #download: HTMLAnchorElement;
  readonly #print: HTMLButtonElement;
  readonly close: HTMLButtonElement;
  readonly #source: SourceLine;
  #isLoading = false;

  constructor(speech: Speech, events: PaneEvents) {
    this.#speech = speech;
    this.#events = events;
    this.#choice = make('select', { class: 'choice', onchange: () => events.onOpen(this.#choice.value) });
    this.#download = make('a', { class: 'button', download: true }, icon('download'));
    const onPrint = (): void => this.print();
    this.#print = iconButton(speech, 'print', ({ print }) => print, onPrint);
    this.close = iconButton(speech, 'close', ({ closePane }) => closePane, events.onClose);
    this.#source = new SourceLine(speech);
    this.blocks = new BlockCursor(this.pages, (anchor) => this.#source.show(anchor));
    this.element = make(
      'section',
      { class: 'pane' },
      make(
        'div',
        { class: 'pane-head' },
        this.#choice,
        this.#state,
        this.#old,
        this.#download,
        this.#print,
        this.close,
      ),
      this.#none,
      this.pages.element,
      this.#source.element,
    );
    speech.say(({ document, download }) => {
      setAttribute(this.#choice, 'aria-label', document);
      setAttribute(this.#download, 'aria-label', download);
      setAttribute(this.#download, 'title', download);
    });
  }

  print(): void {
    const { document } = this;
    if (document?.pdf) print(pdfAddress(document.id, document.pdf));
  }

  focusSource(): void {
    this.#source.focus();
  }

  /** Brings the pane to what the newest state says. */
  update(publication: Publication, document: PreviewDocument): void {
    this.document = document;
    this.#texts = publication.texts;
    this.#writeHead(publication, document);
    this.#writeNote(document);
    void this.#follow();
  }

  #writeHead(publication: Publication, { id, pdf, state, language, kind }: PreviewDocument): void {
    const options = publication.documents.map((each) =>
      make(
        'option',
        { value: each.id, lang: each.lang },
        [each.language, each.kind].filter(Boolean).join(' · '),
      ),
    );
    const told = JSON.stringify(options.map(({ value, text }) => [value, text]));
    if (this.#choice.dataset.options !== told) this.#choice.replaceChildren(...options);
    this.#choice.dataset.options = told;
    this.#choice.value = id;
    this.#state.replaceChildren(stateMark(state, this.#speech.words));
    setAttribute(this.#state, 'title', this.#speech.words.stateMeans[state]);
    setAttribute(this.#download, 'href', pdf && `${pdfAddress(id, pdf)}&download`);
    setAttribute(this.#download, 'download', pdf?.fileName);
    this.#print.disabled = !pdf;
    const name = [publication.title, language, kind].filter(Boolean).join(', ');
    setAttribute(this.element, 'aria-label', name);
    setAttribute(this.pages.element, 'aria-label', `${this.#speech.words.pages}: ${name}`);
    this.#nameSheets();
  }

  #nameSheets(): void {
    const { words } = this.#speech;
    for (const [index, { element }] of this.pages.sheets.entries()) {
      const values = { page: index + 1, pages: this.pages.sheets.length };
      setAttribute(element, 'aria-label', this.#speech.fill(words.page, values));
    }
  }

  #writeNote({ state, pdf }: PreviewDocument): void {
    const { notMade, lastGood, building } = this.#speech.words;
    const isOld = state === 'errors' && pdf?.outdated === true;
    setText(this.#old, isOld ? lastGood : '');
    setAttribute(this.#old, 'title', isOld ? lastGood : undefined);
    this.element.classList.toggle('is-old', isOld);
    setText(this.#none, state === 'building' ? building : notMade);
    this.#none.hidden = pdf !== undefined;
  }

  /** One at a time: whatever came meanwhile, the newest is next. */
  async #follow(): Promise<void> {
    if (this.#isLoading) return;
    this.#isLoading = true;
    let tried: string | undefined;
    for (let wanted = this.document; wanted && this.#isOther(wanted, tried); wanted = this.document) {
      tried = this.#versionOf(wanted);
      try {
        const next = await load(wanted, this.#textsOf(wanted), this.pages.shown);
        if (!next && wanted.pdf) continue;
        await this.pages.show(next);
        this.#nameSheets();
        this.blocks.renew();
        this.#events.onShown();
      } catch (error) {
        // The server is away, or its answer is cut: the next state tries again.
        console.warn(error);
      }
    }
    this.#isLoading = false;
  }

  #isOther(wanted: PreviewDocument, tried: string | undefined): boolean {
    const { shown } = this.pages;
    const name = this.#versionOf(wanted);
    return (
      name !== tried &&
      name !== (shown ? versionOf(shown.id, shown.digest, shown.texts) : versionOf(wanted.id))
    );
  }

  #versionOf(document: PreviewDocument): string {
    const { id, pdf } = document;
    return pdf ? versionOf(id, pdf.digest, this.#textsOf(document)) : versionOf(id);
  }

  /** Of an outdated PDF the blocks are where they were, or cannot be had until its text is right again. */
  #textsOf({ pdf }: PreviewDocument): string {
    return pdf?.outdated ? '' : this.#texts;
  }
}

function versionOf(id: string, digest = '', texts = ''): string {
  return `${id} ${digest} ${texts}`;
}
