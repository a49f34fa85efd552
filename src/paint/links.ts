/**
 * Link annotations. A link that runs over two lines is one Link element with an annotation on each line.
 */

import type { StructureElement } from '../document/tags.ts';
import type { LineItem } from '../typeset/page-item.ts';
import type { TaggedContent } from './tagged-content.ts';

/** Puts annotations over the links of a painted line on a page `height` pt high. */
export function paintLinks(
  tagged: TaggedContent,
  { line, x, baseline, groups }: LineItem,
  height: number,
): void {
  const { spans } = line.paragraph;
  const boxes = new Map<string, { href: string; group: number | undefined; left: number; right: number }>();
  for (const fragment of line.fragments) {
    const { link, group } = spans[fragment.span]!;
    if (!link) continue;
    const key = `${group ?? ''} ${link}`;
    const left = x + fragment.x;
    const right = left + fragment.width;
    const box = boxes.get(key);
    if (box) {
      box.left = Math.min(box.left, left);
      box.right = Math.max(box.right, right);
    } else boxes.set(key, { href: link, group, left, right });
  }
  for (const { href, group, left, right } of boxes.values()) {
    const element = linkAround(group === undefined ? undefined : groups?.get(group));
    if (!element) continue;
    const { size } = line.paragraph.style.style;
    const rect = [left, height - baseline - size * 0.35, right, height - baseline + size].map(
      (value) => Math.round(value * 100) / 100,
    );
    tagged.annotate(element, {
      Type: 'Annot',
      Subtype: 'Link',
      Rect: rect,
      Border: [0, 0, 0],
      F: 4,
      // ISO 14289-1 7.18.5: a link annotation says in words where it leads.
      Contents: new String(element.link?.contents ?? href),
      ...(href.startsWith('#')
        ? { Dest: new String(href.slice(1)) }
        : { A: { Type: 'Action', S: 'URI', URI: new String(encodeURI(decodeSafe(href))) } }),
    });
  }
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
