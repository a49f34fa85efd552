/**
 * Link annotations: over words and over pictures. A link is one annotation on each page that it is on, and one Link element;
 * where it runs over several lines the annotation has a quadrilateral for each (ISO 32000-1 12.5.6.5).
 */

import type { StructureElement } from '../document/tags.ts';
import type { LineItem, PictureItem } from '../typeset/page-item.ts';
import type { TaggedContent } from './tagged-content.ts';

/** In PDF's coordinates, pt. */
export type Area = readonly [left: number, bottom: number, right: number, top: number];

/** An area to a hundredth of a point, as it is written. */
export function rounded(area: Area): Area {
  const [left, bottom, right, top] = area.map((value) => Math.round(value * 100) / 100);
  return [left!, bottom!, right!, top!];
}

/** The links of one page, gathered while it is painted. */
export class PageLinks {
  readonly #areas = new Map<StructureElement, Area[]>();
  readonly #height: number;
  readonly #prefix: string;

  /**
   * @param height of the page, pt
   * @param prefix before the names of places in the part that the page is of
   */
  constructor(height: number, prefix = '') {
    this.#height = height;
    this.#prefix = prefix;
  }

  /** Takes in the links of a painted line: each is in one piece there, since it is isolated. */
  addLine({ line, x, baseline, groups }: LineItem): void {
    const { spans } = line.paragraph;
    const { size } = line.paragraph.style.style;
    const boxes = new Map<StructureElement, { left: number; right: number; rise: number }>();
    for (const fragment of line.fragments) {
      const { group, object } = spans[fragment.span]!;
      const element = linkAround(group === undefined ? undefined : groups?.get(group));
      if (!element) continue;
      const left = x + fragment.x;
      const right = left + fragment.width;
      const rise = Math.max(size, object ? object.height - object.depth : 0);
      const box = boxes.get(element) ?? { left, right, rise };
      boxes.set(element, {
        left: Math.min(box.left, left),
        right: Math.max(box.right, right),
        rise: Math.max(box.rise, rise),
      });
    }
    const bottom = this.#height - baseline;
    for (const [element, { left, right, rise }] of boxes)
      this.addArea(element, [left, bottom - size * 0.35, right, bottom + rise]);
  }

  /** Takes in a picture that stands for itself in a link. */
  addPicture(tag: PictureItem['tag'], area: Area): void {
    const element = typeof tag === 'string' ? undefined : linkAround(tag);
    if (element) this.addArea(element, area);
  }

  /** Takes in an area of the page that a Link is on. */
  addArea(element: StructureElement, area: Area): void {
    const before = this.#areas.get(element);
    if (before) before.push(rounded(area));
    else this.#areas.set(element, [rounded(area)]);
  }

  /** Puts the annotations on the page, which is painted. */
  annotate(tagged: TaggedContent): void {
    for (const [element, areas] of this.#areas)
      if (element.link) tagged.annotate(element, annotation(element.link, areas, this.#prefix));
  }
}

function annotation(
  { href, contents }: NonNullable<StructureElement['link']>,
  areas: readonly Area[],
  prefix: string,
): Record<string, unknown> {
  return {
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [
      Math.min(...areas.map(([left]) => left)),
      Math.min(...areas.map(([, bottom]) => bottom)),
      Math.max(...areas.map(([, , right]) => right)),
      Math.max(...areas.map(([, , , top]) => top)),
    ],
    ...(areas.length > 1 && { QuadPoints: areas.flatMap(quadrilateral) }),
    Border: [0, 0, 0],
    F: 4,
    // ISO 14289-1 7.18.5: a link annotation says in words where it leads.
    Contents: new String(contents),
    ...(href.startsWith('#')
      ? { Dest: new String(prefix + href.slice(1)) }
      : { A: { Type: 'Action', S: 'URI', URI: new String(encodeURI(decodeSafe(href))) } }),
  };
}

/** The corners in the order that readers expect, upper ones first: they do not go round as the standard has it. */
function quadrilateral([left, bottom, right, top]: Area): number[] {
  return [left, top, right, top, left, bottom, right, bottom];
}

/** The Link that an element is in: words of another language in a link have an element of their own. */
function linkAround(element: StructureElement | undefined): StructureElement | undefined {
  return !element || element.role === 'Link' ? element : linkAround(element.parent);
}

/** An address may come percent-encoded or not; it goes into the file encoded once. */
function decodeSafe(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}
