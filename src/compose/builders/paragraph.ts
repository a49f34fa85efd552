/** Paragraphs, headings and single lines: text nodes with their element in the tag tree. */
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { TextNode } from '../../document/nodes.ts';
import { elementIn, type Role, type StructureElement } from '../../document/tags.ts';
import { paragraphStyle, type Scope } from '../scope.ts';
import { frameOf, type Own, type Styled } from '../styled.ts';
import { type InlineContent, SpanBuilder } from './spans.ts';

/** A paragraph under an element of its own. */
export function paragraph(styled: Styled, role: Role, content: InlineContent, own: Own = {}): TextNode {
  const owner = elementIn(styled.scope, role);
  return { ...textIn(styled.scope, owner, content), ...frameOf(styled, own) };
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
export function heading(styled: Styled, { level, title, source, content, own }: HeadingInput): TextNode {
  const owner = elementIn(styled.scope, `H${level}`, { source });
  return {
    ...textIn(styled.scope, owner, content),
    ...frameOf(styled, { keepWithNext: true, ...own }),
    ...(owner && { outline: { level, title } }),
  };
}

/** Text that belongs to an element made before: a cell, a term. */
export function textIn(scope: Scope, owner: StructureElement | undefined, content: InlineContent): TextNode {
  const spans = new SpanBuilder(owner);
  content(spans, { scope, around: {} });
  return textNode(spans, scope, owner);
}

/** One line of text. */
export function lineOf(
  scope: Scope,
  owner: StructureElement | undefined,
  text: string,
  source: SourceSpan,
): TextNode {
  return textIn(scope, owner, (spans, place) => spans.text(text, place, source));
}

function textNode(spans: SpanBuilder, scope: Scope, owner: StructureElement | undefined): TextNode {
  for (const note of spans.notes) scope.environment.callNote?.(note, scope);
  return {
    spans: spans.finish(),
    paragraph: paragraphStyle(scope),
    ...(owner && { owner }),
    ...(spans.groups.size > 0 && { groups: spans.groups }),
    ...(spans.pictures.size > 0 && { pictures: spans.pictures }),
  };
}
