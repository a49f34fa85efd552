/** The paper of a document, and what is printed in its margins and behind its pages. */
import type { DocumentDefinition, Node } from '../document/nodes.ts';
import type { MarkupElement, MarkupNode } from '../template/markup/markup-tree.ts';
import { flowNodes } from './from-markup/markup-flow.ts';
import type { Scope } from './scope.ts';

type Attributes = MarkupElement<'document'>['attributes'];

/** ISO 216 and North American sheets, pt. */
const PAGE_SIZES: Readonly<Record<NonNullable<Attributes['page-size']>, readonly [number, number]>> = {
  A3: [841.89, 1190.55],
  A4: [595.28, 841.89],
  A5: [419.53, 595.28],
  A6: [297.64, 419.53],
  Letter: [612, 792],
  Legal: [612, 1008],
};

/** Size and margins of the pages. */
export function pageOf(attributes: Attributes): Pick<DocumentDefinition, 'pageSize' | 'pageMargins'> {
  const [top, end, bottom, start] = attributes.margin;
  const [width, height] = PAGE_SIZES[attributes['page-size'] ?? 'A4'];
  const landscape = attributes.orientation === 'landscape';
  return {
    pageSize: landscape ? { width: height, height: width } : { width, height },
    pageMargins: { left: start, top, right: end, bottom },
  };
}

type Marginal = MarkupElement<'header' | 'footer' | 'background'>;

function isMarginal(node: MarkupNode): node is Marginal {
  return node.type === 'element' && ['header', 'footer', 'background'].includes(node.name);
}

/** What flows over the pages. */
export function flowOf(children: readonly MarkupNode[]): readonly MarkupNode[] {
  return children.filter((child) => !isMarginal(child));
}

/** Headers, footers and backgrounds, made for each page when its number is known. They are outside the tag tree. */
export function marginalsOf(
  children: readonly MarkupNode[],
  scope: Scope,
): Pick<DocumentDefinition, 'header' | 'footer' | 'background'> {
  const make = (name: Marginal['name']) => {
    const parts = children.filter(isMarginal).filter((part) => part.name === name);
    if (parts.length === 0) return {};
    const nodeFor = (page: number, pages = 0): Node | undefined => {
      const shown = parts.filter((part) => isShown(part, page));
      const inner: Scope = { ...scope, page: { number: page, count: pages } };
      const [first] = shown;
      return first && { stack: shown.map((part) => marginalNode(part, inner)), source: first.span };
    };
    return { [name]: nodeFor };
  };
  return { ...make('header'), ...make('footer'), ...make('background') };
}

function isShown({ attributes: { pages } }: Marginal, page: number): boolean {
  return pages === 'first' ? page === 1 : pages === 'rest' ? page > 1 : true;
}

function marginalNode(part: Marginal, scope: Scope): Node {
  const margin = part.name === 'background' ? undefined : part.attributes.margin;
  const [top, end, bottom, start] = margin ?? [0, 0, 0, 0];
  return { stack: flowNodes(part.children, scope), margin: [start, top, end, bottom] };
}
