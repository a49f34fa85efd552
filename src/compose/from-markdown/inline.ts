/**
 * Inline content to text spans: Markdown's inlines and the inline elements of layout markup become runs with a style,
 * and links, code and foreign words get elements of their own in the tag tree.
 */
import type { ContentImage, Inline } from '../../content/edition.ts';
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { TextNode } from '../../document/nodes.ts';
import type { TextSpan } from '../../document/style.ts';
import {
  type Role,
  type StructureElement,
  type StructureProperties,
  structureElement,
} from '../../document/tags.ts';
import { formatNumber } from '../../language/numerals.ts';
import type { LayoutElement, LayoutNode } from '../../template/markup/markup-tree.ts';
import { languageAt, paragraphStyle, rulesOf, type Scope, textStyle, within } from '../scope.ts';

type SpanProperties = Omit<TextSpan, 'text' | 'style' | 'source'>;

/** Gathers the spans of one paragraph. */
export class SpanBuilder {
  readonly spans: TextSpan[] = [];
  readonly groups = new Map<number, StructureElement>();
  /** Pictures inside text: set after the paragraph. */
  readonly images: { image: ContentImage; span: SourceSpan }[] = [];
  /** Footnotes called, in order. */
  readonly notes: number[] = [];
  readonly #owner: StructureElement | undefined;
  /** Groups are numbered within their paragraph, so that a paragraph that is the same looks the same. */
  #lastGroup = 0;

  constructor(owner: StructureElement | undefined) {
    this.#owner = owner;
  }

  text(text: string, scope: Scope, properties: SpanProperties, source: SourceSpan): void {
    if (text === '') return;
    const last = this.spans[this.spans.length - 1];
    // White space is never doubled where two pieces meet.
    const joined = last?.text.endsWith(' ') && text.startsWith(' ') ? text.slice(1) : text;
    if (joined === '') return;
    const language = scope.language;
    this.spans.push({ text: joined, style: textStyle(scope), language, ...properties, source });
  }

  /** A group of spans with its own element in the tag tree, inside the element of the group around it. */
  group(role: Role, properties: StructureProperties = {}, around: SpanProperties = {}): number {
    const group = ++this.#lastGroup;
    const outer = around.element ?? around.group;
    const parent = (outer !== undefined && this.groups.get(outer)) || this.#owner;
    if (parent) this.groups.set(group, structureElement(role, parent, properties));
    return group;
  }

  /** White space at the edges of a paragraph is not text. */
  finish(): TextSpan[] {
    const { spans } = this;
    while (spans.length > 0 && /^[ \n]*$/.test(spans[spans.length - 1]!.text)) spans.pop();
    while (spans.length > 0 && /^[ ]*$/.test(spans[0]!.text)) spans.shift();
    const first = spans[0];
    const last = spans[spans.length - 1];
    if (first && last) {
      spans[0] = { ...first, text: first.text.replace(/^ +/, '') };
      const end = spans[spans.length - 1]!;
      spans[spans.length - 1] = { ...end, text: end.text.replace(/[ \n]+$/, '') };
    }
    return spans;
  }
}

/** Markdown inlines. */
export function addInlines(
  builder: SpanBuilder,
  inlines: readonly Inline[],
  scope: Scope,
  properties: SpanProperties = {},
): void {
  for (const inline of inlines) addInline(builder, inline, scope, properties);
}

function addInline(builder: SpanBuilder, inline: Inline, scope: Scope, properties: SpanProperties): void {
  switch (inline.type) {
    case 'text':
      builder.text(inline.text, scope, properties, inline.span);
      return;
    case 'emphasis':
      addInlines(builder, inline.children, { ...scope, italic: true }, properties);
      return;
    case 'strong':
      addInlines(builder, inline.children, { ...scope, bold: true }, properties);
      return;
    case 'deleted':
      addInlines(builder, inline.children, { ...scope, strike: true }, properties);
      return;
    case 'code': {
      const inner = within(scope, rulesOf(scope, 'code', inline.span), inline.span);
      builder.text(
        inline.text,
        inner,
        { ...properties, ...codeGroup(builder, properties), isolate: 'auto' },
        inline.span,
      );
      return;
    }
    case 'link':
      addLink(
        builder,
        inline.url,
        scope,
        properties,
        inline.title,
        (inner, mine) => addInlines(builder, inline.children, inner, mine),
        plainText(inline.children),
      );
      return;
    case 'image':
      builder.images.push({ image: inline.image, span: inline.span });
      return;
    case 'break':
      builder.text('\u2028', scope, properties, inline.span);
      return;
    case 'footnote-reference': {
      const number = formatNumber(inline.index + 1, scope.language);
      const outer = builder.group('Reference', {}, properties);
      const link = { href: `#note-${inline.index + 1}`, contents: number };
      const group = builder.group('Link', { link }, { group: outer });
      builder.notes.push(inline.index);
      builder.spans.push({
        text: number,
        note: inline.index,
        style: { ...textStyle(scope), superscript: true },
        language: scope.language,
        group,
        isolate: scope.dir,
        link: `#note-${inline.index + 1}`,
        source: inline.span,
      });
      return;
    }
    case 'span': {
      const { lang, dir, style } = inline.attributes;
      const language = lang ? languageAt(scope, lang, inline.span) : scope.language;
      const styled = style
        ? within({ ...scope, language }, rulesOf(scope, style, inline.span, language), inline.span)
        : { ...scope, language };
      if (!lang && !dir) {
        addInlines(builder, inline.children, styled, properties);
        return;
      }
      const group = builder.group('Span', { lang: language.tag }, properties);
      addInlines(builder, inline.children, styled, {
        ...properties,
        group,
        isolate: dir ?? (lang ? language.dir : 'auto'),
      });
      return;
    }
  }
}

