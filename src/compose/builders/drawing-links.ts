/** Links of a drawing, wherever it stands: elements of the tag tree, over which annotations are painted. */
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import { type StructureElement, structureElement } from '../../document/tags.ts';
import type { PictureContent } from '../pictures.ts';
import type { Scope } from '../scope.ts';

export interface LinkedDrawing {
  readonly content: PictureContent;
  readonly path: string;
  readonly span: SourceSpan;
}

/**
 * The Link elements of a picture, in the order of its links, as a node holds them. `parent` is what they belong to: its
 * Figure or, of one that only decorates, what is around it; there is none among artifacts. Those of a picture that stands
 * in a link are left out, and told.
 */
export function drawingLinks(
  { content, path, span }: LinkedDrawing,
  { environment: { report } }: Scope,
  parent: () => StructureElement | undefined,
): { readonly links?: readonly StructureElement[] } {
  if (!('drawing' in content) || content.drawing.links.length === 0) return {};
  const around = parent();
  if (around && !isInLink(around))
    return { links: content.drawing.links.map((link) => structureElement('Link', around, { link })) };
  const place = around ? 'in a link itself' : 'in a header or footer';
  report.warning('link-dead', span, `the links in "${path}" cannot be followed: it stands ${place}`, {
    hint: around ? 'take the link around it away, or those in it' : 'put it into the text of the page',
  });
  return {};
}

function isInLink(element: StructureElement): boolean {
  return element.role === 'Link' || (element.parent !== undefined && isInLink(element.parent));
}
