/** Paragraphs, headings and single lines: text nodes with their element in the tag tree. */
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { Node, TextNode } from '../../document/nodes.ts';
import { elementIn, type Role, type StructureElement } from '../../document/tags.ts';
import { paragraphStyle, type Scope } from '../scope.ts';
import { frameOf, type Own, type Styled } from '../styled.ts';
import { pictureNode } from './pictures.ts';
import { type InlineContent, SpanBuilder } from './spans.ts';

/** A paragraph under an element of its own, and the pictures called in it. */
export function paragraph(styled: Styled, role: Role, content: InlineContent, own: Own = {}): Node[] {
  const { scope } = styled;
  const owner = elementIn(scope, role);
  return withPictures(scope, owner, content, (node) => ({ ...node, ...frameOf(styled, own) }));
}

export interface HeadingInput {
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  /** Its words, for the bookmarks of a reader. */
  readonly title: string;
  readonly source: SourceSpan;
  readonly content: InlineContent;
  readonly own?: Own;
}

/** A heading: it is a bookmark, and stays with what follows it unless its style says otherwise. */
export function heading(styled: Styled, { level, title, source, content, own }: HeadingInput): Node[] {
  const { scope } = styled;
  const owner = elementIn(scope, `H${level}`, { source });
  return withPictures(scope, owner, content, (node) => ({
    ...node,
    ...frameOf(styled, { keepWithNext: true, ...own }),
    ...(owner && { outline: { level, title } }),
  }));
}

/** Text that belongs to an element made before: a marker, a cell. */
export function textIn(scope: Scope, owner: StructureElement | undefined, content: InlineContent): Node[] {
  return withPictures(scope, owner, content, (node) => node);
}

/** One line of text, which holds no picture. */
export function lineOf(
  scope: Scope,
  owner: StructureElement | undefined,
  text: string,
  source: SourceSpan,
): TextNode {
  const spans = new SpanBuilder(owner);
  spans.text(text, { scope, around: {} }, source);
  return textNode(spans, scope, owner);
}

function withPictures(
  scope: Scope,
  owner: StructureElement | undefined,
  content: InlineContent,
  finish: (node: TextNode) => TextNode,
): Node[] {
  const spans = new SpanBuilder(owner);
  content(spans, { scope, around: {} });
  const node = textNode(spans, scope, owner);
  const pictures = spans.pictures.flatMap(({ path, alt }) => pictureNode(scope, path, { alt }));
  return node.spans.length > 0 || pictures.length === 0 ? [finish(node), ...pictures] : pictures;
}

/** A text node from gathered spans. */
export function textNode(spans: SpanBuilder, scope: Scope, owner: StructureElement | undefined): TextNode {
  for (const note of spans.notes) scope.environment.callNote?.(note, scope);
  return {
    spans: spans.finish(),
    paragraph: paragraphStyle(scope),
    ...(owner && { owner }),
    ...(spans.groups.size > 0 && { groups: spans.groups }),
  };
}
