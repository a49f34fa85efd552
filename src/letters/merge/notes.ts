/** Footnotes of a letter that has lost some of its sentences: those that are still called, numbered as they are called. */
import type { Block, Edition, Inline } from '../../content/edition.ts';
import { inlinesIn } from '../../content/walk.ts';

/** The edition with the notes that its text calls, and no others. */
export function keepCalledNotes(edition: Edition): Edition {
  const order: number[] = [];
  const gather = (blocks: readonly Block[]): void => {
    for (const inline of inlinesIn(blocks))
      if (inline.type === 'footnote-reference' && !order.includes(inline.index)) order.push(inline.index);
  };
  gather(edition.body);
  // Notes may call notes, so the list grows while it is walked.
  for (let at = 0; at < order.length; at++) gather(edition.footnotes[order[at]!]?.children ?? []);
  const same = order.length === edition.footnotes.length && order.every((index, at) => index === at);
  if (same) return edition;
  const numbers = new Map(order.map((index, at) => [index, at]));
  const footnotes = order.flatMap((index) => edition.footnotes[index] ?? []);
  return {
    ...edition,
    body: renumbered(edition.body, numbers),
    footnotes: footnotes.map((note) => ({ ...note, children: renumbered(note.children, numbers) })),
  };
}

/** The same tree, with other numbers in its calls. */
function renumbered<T>(tree: T, numbers: ReadonlyMap<number, number>): T {
  if (Array.isArray(tree)) return tree.map((item: unknown) => renumbered(item, numbers)) as T;
  if (typeof tree !== 'object' || tree === null) return tree;
  if (isCall(tree)) return { ...tree, index: numbers.get(tree.index) ?? tree.index };
  return Object.fromEntries(
    Object.entries(tree).map(([name, value]) => [name, name === 'span' ? value : renumbered(value, numbers)]),
  ) as T;
}

type Call = Extract<Inline, { readonly type: 'footnote-reference' }>;

function isCall(node: object): node is Call {
  return 'type' in node && node.type === 'footnote-reference';
}
