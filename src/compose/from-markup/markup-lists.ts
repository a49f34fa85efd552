/** `<ul>` and `<ol>` with their items. */
import type { Node, StackNode } from '../../document/nodes.ts';
import type { MarkupElement } from '../../template/markup/markup-tree.ts';
import { list } from '../builders/list.ts';
import type { Scope } from '../scope.ts';
import { frameOf } from '../styled.ts';
import { isLine } from './markup-inlines.ts';
import { type Flow, ownOf, styledElement } from './markup-look.ts';

export function listElement(element: MarkupElement<'ul' | 'ol'>, outer: Scope, flow: Flow): Node {
  const items = element.children.filter(
    (child): child is MarkupElement<'item'> => child.type === 'element' && child.name === 'item',
  );
  const { start = 1, marker } =
    element.name === 'ol' ? element.attributes : ({} as MarkupElement<'ol'>['attributes']);
  const input = {
    ordered: element.name === 'ol',
    start,
    tight: items.every(({ children }) => children.every(isLine) && children.length <= 1),
    ...(marker && { marker }),
    items: items.map((item) => (scope: Scope): StackNode => {
      const within = styledElement(item, scope);
      return { stack: flow(item.children, within.scope), ...frameOf(within, ownOf(item, scope)) };
    }),
  };
  return list(styledElement(element, outer), input, ownOf(element, outer));
}
