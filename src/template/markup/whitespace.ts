/**
 * White space in layout markup: runs of it become one space, and none stays at the edges of a paragraph or
 * beside a line break, as in HTML (CSS Text 3, 4.1.1 and 4.1.2). No-break spaces are text, not white space.
 */
import type { MarkupNode, MarkupText } from './markup-tree.ts';

const BLANK = /^[ \t\r\n\f]*$/;

export function isBlank(text: string): boolean {
  return BLANK.test(text);
}

/** The content of one paragraph with its white space collapsed, across elements inside it. */
export function collapseWhitespace(nodes: readonly MarkupNode[]): readonly MarkupNode[] {
  // A space is held back until something that prints comes after it; so it can neither double nor trail.
  const state: Collapse = { pending: undefined, atEdge: true };
  return prune(collapse(nodes, state));
}

function prune(nodes: readonly MarkupNode[]): MarkupNode[] {
  return nodes
    .filter((node) => node.type !== 'text' || node.text !== '')
    .map((node) => (node.type === 'element' ? { ...node, children: prune(node.children) } : node));
}

interface Collapse {
  /** The text that ends with a space not yet known to be needed. */
  pending: { text: string } | undefined;
  /** True at the start of a line, where a space prints nothing. */
  atEdge: boolean;
}

function collapse(nodes: readonly MarkupNode[], state: Collapse): MarkupNode[] {
  return nodes.map((node) => {
    if (node.type === 'text') return collapseText(node, state);
    if (node.type === 'element' && node.name === 'br') {
      state.pending = undefined;
      state.atEdge = true;
      return node;
    }
    if (node.type === 'element' && node.children.length > 0) {
      return { ...node, children: collapse(node.children, state) };
    }
    flush(state);
    return node;
  });
}

function collapseText(node: MarkupText, state: Collapse): MarkupText {
  const draft = { ...node, text: '' };
  for (const part of node.text.split(/([ \t\r\n\f]+)/)) {
    if (part === '') continue;
    if (BLANK.test(part)) {
      if (!state.atEdge) state.pending ??= draft;
    } else {
      flush(state);
      draft.text += part;
    }
  }
  return draft;
}

/** Something prints: write the space held back into the text it came from. */
function flush(state: Collapse): void {
  if (state.pending) state.pending.text += ' ';
  state.pending = undefined;
  state.atEdge = false;
}