/** Inside a link or other group, code is isolated as part of it; elsewhere it is a group of its own. */
function codeGroup(builder: SpanBuilder, properties: SpanProperties): SpanProperties {
  const group = builder.group('Code', {}, properties);
  return properties.group === undefined ? { group } : { element: group };
}

function addLink(
  builder: SpanBuilder,
  href: string,
  scope: Scope,
  properties: SpanProperties,
  title: string | undefined,
  add: (scope: Scope, properties: SpanProperties) => void,
  text: string,
): void {
  const inner = within(scope, scope.composition.styles.has('link') ? rulesOf(scope, 'link', undefined) : {});
  const group = builder.group('Link', { link: { href, contents: title ?? text } }, properties);
  add(inner, { ...properties, group, link: href, isolate: 'auto' });
}

/** The words of inlines without their marks. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) =>
      'children' in inline
        ? plainText(inline.children)
        : inline.type === 'text' || inline.type === 'code'
          ? inline.text
          : inline.type === 'break'
            ? ' '
            : '',
    )
    .join('');
}

/** Inline content of a layout element. */
export function addLayoutInlines(
  builder: SpanBuilder,
  nodes: readonly LayoutNode[],
  scope: Scope,
  properties: SpanProperties = {},
): void {
  for (const node of nodes) {
    if (node.type === 'text') builder.text(node.text, scope, properties, node.span);
    else if (node.type === 'inline') addInlines(builder, node.children, scope, properties);
    else if (node.type === 'element') addInlineElement(builder, node, scope, properties);
  }
}

function addInlineElement(
  builder: SpanBuilder,
  element: LayoutElement,
  scope: Scope,
  properties: SpanProperties,
): void {
  const { attributes, span } = element;
  switch (element.name) {
    case 'br':
      builder.text('\u2028', scope, properties, span);
      return;
    case 'page-number':
    case 'page-count': {
      const value = element.name === 'page-number' ? scope.page?.number : scope.page?.count;
      builder.text(formatNumber(value ?? 0, scope.language), scope, properties, span);
      return;
    }
    case 'link':
      if (layoutText(element.children) === '')
        scope.composition.report.error('link-empty', span, 'the link has no text', {
          hint: 'write where it leads between <link> and </link>',
        });
      addLink(
        builder,
        String(attributes.href),
        styled(scope, element),
        properties,
        undefined,
        (inner, mine) => addLayoutInlines(builder, element.children, inner, mine),
        layoutText(element.children),
      );
      return;
    default: {
      const inner = styled(scope, element);
      const { lang, dir } = attributes;
      if (!lang && !dir) {
        addLayoutInlines(builder, element.children, inner, properties);
        return;
      }
      const group = builder.group('Span', { lang: inner.language.tag }, properties);
      addLayoutInlines(builder, element.children, inner, {
        ...properties,
        group,
        isolate: (dir as 'ltr' | 'rtl' | undefined) ?? (lang ? inner.language.dir : 'auto'),
      });
    }
  }
}

function styled(scope: Scope, { attributes, span }: LayoutElement): Scope {
  const language = attributes.lang ? languageAt(scope, String(attributes.lang), span) : scope.language;
  const base = { ...scope, language };
  return attributes.style
    ? within(base, rulesOf(base, attributes.style as string | readonly string[], span, language), span)
    : base;
}

export function layoutText(nodes: readonly LayoutNode[]): string {
  return nodes
    .map((node) =>
      node.type === 'text'
        ? node.text
        : node.type === 'inline'
          ? plainText(node.children)
          : node.type === 'element'
            ? layoutText(node.children)
            : '',
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A text node from gathered spans. */
export function textNode(builder: SpanBuilder, scope: Scope, owner: StructureElement | undefined): TextNode {
  for (const note of builder.notes) scope.composition.composeNote?.(note, scope);
  return {
    spans: builder.finish(),
    paragraph: paragraphStyle(scope),
    ...(owner && { owner }),
    ...(builder.groups.size > 0 && { groups: builder.groups }),
  };
}
