/**
 * Link annotations: over words and over pictures. A link that runs over two lines is one Link element with an annotation on
 * each line.
 */

import type { StructureElement } from '../document/tags.ts';
import type { LineItem, PictureItem } from '../typeset/page-item.ts';
import type { TaggedContent } from './tagged-content.ts';

interface LinkBox {
  readonly href: string;
  readonly group: number | undefined;
  left: number;
  right: number;
  /** Highest point above the baseline. */
  rise: number;
}

/** Puts annotations over the links of a painted line on a page `height` pt high. */
export function paintLinks(
  tagged: TaggedContent,
  { line, x, baseline, groups }: LineItem,
  height: number,
): void {
  const { spans } = line.paragraph;
  const { size } = line.paragraph.style.style;
  const boxes = new Map<string, LinkBox>();
  for (const fragment of line.fragments) {
    const { link, group, object } = spans[fragment.span]!;
    if (!link) continue;
    const key = `${group ?? ''} ${link}`;
    const left = x + fragment.x;
    const right = left + fragment.width;
    const rise = Math.max(size, object ? object.height - object.depth : 0);
    const box = boxes.get(key);
    if (box) {
      box.left = Math.min(box.left, left);
      box.right = Math.max(box.right, right);
      box.rise = Math.max(box.rise, rise);
    } else boxes.set(key, { href: link, group, left, right, rise });
  }
  for (const { href, group, left, right, rise } of boxes.values()) {
    const element = linkAround(group === undefined ? undefined : groups?.get(group));
    if (!element) continue;
    const bottom = height - baseline;
    annotate(tagged, element, href, [left, bottom - size * 0.35, right, bottom + rise]);
  }
}

/** Puts an annotation over a picture that stands for itself in a link, on a page `height` pt high. */
export function paintPictureLink(tagged: TaggedContent, item: PictureItem, height: number): void {
  if (typeof item.tag === 'string') return;
  const element = linkAround(item.tag);
  if (!element?.link) return;
  const top = height - item.y;
  annotate(tagged, element, element.link.href, [item.x, top - item.height, item.x + item.width, top]);
}

/** Puts an annotation over a link of a drawing; `rect` is in PDF's coordinates. */
export function paintLinkOver(
  tagged: TaggedContent,
  element: StructureElement,
  rect: readonly [left: number, bottom: number, right: number, top: number],
): void {
  if (element.link) annotate(tagged, element, element.link.href, rect);
}

function annotate(
  tagged: TaggedContent,
  element: StructureElement,
  href: string,
  rect: readonly [left: number, bottom: number, right: number, top: number],
): void {
  tagged.annotate(element, {
    Type: 'Annot',
    Subtype: 'Link',
    Rect: rect.map((value) => Math.round(value * 100) / 100),
    Border: [0, 0, 0],
    F: 4,
    // ISO 14289-1 7.18.5: a link annotation says in words where it leads.
    Contents: new String(element.link?.contents ?? href),
    ...(href.startsWith('#')
      ? { Dest: new String(href.slice(1)) }
      : { A: { Type: 'Action', S: 'URI', URI: new String(encodeURI(decodeSafe(href))) } }),
  });
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
