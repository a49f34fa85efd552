/** The preview as a whole: what the server says last and what somebody chose to see, brought to all its parts. */
import type { PreviewState } from '../protocol.ts';
import { languageChoice, themeButton } from './bar/choices.ts';
import { Help } from './bar/help.ts';
import { iconButton, wordButton } from './bar/icon-button.ts';
import { Status } from './bar/status.ts';
import { ZoomControl } from './bar/zoom-control.ts';
import { Calm } from './calm.ts';
import { Connection, type LineState } from './connection.ts';
import { setAttribute } from './dom/element.ts';
import { Frame } from './frame.ts';
import { PublicationList } from './list/publication-list.ts';
import { Thumbnails } from './list/thumbnails.ts';
import { Panes, type SideNumber } from './pane/panes.ts';
import { ProblemsPanel } from './problems/problems-panel.ts';
import { SearchBar } from './search/search-bar.ts';
import { keepSides, readSides, type Settings } from './settings.ts';
import { actionOf } from './shortcuts.ts';
import { besideOf, findSide } from './sides.ts';
import type { Speech } from './words/speech.ts';

export class App {
  readonly #speech: Speech;
  readonly #panes: Panes;
  readonly #list: PublicationList;
  readonly #thumbnails: Thumbnails;
  readonly #problems: ProblemsPanel;
  readonly #search: SearchBar;
  readonly #zoomControl: ZoomControl;
  readonly #status: Status;
  readonly #help: Help;
  readonly #frame: Frame;
  readonly #besideButton: HTMLButtonElement;
  #state: PreviewState | undefined;
  #line: LineState = 'connecting';
  /** Ids of the documents; the second only when two are side by side. */
  #sides = readSides();

