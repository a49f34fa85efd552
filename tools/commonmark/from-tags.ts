/** The structure of a composed document: its tag tree, with the text of each element in its place. */
import type { DocumentDefinition, Node, TextNode } from '../../src/document/nodes.ts';
import type { StructureElement } from '../../src/document/tags.ts';
import { linkSays } from './html-inlines.ts';
import { BREAK, codeLines, inline, outline, type Piece } from './outline.ts';

/** Everything after the title, which is the first element of every document. */
export function actualOf({ content, structure }: DocumentDefinition): readonly Piece[] {
  const texts = new Map<StructureElement, TextNode>();
  for (const text of textsIn(content)) if (text.owner) texts.set(text.owner, text);
  return structure.children.slice(1).map((element) => outlineOf(element, texts));
}

function* textsIn(node: Node): Generator<TextNode> {
  if ('spans' in node) yield node;
  for (const inner of childrenOf(node)) yield* textsIn(inner);
}

function childrenOf(node: Node): readonly Node[] {
  if ('list' in node) return [...node.list.markers, ...node.stack];
  if ('stack' in node) return node.stack;
  if ('columns' in node) return node.columns;
  if ('table' in node) return node.table.body.flat();
  return [];
}

function outlineOf(element: StructureElement, texts: ReadonlyMap<StructureElement, TextNode>): Piece {
  const text = texts.get(element);
  const children = text
    ? textPieces(text, element)
    : element.children.map((child) => outlineOf(child, texts));
  const align = text && element.role.startsWith('T') ? text.paragraph.align : 'start';
  return outline(element.role, children, align === 'start' ? saidOf(element) : align);
}

function saidOf({ link, alt, listNumbering }: StructureElement): string | undefined {
  if (link) return linkSays(link.href, link.contents);
  return alt === undefined ? listNumbering : JSON.stringify(alt);
}

/** The text of a paragraph, heading or cell: each run in the elements it is in, in the order of the runs. */
function textPieces({ spans, groups }: TextNode, owner: StructureElement): Piece[] {
  const inside = new Map<StructureElement, (Piece | StructureElement)[]>([[owner, []]]);
  const place = (element: StructureElement): (Piece | StructureElement)[] => {
    const known = inside.get(element);
    if (known) return known;
    const own: (Piece | StructureElement)[] = [];
    inside.set(element, own);
    if (element.parent) place(element.parent).push(element);
    return own;
  };
  for (const { text, element, group, style, isolate } of spans) {
    const key = element ?? group;
    const own = (key !== undefined && groups?.get(key)) || owner;
    const within = place(own);
    const words = text.replaceAll('\u2028', BREAK).replaceAll('\ufffc', '');
    // Code among words is isolated from them, a block of code is alone.
    if (own.role === 'Code' && isolate === undefined) within.push(codeLines(words.split(BREAK)));
    else within.push(style.strike ? inline('Deleted', [words]) : words);
  }
  const written = (element: StructureElement): Piece[] =>
    inside
      .get(element)!
      .map((piece) =>
        typeof piece === 'string' || 'tag' in piece
          ? piece
          : inline(piece.role, written(piece), saidOf(piece)),
      );
  return written(owner);
}
