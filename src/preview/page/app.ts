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
import { Pane } from './pane/pane.ts';
import { ScrollTogether } from './pane/scroll-together.ts';
import { stepped, turned, type Zoom } from './pane/zoom.ts';
import { ProblemsPanel } from './problems/problems-panel.ts';
import { SearchBar } from './search/search-bar.ts';
import { keepSettings, keepSides, readSides, type Settings } from './settings.ts';
import { actionOf } from './shortcuts.ts';
import { besideOf, findSide } from './sides.ts';
import type { Speech } from './words/speech.ts';

type SideNumber = 0 | 1;

export class App {
  readonly #speech: Speech;
  readonly #panes: readonly [Pane, Pane];
  readonly #together: ScrollTogether;
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
  #active: SideNumber = 0;
  #zoom: Zoom;

  constructor(speech: Speech, { zoom = 'width', theme = 'system' }: Settings) {
    this.#speech = speech;
    this.#zoom = zoom;
    this.#panes = [this.#pane(0), this.#pane(1)];
    const [first, second] = this.#panes;
    this.#together = new ScrollTogether([first.pages, second.pages], [first.element, second.element]);
    this.#list = new PublicationList(speech, (id, beside) => this.#openFromList(id, beside));
    this.#thumbnails = new Thumbnails(speech, (page) => this.#goToPage(page));
    this.#problems = new ProblemsPanel(speech);
    this.#search = new SearchBar(speech, () => this.#together.lead(this.#pages));
    this.#zoomControl = new ZoomControl(speech, {
      onZoom: (to) => this.#setZoom(to),
      onStep: (up) => this.#setZoom(stepped(this.#pages.scale, up)),
    });
    this.#status = new Status(speech);
    this.#help = new Help(speech);
    this.#besideButton = wordButton(
      speech,
      'columns',
      ({ sideBySide }) => sideBySide,
      () => this.#toggleBeside(),
    );
    this.#frame = new Frame(speech, {
      side: [this.#list.element, this.#thumbnails.element],
      tools: [this.#zoomControl.element, this.#besideButton, this.#search.element],
      choices: [
        languageChoice(speech, (words) => {
          speech.use(words);
          this.#render();
        }),
        themeButton(speech, theme),
        iconButton(
          speech,
          'help',
          ({ shortcuts }) => shortcuts,
          () => this.#help.open(),
          '?',
        ),
      ],
      panes: this.#panes.map(({ element }) => element),
      problems: this.#problems.element,
      foot: [this.#status.element, this.#problems.button],
    });
  }

  start(body: HTMLElement): void {
    body.replaceChildren(this.#frame.element, this.#help.element);
    document.addEventListener('keydown', (event) => this.#key(event));
    for (const { pages } of this.#panes) pages.zoom(this.#zoom);
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

  get #pages() {
    return this.#panes[this.#active].pages;
  }

  #pane(number: SideNumber): Pane {
    const pane = new Pane(this.#speech, {
      onOpen: (id) => this.#open(id, number),
      onClose: () => this.#closeSide(number),
      onShown: () => this.#shown(number),
    });
    pane.element.addEventListener('focusin', () => this.#activate(number));
    pane.element.addEventListener('pointerdown', () => this.#activate(number));
    pane.pages.onDrawn(() => this.#search.drawn(pane.pages));
    pane.pages.onLaidOut(
      () => this.#active === number && this.#zoomControl.update(this.#zoom, pane.pages.scale),
    );
    pane.pages.element.addEventListener(
      'scroll',
      () => this.#active === number && this.#thumbnails.update(pane.pages),
    );
    pane.pages.element.addEventListener('wheel', (event) => this.#wheel(event, pane), { passive: false });
    return pane;
  }

  /** Brings everything to what is known and chosen now. */
  #render(): void {
    const state = this.#state;
    this.#status.update(this.#line, state);
    this.#zoomControl.update(this.#zoom, this.#pages.scale);
    if (!state) return;
    const first = findSide(state, this.#sides[0]);
    const second = this.#sides[1] === undefined ? undefined : findSide(state, this.#sides[1]);
    this.#sides = [first?.document.id, second?.document.id];
    if (!second) this.#active = 0;
    keepSides(this.#sides);
    this.#frame.setOrganisation(state.organisation);
    const title = first ? `${first.document.language} · ${first.publication.title} – ` : '';
    document.title = `${title}${state.organisation} – ${this.#speech.words.preview}`;
    for (const [number, side] of [first, second].entries()) {
      const pane = this.#panes[number as SideNumber];
      pane.element.hidden = side === undefined;
      pane.close.hidden = second === undefined;
      pane.element.classList.toggle('is-active', second !== undefined && number === this.#active);
      if (side) pane.update(side.publication, side.document);
    }
    this.#together.isOn = second !== undefined;
    setAttribute(this.#besideButton, 'aria-pressed', String(second !== undefined));
    this.#besideButton.disabled = !first || (!second && !besideOf(first));
    this.#list.update(state, this.#sides);
    this.#problems.update(
      state,
      [first, second].flatMap((side) => (side ? [side.document] : [])),
    );
    this.#thumbnails.update(this.#pages);
  }

  /** Other pages are there than before. */
  #shown(number: SideNumber): void {
    this.#together.align();
    if (number !== this.#active) return;
    this.#thumbnails.update(this.#pages);
    this.#search.use(this.#pages);
  }

  #activate(number: SideNumber): void {
    if (number === this.#active) return;
    this.#active = number;
    this.#search.use(this.#pages);
    this.#render();
  }

  #open(id: string, number: SideNumber): void {
    this.#sides = number === 0 ? [id, this.#sides[1]] : [this.#sides[0], id];
    this.#render();
  }

  #openFromList(id: string, beside: boolean): void {
    this.#open(id, beside ? (this.#sides[1] !== undefined && this.#active === 1 ? 0 : 1) : this.#active);
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
    this.#active = 0;
    this.#render();
    this.#search.use(this.#pages);
    this.#pages.element.focus();
  }

  #goToPage(page: number): void {
    this.#together.lead(this.#pages);
    this.#pages.goTo({ page, fraction: 0 });
    this.#frame.closeOverlay();
  }

  /** @param keep what stays where it is, px from the top of the view */
  #setZoom(zoom: Zoom, keep = 0): void {
    this.#zoom = zoom;
    keepSettings({ zoom });
    this.#together.lead(this.#pages);
    for (const { pages } of this.#panes) pages.zoom(zoom, pages === this.#pages ? keep : 0);
  }

  #wheel(event: WheelEvent, { pages }: Pane): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.#setZoom(
      turned(pages.scale, event.deltaY),
      event.clientY - pages.element.getBoundingClientRect().top,
    );
  }

  #key(event: KeyboardEvent): void {
    if (this.#help.element.open) return;
    const pane = this.#panes[this.#active];
    const action = actionOf(event, {
      search: () => this.#search.focus(),
      step: (by) => this.#search.step(by),
      zoomStep: (up) => this.#setZoom(stepped(pane.pages.scale, up)),
      fit: (zoom) => this.#setZoom(zoom),
      print: () => pane.print(),
      help: () => this.#help.open(),
      part: (by) => this.#moveToPart(by),
      block: (by) => {
        this.#together.lead(pane.pages);
        pane.blocks.move(by);
      },
      source: () => pane.focusSource(),
      escape: () => pane.blocks.choose(undefined),
    });
    if (!action) return;
    event.preventDefault();
    action();
  }

  /** To the next part of the window, round and round: the list, the sides, what is wrong. */
  #moveToPart(by: 1 | -1): void {
    const parts: { readonly element: HTMLElement; readonly focus: () => void }[] = [
      ...(this.#frame.isSideOpen ? [this.#list] : []),
      ...this.#panes.flatMap(({ element, pages }) =>
        element.hidden ? [] : [{ element, focus: () => pages.element.focus() }],
      ),
      ...(this.#problems.element.hidden ? [] : [this.#problems]),
    ];
    const at = parts.findIndex(({ element }) => element.contains(document.activeElement));
    parts[at < 0 ? 0 : (at + by + parts.length) % parts.length]?.focus();
  }
}