  constructor(speech: Speech, { zoom = 'width', theme = 'system' }: Settings) {
    this.#speech = speech;
    this.#panes = new Panes(speech, zoom, {
      onOpen: (id, number) => this.#open(id, number),
      onClose: (number) => this.#closeSide(number),
      onActive: () => this.#activated(),
      onView: () => this.#renderView(),
      onDrawn: (view) => this.#search.drawn(view),
    });
    this.#list = new PublicationList(speech, (id, beside) => this.#openFromList(id, beside));
    this.#thumbnails = new Thumbnails(speech, (page) => {
      this.#panes.goToPage(page);
      this.#frame.closeOverlay();
    });
    this.#problems = new ProblemsPanel(speech);
    this.#search = new SearchBar(speech, () => this.#panes.lead());
    this.#zoomControl = new ZoomControl(speech, {
      onZoom: (to) => this.#panes.setZoom(to),
      onStep: (up) => this.#panes.stepZoom(up),
    });
    this.#status = new Status(speech);
    this.#help = new Help(speech);
    const toggle = (): void => this.#toggleBeside();
    this.#besideButton = wordButton(speech, 'columns', ({ sideBySide }) => sideBySide, toggle);
    this.#frame = this.#layOut(theme);
  }

  #layOut(theme: NonNullable<Settings['theme']>): Frame {
    const speech = this.#speech;
    const language = languageChoice(speech, (words) => {
      speech.use(words);
      this.#render();
    });
    const openHelp = (): void => this.#help.open();
    const help = iconButton(speech, 'help', ({ shortcuts }) => shortcuts, openHelp, '?');
    return new Frame(speech, {
      side: [this.#list.element, this.#thumbnails.element],
      tools: [this.#zoomControl.element, this.#besideButton, this.#search.element],
      choices: [language, themeButton(speech, theme), help],
      panes: this.#panes.all.map(({ element }) => element),
      problems: this.#problems.element,
      foot: [this.#status.element, this.#problems.button],
    });
  }

  start(body: HTMLElement): void {
    body.replaceChildren(this.#frame.element, this.#help.element);
    document.addEventListener('keydown', (event) => this.#key(event));
    for (const { pages } of this.#panes.all) pages.zoom(this.#panes.zoom);
    this.#render();
    const calm = new Calm((state) => {
      this.#state = state;
      this.#render();
    });
    new Connection(
      (state) => calm.receive(state),
      (line) => {
        this.#line = line;
        this.#render();
      },
    );
  }

  /** Brings everything to what is known and chosen now. */
  #render(): void {
    const state = this.#state;
    this.#status.update(this.#line, state);
    this.#renderView();
    if (!state) return;
    const [one, two] = this.#sides;
    // Where only the second is left, it is the first.
    const first = findSide(state, one, two) ?? findSide(state, two);
    const second = two === undefined || !first ? undefined : findSide(state, two, first.document.id);
    this.#sides = [first?.document.id, second?.document.id];
    keepSides(this.#sides);
    this.#frame.setOrganisation(state.organisation);
    const title = first ? `${first.document.language} · ${first.publication.title} – ` : '';
    document.title = `${title}${state.organisation} – ${this.#speech.words.preview}`;
    this.#panes.update(first, second);
    setAttribute(this.#besideButton, 'aria-pressed', String(second !== undefined));
    this.#besideButton.disabled = !first || (!second && !besideOf(first));
    this.#list.update(state, this.#sides);
    const shown = [first, second].flatMap((side) => (side ? [side.document] : []));
    this.#problems.update(state, shown);
  }

  /** What changes while somebody scrolls and zooms. */
  #renderView(): void {
    const { zoom, pages } = this.#panes;
    this.#zoomControl.update(zoom, pages.scale);
    this.#thumbnails.update(pages);
  }

  #activated(): void {
    this.#search.use(this.#panes.pages);
    this.#render();
  }

  #open(id: string, number: SideNumber): void {
    this.#sides = number === 0 ? [id, this.#sides[1]] : [this.#sides[0], id];
    this.#render();
  }

  #openFromList(id: string, beside: boolean): void {
    const { active } = this.#panes;
    this.#open(id, beside ? (active === 1 ? 0 : 1) : active);
    this.#frame.closeOverlay();
  }

  #toggleBeside(): void {
    if (this.#sides[1] !== undefined) {
      this.#closeSide(1);
      return;
    }
    const first = this.#state && findSide(this.#state, this.#sides[0]);
    const beside = first && besideOf(first);
    if (beside) this.#open(beside.id, 1);
  }

  #closeSide(number: SideNumber): void {
    this.#sides = [this.#sides[number === 0 ? 1 : 0], undefined];
    this.#render();
    this.#search.use(this.#panes.pages);
    this.#panes.pages.element.focus();
  }

  #key(event: KeyboardEvent): void {
    if (this.#help.element.open) return;
    const panes = this.#panes;
    const action = actionOf(event, {
      search: () => this.#search.focus(),
      step: (by) => this.#search.step(by),
      zoomStep: (up) => panes.stepZoom(up),
      fit: () => panes.fit(),
      print: () => panes.pane.print(),
      help: () => this.#help.open(),
      part: (by) => this.#moveToPart(by),
      block: (by) => panes.moveBlock(by),
      source: () => panes.pane.focusSource(),
      escape: () => panes.pane.blocks.choose(undefined),
    });
    if (!action) return;
    event.preventDefault();
    action();
  }

  /** To the next part of the window, round and round: the list, the sides, what is wrong. */
  #moveToPart(by: 1 | -1): void {
    const parts: { readonly element: HTMLElement; readonly focus: () => void }[] = [
      ...(this.#frame.isSideOpen ? [this.#list] : []),
      ...this.#panes.all.flatMap(({ element, pages }) =>
        element.hidden ? [] : [{ element, focus: () => pages.element.focus() }],
      ),
      ...(this.#problems.element.hidden ? [] : [this.#problems]),
    ];
    const at = parts.findIndex(({ element }) => element.contains(document.activeElement));
    parts[at < 0 ? 0 : (at + by + parts.length) % parts.length]?.focus();
  }
}
