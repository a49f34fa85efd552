/** Names that links lead to. A name of a list, a table or a box is that of the first line or picture in it. */
import type { Node } from '../document/nodes.ts';

/** The node with a name for the place where it begins. Empty space keeps none. */
export function named<N extends Node>(node: N, name: string | undefined): N {
  if (name === undefined) return node;
  const inFirst = <Inner extends Node>([first, ...rest]: readonly Inner[]): readonly Inner[] =>
    first ? [named(first, name), ...rest] : [];
  if ('stack' in node) return { ...node, stack: inFirst(node.stack) };
  if ('columns' in node) return { ...node, columns: inFirst(node.columns) };
  if ('table' in node) {
    const [head, ...rows] = node.table.body;
    return head ? { ...node, table: { ...node.table, body: [inFirst(head), ...rows] } } : node;
  }
  if ('canvas' in node || 'rule' in node || 'advanceTo' in node) return node;
  return { ...node, destinations: [name, ...(node.destinations ?? [])] };
}
