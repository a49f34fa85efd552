/**
 * The pages of a document, one below the other. Only those near the view are drawn, the nearest first; when a newer PDF
 * comes, only those on which something else is painted, where nobody sees it, and all that are in view are changed in one
 * step. The place stays.
 */
import type { Anchor, PreviewPage } from '../../protocol.ts';
import { make } from '../dom/element.ts';
import { type Drawing, drawPage } from '../pdf/draw-page.ts';
import type { OpenPdf } from '../pdf/open-pdf.ts';
import { matchPages } from './match-pages.ts';
import { nextToDraw } from './near-view.ts';
import { type PageTops, type Place, placeAt, scrollTo } from './place.ts';
import { Sheet } from './sheet.ts';
import { scaleOf, type Zoom } from './zoom.ts';

/** A document that can be shown. */
export interface Shown {
  readonly id: string;
  readonly lang: string;
  readonly digest: string;
  /** Of what its anchors are from; empty when that could not be read. */
  readonly texts: string;
  readonly pdf: OpenPdf;
  readonly pages: readonly PreviewPage[];
  readonly anchors: readonly Anchor[];
}

/** px around the pages; as in pages.css. */
const AROUND = 16;

export class PagesView {
  readonly element = make('div', { class: 'pages', tabindex: '0', role: 'region' });
  readonly #sheetsElement = make('div', { class: 'sheets', dir: 'ltr' });
  sheets: readonly Sheet[] = [];
  shown: Shown | undefined;
  /** px for each pt */
  scale = 1;
  #zoom: Zoom = 'width';
  #isDrawing = false;
  readonly #listeners: { readonly drawn: ((sheet: Sheet) => void)[]; readonly laidOut: (() => void)[] } = {
    drawn: [],
    laidOut: [],
  };

  constructor() {
    this.element.append(this.#sheetsElement);
    this.element.addEventListener('scroll', () => this.#draw(), { passive: true });
    // A side that is hidden has no size.
    new ResizeObserver(() => {
      if (this.element.clientWidth > 0) this.zoom(this.#zoom);
    }).observe(this.element);
  }

  onDrawn(listener: (sheet: Sheet) => void): void {
    this.#listeners.drawn.push(listener);
  }

  /** After pages have got other sizes or places. */
  onLaidOut(listener: () => void): void {
    this.#listeners.laidOut.push(listener);
  }

  /** @param keep what stays where it is in the view, px from its top: the place that is read, or where the pointer is */
  zoom(zoom: Zoom, keep = 0): void {
    const scroll = this.element.scrollTop + keep;
    const place = placeAt(scroll, this.element.clientHeight, this.tops(), []);
    this.#zoom = zoom;
    this.#layOut();
    this.element.scrollTop = scrollTo(place, this.tops(), []) - keep;
    this.#changed();
  }

  tops(): PageTops {
    return {
      tops: this.sheets.map(({ element }) => element.offsetTop),
      heights: this.sheets.map(({ element }) => element.offsetHeight),
      scale: this.scale,
    };
  }

  place(): Place {
    const { scrollTop, clientHeight } = this.element;
    return placeAt(scrollTop, clientHeight, this.tops(), this.shown?.anchors ?? []);
  }

  goTo(place: Place): void {
    this.element.scrollTop = scrollTo(place, this.tops(), this.shown?.anchors ?? []);
  }

  /** The page in the middle of the view, from 0. */
  currentPage(): number {
    const middle = this.element.scrollTop + this.element.clientHeight / 2;
    return Math.max(
      0,
      this.tops().tops.findLastIndex((top) => top <= middle),
    );
  }

  /** Changes what is shown to a newer PDF or another document; undefined empties the view. */
  async show(next: Shown | undefined): Promise<void> {
    if (next && next.pdf === this.shown?.pdf) {
      // Only its blocks are others.
      this.shown = next;
      return;
    }
    const stay = matchPages(
      this.sheets.map(({ page }) => page.digest),
      next?.pages.map(({ digest }) => digest) ?? [],
    );
    const drawings = next ? await this.#drawBehind(next, stay) : new Map<number, Drawing>();
    const place = this.place();
    const before = this.sheets;
    this.sheets = (next?.pages ?? []).map((page, index) => {
      const kept = stay[index] ?? (stay.includes(index) ? undefined : index);
      const sheet = (kept === undefined ? undefined : before[kept]) ?? new Sheet(page);
      sheet.page = page;
      return sheet;
    });
    for (const sheet of before) if (!this.sheets.includes(sheet)) sheet.clear();
    const old = this.shown?.pdf;
    this.shown = next;
    this.#arrange();
    for (const [index, drawing] of drawings) this.sheets[index]!.put(drawing);
    this.#layOut();
    this.goTo(place);
    for (const index of drawings.keys()) this.#tellDrawn(this.sheets[index]!);
    this.#changed();
    old?.close();
  }

  /** Draws what will be in view and is not there yet. */
  async #drawBehind(next: Shown, stay: readonly (number | undefined)[]): Promise<Map<number, Drawing>> {
    const first = this.sheets.length === 0 ? 0 : this.place().page;
    if (this.sheets.length === 0) this.scale = this.#scaleFor(next.pages);
    const drawings = new Map<number, Drawing>();
    const seen = Math.ceil(this.element.clientHeight / (this.sheets[first]?.element.offsetHeight || 1_000));
    for (let index = first; index <= Math.min(first + seen, next.pages.length - 1); index++) {
      if (stay[index] !== undefined) continue;
      const drawing = await drawPage(next.pdf, index, this.scale);
      if (drawing) drawings.set(index, drawing);
    }
    return drawings;
  }

  /** Puts the sheets into their order; those that are there already are not taken out, so that nothing flashes. */
  #arrange(): void {
    const wanted = new Set<Element>(this.sheets.map(({ element }) => element));
    for (const child of [...this.#sheetsElement.children]) if (!wanted.has(child)) child.remove();
    for (const [index, { element }] of this.sheets.entries()) {
      const there = this.#sheetsElement.children[index];
      if (there !== element) this.#sheetsElement.insertBefore(element, there ?? null);
    }
    this.#sheetsElement.lang = this.shown?.lang ?? '';
  }

  #scaleFor(pages: readonly PreviewPage[]): number {
    const widest = pages.reduce((most, { width }) => Math.max(most, width), 1);
    const highest = pages.reduce((most, { height }) => Math.max(most, height), 1);
    const { clientWidth, clientHeight } = this.element;
    const room = { width: clientWidth - 2 * AROUND, height: clientHeight - 2 * AROUND };
    return scaleOf(this.#zoom, { width: widest, height: highest }, room);
  }

  #layOut(): void {
    this.scale = this.#scaleFor(this.sheets.map(({ page }) => page));
    this.#sheetsElement.style.setProperty('--total-scale-factor', String(this.scale));
    for (const sheet of this.sheets) sheet.resize(this.scale);
  }

  #changed(): void {
    for (const listener of this.#listeners.laidOut) listener();
    this.#draw();
  }

  #tellDrawn(sheet: Sheet): void {
    for (const listener of this.#listeners.drawn) listener(sheet);
  }

  /** Draws what is near the view and is not as it should be, one page after another, and clears what is far. */
  async #draw(): Promise<void> {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    const next = (): Sheet | undefined => nextToDraw(this.sheets, this.element, this.scale);
    for (let sheet = next(); sheet; sheet = next()) {
      const { shown } = this;
      const { digest } = sheet.page;
      try {
        const drawing = shown && (await drawPage(shown.pdf, this.sheets.indexOf(sheet), this.scale));
        if (drawing && sheet.page.digest === digest) {
          sheet.put(drawing);
          this.#tellDrawn(sheet);
        }
      } catch (error) {
        // A PDF that is closed because a newer one has come draws no more.
        if (this.shown === shown) console.error(error);
        if (this.shown === shown) break;
      }
    }
    this.#isDrawing = false;
  }
}
