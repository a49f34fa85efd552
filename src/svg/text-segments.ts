/** The letters of a text element in stretches of one look, with the places that are told for them. */
import { isElement, type SvgElement } from './element.ts';
import { ANY_LENGTH, readLength, readNumbers } from './numbers.ts';
import type { ComputedStyle } from './properties.ts';
import type { SvgContext, SvgScope } from './scope.ts';

/** Letters one by one, each with a place of its own, make a mark each. */
const MOST_LETTERS = 20_000;

type List = 'x' | 'y' | 'dx' | 'dy';

/** Places that an element tells for its first letters. */
interface Places {
  readonly values: Readonly<Partial<Record<List, readonly number[]>>>;
  index: number;
}

/** Letters with one look that stand one after another. */
export interface Segment {
  text: string;
  readonly style: ComputedStyle;
  readonly lang: string | undefined;
  readonly at: number;
  readonly x: number | undefined;
  readonly y: number | undefined;
  readonly dx: number;
  readonly dy: number;
}

export class SegmentGatherer {
  readonly #context: SvgContext;
  readonly #scope: SvgScope;
  readonly #segments: Segment[] = [];
  /** White space was the last thing that was read. */
  #afterSpace = true;

  constructor(context: SvgContext, scope: SvgScope) {
    this.#context = context;
    this.#scope = scope;
  }

  add(element: SvgElement, style: ComputedStyle, outer: readonly Places[], lang: string | undefined): void {
    const places = [...outer, { values: this.#placesOf(element, style), index: 0 }];
    const own = element.attributes.get('xml:lang')?.value ?? element.attributes.get('lang')?.value ?? lang;
    const keepsSpace =
      element.attributes.get('xml:space')?.value === 'preserve' ||
      /^(pre|break-spaces)/.test(style['white-space']);
    for (const child of element.children) {
      if (!isElement(child)) this.#addText(child.text, child.at, style, places, own, keepsSpace);
      else if (child.name === 'tspan' || child.name === 'a') {
        const inner = this.#context.cascade.styleOf(child, style, this.#scope.viewport);
        if (inner.display !== 'none') this.add(child, inner, places, own);
      }
    }
  }

  /** The segments, without the white space that ends the text. */
  segments(): readonly Segment[] {
    const last = this.#segments[this.#segments.length - 1];
    if (last && this.#afterSpace) last.text = last.text.replace(/ $/, '');
    return this.#segments.filter(({ text }) => text !== '');
  }

  #placesOf(element: SvgElement, style: ComputedStyle): Places['values'] {
    const values: Partial<Record<List, readonly number[]>> = {};
    const measures = { fontSize: style['font-size'], viewport: this.#scope.viewport };
    for (const name of ['x', 'y', 'dx', 'dy'] as const) {
      const attribute = element.attributes.get(name);
      if (!attribute) continue;
      const axis = name.endsWith('x') ? 'x' : 'y';
      const lengths = attribute.value
        .split(/[\s,]+/)
        .filter(Boolean)
        .map((part) => readLength(part, measures, axis));
      if (lengths.includes(undefined))
        this.#context.reader.badValue(name, attribute.value, attribute.at, ANY_LENGTH);
      else values[name] = lengths as number[];
    }
    const turned = element.attributes.get('rotate');
    if (turned && readNumbers(turned.value)?.some((angle) => angle !== 0))
      this.#context.reader.warn(
        'svg-element',
        turned.at,
        6,
        'letters are not turned one by one',
        'turn the text into paths in your drawing program',
      );
    return values;
  }

  #addText(
    text: string,
    at: number,
    style: ComputedStyle,
    places: readonly Places[],
    lang: string | undefined,
    keepsSpace: boolean,
  ): void {
    let run: Segment | undefined;
    let offset = 0;
    for (const letter of text) {
      const isSpace = /[\s]/.test(letter);
      const shown = isSpace ? ' ' : letter;
      const from = at + offset;
      offset += letter.length;
      if (isSpace && !keepsSpace && this.#afterSpace) continue;
      this.#afterSpace = isSpace && !keepsSpace;
      const told = tell(places);
      if (!run || told) {
        this.#checkCount(from);
        run = {
          text: '',
          style,
          lang,
          at: from,
          x: told?.x,
          y: told?.y,
          dx: told?.dx ?? 0,
          dy: told?.dy ?? 0,
        };
        this.#segments.push(run);
      }
      run.text += shown;
    }
  }

  #checkCount(at: number): void {
    if (this.#segments.length % MOST_LETTERS === MOST_LETTERS - 1) this.#context.reader.countMark(at);
  }
}

/** The place of the next letter, by the innermost element that tells one; all of them count it. */
function tell(places: readonly Places[]): { x?: number; y?: number; dx?: number; dy?: number } | undefined {
  const told: { x?: number; y?: number; dx?: number; dy?: number } = {};
  for (const { values, index } of places)
    for (const name of ['x', 'y', 'dx', 'dy'] as const) {
      const value = values[name]?.[index];
      if (value !== undefined) told[name] = value;
    }
  for (const place of places) place.index++;
  return Object.keys(told).length > 0 ? told : undefined;
}
