/** The inline content of layout markup, as what is added to a paragraph: text, spans, links, Markdown put in by `inline`. */
import { plainText } from '../../content/plain-text.ts';
import { formatNumber } from '../../language/numerals.ts';
import type { MarkupElement, MarkupNode, MarkupText } from '../../template/markup/markup-tree.ts';
import type { InlinePlace } from '../builders/inline-content.ts';
import type { InlineContent, SpanBuilder } from '../builders/spans.ts';
import { inlines } from '../from-markdown/markdown-inlines.ts';
import { rulesOf, type Scope, within } from '../scope.ts';

export function markupInlines(nodes: readonly MarkupNode[]): InlineContent {
  return (spans, place) => {
    for (const node of nodes) {
      if (node.type === 'text') addText(spans, node, place);
      else if (node.type === 'inline') inlines(node.children)(spans, place);
      else if (node.type === 'element') addElement(spans, node, place);
    }
  };
}

function addText(spans: SpanBuilder, { text, span, written }: MarkupText, place: InlinePlace): void {
  const around = written ? { ...place.around, written } : place.around;
  spans.text(text, { ...place, around }, span);
}

function addElement(spans: SpanBuilder, element: MarkupElement, place: InlinePlace): void {
  const { span } = element;
  switch (element.name) {
    case 'br':
      spans.lineBreak(place, span);
      return;
    case 'page-number':
    case 'page-count': {
      const { page, language } = place.scope;
      const value = element.name === 'page-number' ? page?.number : page?.count;
      spans.text(formatNumber(value ?? 0, language), place, span);
      return;
    }
    case 'link':
      addLink(spans, element, place);
      return;
    case 'span': {
      const { style, lang, dir } = element.attributes;
      const phrase = { span, ...(style && { styles: style }), ...(lang && { lang }), ...(dir && { dir }) };
      spans.phrase(phrase, place, markupInlines(element.children));
      return;
    }
  }
}

function addLink(
  spans: SpanBuilder,
  { attributes: { href, style }, children, span }: MarkupElement<'link'>,
  { scope, around }: InlinePlace,
): void {
  const words = markupText(children);
  if (words === '')
    scope.environment.report.error('link-empty', span, 'the link has no text', {
      hint: 'write where it leads between <link> and </link>',
    });
  const outer: Scope = style ? within(scope, rulesOf(scope, style, span), span) : scope;
  spans.link(href, words, { scope: outer, around }, markupInlines(children));
}

/** Text with nothing said of its looks: alone in an item or a cell it is a line there, and no paragraph. */
export function isLine(node: MarkupNode): node is MarkupElement<'text'> {
  return node.type === 'element' && node.name === 'text' && Object.keys(node.attributes).length === 0;
}

/** The words of inline markup without their marks. */
export function markupText(nodes: readonly MarkupNode[]): string {
  return nodes.map(wordsOf).join('').replace(/\s+/g, ' ').trim();
}

function wordsOf(node: MarkupNode): string {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'inline':
      return plainText(node.children);
    case 'element':
      return markupText(node.children);
    case 'blocks':
      return '';
  }
}
