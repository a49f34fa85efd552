/** Draws the elements of an SVG file: what each comes to, after styles and references, as marks. */
import type { DrawingLink, Mark } from '../document/drawing.ts';
import { areaFactor, translation } from '../document/matrix.ts';
import type { Box } from '../document/path.ts';
import { isSafeUrl } from '../document/safe-url.ts';
import { drawBitmap } from './bitmaps.ts';
import type { Cascade } from './cascade.ts';
import { drawShape } from './draw-shape.ts';
import { elementsIn, type SvgElement, textIn } from './element.ts';
import { boxOf } from './extents.ts';
import { blendOf, grouped } from './group.ts';
import type { SvgReader } from './reader.ts';
import {
  type Drawn,
  lengthOf,
  NOTHING,
  type SvgContext,
  type SvgScope,
  shorten,
  showsOverflow,
  sizeOf,
  transformOf,
  usedBy,
  within,
} from './scope.ts';
import { SHAPES } from './shapes.ts';
import { drawText } from './text.ts';
import { clipped, fit, viewBoxOf } from './viewport.ts';

export class SvgDrawer implements SvgContext {
  readonly links: DrawingLink[] = [];
  readonly reader: SvgReader;
  readonly cascade: Cascade;
  readonly ids: ReadonlyMap<string, SvgElement>;
  readonly unit: number;
  /** Elements so far whose colours mix with those below them. */
  #blended = 0;

  constructor(reader: SvgReader, cascade: Cascade, ids: ReadonlyMap<string, SvgElement>, unit: number) {
    this.reader = reader;
    this.cascade = cascade;
    this.ids = ids;
    this.unit = unit;
  }

  drawChildren(element: SvgElement, scope: SvgScope): Drawn {
    const marks: Mark[] = [];
    for (const child of elementsIn(element))
      for (const mark of this.draw(child, scope).marks) marks.push(mark);
    return { marks, box: undefined };
  }

  /** What is in the root, which is the one element that stands in no other. */
  drawRoot(root: SvgElement, scope: SvgScope): readonly Mark[] {
    if (scope.style.display === 'none') return [];
    return this.#wrapped(root, scope, () => this.drawChildren(root, scope)).marks;
  }

  draw(element: SvgElement, outer: SvgScope): Drawn {
    if (!DRAWS.has(element.name)) return NOTHING;
    this.reader.countMark(element.at);
    const style = this.cascade.styleOf(element, outer.style, outer.viewport);
    if (style.display === 'none' || style.opacity === 0) return NOTHING;
    const own = transformOf(this, element, 'transform', style.transform);
    const scope = within({ ...outer, style }, own);
    if (scope.matrix.some((value) => !(Math.abs(value) <= LARGEST_FACTOR))) {
      this.reader.error(
        'svg-value',
        element.at,
        1,
        'the transformations of this element make it larger than any page',
      );
      return NOTHING;
    }
    // What is made flat takes no room on paper.
    if (areaFactor(scope.matrix) < LEAST_AREA) return NOTHING;
    return this.#wrapped(element, scope, () => this.#content(element, scope));
  }

  #content(element: SvgElement, scope: SvgScope): Drawn {
    if (SHAPES.has(element.name)) return drawShape(this, element, scope);
    switch (element.name) {
      case 'g':
        return this.drawChildren(element, scope);
      case 'a':
        return this.#drawLink(element, scope);
      case 'switch': {
        const chosen = elementsIn(element).find(isChosen);
        return chosen ? this.draw(chosen, scope) : NOTHING;
      }
      case 'use':
        return this.#drawUse(element, scope);
      case 'svg':
        return this.#drawViewport(element, scope, undefined);
      case 'image':
        return scope.style.visibility === 'visible' ? drawBitmap(this, element, scope) : NOTHING;
      case 'text':
        return drawText(this, element, scope);
      default:
        return NOTHING;
    }
  }

  #drawLink(element: SvgElement, scope: SvgScope): Drawn {
    const drawn = this.drawChildren(element, scope);
    const href = element.attributes.get('href');
    if (!href) return drawn;
    const url = href.value.trim();
    if (!isSafeUrl(url)) {
      this.reader.error(
        'link-unsafe',
        href.at,
        4,
        `a drawing cannot link to "${shorten(url)}"`,
        'links go to http, https, mailto and tel addresses',
      );
      return drawn;
    }
    const box = boxOf(drawn.marks);
    const title = elementsIn(element).find(({ name }) => name === 'title');
    const words = (element.attributes.get('title')?.value ?? textIn(title ?? element))
      .replace(/\s+/g, ' ')
      .trim();
    if (box) this.links.push({ href: url, contents: words || url, box });
    return drawn;
  }

  #drawUse(element: SvgElement, scope: SvgScope): Drawn {
    const used = usedBy(this, element, scope, [...DRAWS, 'symbol']);
    if (!used) return NOTHING;
    const { target, placed } = used;
    if (target.name !== 'symbol' && target.name !== 'svg') {
      const { marks } = this.draw(target, placed);
      return { marks, box: undefined };
    }
    const style = this.cascade.styleOf(target, scope.style, scope.viewport);
    return this.#drawViewport(target, { ...placed, style }, element);
  }

  /** An `svg` inside another, or a `symbol`, in a viewport of its own; `use` may say how large it is. */
  #drawViewport(element: SvgElement, scope: SvgScope, use: SvgElement | undefined): Drawn {
    const size = (name: 'width' | 'height', axis: 'x' | 'y', whole: number) =>
      (use && sizeOf(this, use, name, axis, scope)) ?? sizeOf(this, element, name, axis, scope) ?? whole;
    const place: Box = [
      lengthOf(this, element, 'x', 'x', scope) ?? 0,
      lengthOf(this, element, 'y', 'y', scope) ?? 0,
      size('width', 'x', scope.viewport[0]),
      size('height', 'y', scope.viewport[1]),
    ];
    if (place[2] === 0 || place[3] === 0) return NOTHING;
    const viewBox = viewBoxOf(element, this.reader);
    const matrix = viewBox ? fit(viewBox, place, element).matrix : translation(place[0], place[1]);
    const viewport = viewBox ? ([viewBox[2], viewBox[3]] as const) : ([place[2], place[3]] as const);
    const { marks } = this.drawChildren(element, { ...within(scope, matrix), viewport });
    if (marks.length === 0 || showsOverflow(scope.style)) return { marks, box: undefined };
    return { marks: [clipped(marks, place, scope.matrix)], box: place };
  }

  /** What an element holds, with the effects of its style on all of it. */
  #wrapped(element: SvgElement, scope: SvgScope, content: () => Drawn): Drawn {
    const before = this.#blended;
    const drawn = content();
    const mixes = this.#blended > before;
    const blend = blendOf(this.reader, element, scope.style);
    if (blend) this.#blended++;
    return grouped(this, element, scope, drawn, { blend, mixes });
  }
}

const LARGEST_FACTOR = 1e7;
const LEAST_AREA = 1e-12;

/** Elements that are drawn where they stand. */
const DRAWS = new Set([...SHAPES, 'g', 'a', 'switch', 'use', 'svg', 'image', 'text']);

/** The first element of a `switch` that asks for nothing that programs have of their own. */
function isChosen({ name, attributes }: SvgElement): boolean {
  return DRAWS.has(name) && !attributes.get('requiredExtensions')?.value && !attributes.has('systemLanguage');
}
