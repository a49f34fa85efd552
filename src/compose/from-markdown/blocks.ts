/**
 * Markdown blocks to nodes: each block takes the style of its name in styles.yaml (`body`, `h2`, `quote`, `code-block` …)
 * and its element in the tag tree.
 */
import type { Attributes, Block, Footnote } from '../../content/edition.ts';
import type { ListNode, Margin, Node, RuleNode, StackNode, TextNode } from '../../document/nodes.ts';
import { elementIn, type Role, structureElement } from '../../document/tags.ts';
import { formatNumber } from '../../language/numerals.ts';
import { contentPicture } from '../builders/pictures.ts';
import { type RowInput, tableNode } from '../builders/table.ts';
import { colorAt, languageAt, marginOf, paddingOf, rulesOf, type Scope, within } from '../scope.ts';
import type { StyleRule } from '../styles.ts';
import { addInlines, plainText, SpanBuilder, textNode } from './inline.ts';

export function blockNodes(blocks: readonly Block[], scope: Scope): Node[] {
  return blocks.flatMap((block) => blockNode(block, scope));
}

/** The scope and rule of a block: the style of its kind, then the one its author gave it. */
function styledBlock(
  scope: Scope,
  name: string,
  block: Block,
): { scope: Scope; rule: StyleRule; attributes: Attributes } {
  const attributes: Attributes = 'attributes' in block ? block.attributes : {};
  const language = attributes.lang ? languageAt(scope, attributes.lang, block.span) : scope.language;
  const dir = attributes.dir ?? (attributes.lang ? language.dir : scope.dir);
  const base: Scope = { ...scope, language, dir };
  const names = attributes.style ? [name, attributes.style] : [name];
  const rule = rulesOf(base, names, block.span, language);
  return { scope: within(base, rule, block.span), rule, attributes };
}

function decorated<T extends Node>(
  node: T,
  rule: StyleRule,
  inner: Scope,
  outer: Scope,
  attributes: Attributes,
): T {
  const margin = marginOf(rule, inner);
  return {
    ...node,
    ...(margin && { margin }),
    ...(rule.keepWithNext && { keepWithNext: true }),
    ...(inner.dir !== outer.dir && { dir: inner.dir }),
    ...(attributes.id && { id: attributes.id }),
  };
}

function blockNode(block: Block, outer: Scope): Node[] {
  switch (block.type) {
    case 'heading': {
      const { scope, rule, attributes } = styledBlock(outer, `h${block.level}`, block);
      const owner = elementIn(scope, `H${block.level}` as Role, { source: block.span });
      const builder = new SpanBuilder(owner);
      addInlines(builder, block.children, scope);
      const outline = { level: block.level, title: plainText(block.children) };
      const id = attributes.id ?? scope.composition.headings.get(block);
      return [
        decorated(
          { ...textNode(builder, scope, owner), ...(owner && { outline }) },
          { keepWithNext: true, ...rule },
          scope,
          outer,
          { ...attributes, ...(id && { id }) },
        ),
      ];
    }
    case 'paragraph': {
      const { scope, rule, attributes } = styledBlock(outer, 'body', block);
      const owner = elementIn(scope, 'P');
      const builder = new SpanBuilder(owner);
      addInlines(builder, block.children, scope);
      const node = decorated(textNode(builder, scope, owner), rule, scope, outer, attributes);
      const pictures = builder.images
        .map(({ image, span }) => contentPicture(scope, image, span))
        .filter((picture) => picture !== undefined);
      return node.spans.length > 0 ? [node, ...pictures] : pictures;
    }
    case 'list':
      return [listNode(block, outer)];
    case 'definition-list': {
      const { scope, rule, attributes } = styledBlock(outer, 'list', block);
      const list = elementIn(scope, 'L', { listNumbering: 'None' });
      const stack = block.items.flatMap((item) => {
        const li = list && structureElement('LI', list);
        const term = termNode(item.term, { ...scope, ...(li && { parent: li }) });
        const body = li && structureElement('LBody', li);
        const definitions = item.definitions.map(
          (children): StackNode => ({
            stack: blockNodes(children, { ...scope, ...(body && { parent: body }) }),
            margin: [scope.size * 1.6, 0, 0, 0],
          }),
        );
        return [term, ...definitions];
      });
      return [decorated({ stack }, rule, scope, outer, attributes)];
    }
    case 'quote': {
      const { scope, rule, attributes } = styledBlock(outer, 'quote', block);
      const quote = elementIn(scope, 'BlockQuote');
      const node: StackNode = {
        stack: blockNodes(block.children, { ...scope, ...(quote && { parent: quote }) }).map(
          (child, i, all) => trimmed(child, i === all.length - 1),
        ),
        box: {
          padding: paddingOf(rule, scope) ?? [scope.size, 0, 0, 0],
          bar: { color: colorAt(scope.composition, 'accent', block.span), width: 2 },
        },
      };
      return [decorated(node, rule, scope, outer, attributes)];
    }
    case 'code': {
      const { scope, rule, attributes } = styledBlock({ ...outer, dir: 'ltr' }, 'code-block', block);
      const owner = elementIn(scope, 'P');
      const builder = new SpanBuilder(owner);
      const group = builder.group('Code');
      builder.text(
        block.text.replace(/\n$/, '').replaceAll('\n', '\u2028').replace(/ {2}/g, '\u00a0 '),
        scope,
        { group },
        block.span,
      );
      const text = textNode(builder, scope, owner);
      const node: StackNode = {
        stack: [text],
        box: {
          padding: paddingOf(rule, scope) ?? [8, 6, 8, 6],
          fill: colorAt(scope.composition, 'tint', block.span),
        },
      };
      return [decorated(node, rule, scope, outer, attributes)];
    }
    case 'table':
      return tableBlock(block, outer);
    case 'figure': {
      const { scope, rule, attributes } = styledBlock(outer, 'figure', block);
      const picture = contentPicture(scope, block.image, block.span);
      if (!picture) return [];
      const stack: Node[] = [picture];
      if (block.caption.length > 0) {
        const captionRule = rulesOf(scope, 'caption', block.span);
        const caption = within(scope, captionRule);
        const owner = elementIn(scope, 'Caption');
        const builder = new SpanBuilder(owner);
        addInlines(builder, block.caption, caption);
        stack.push(decorated(textNode(builder, caption, owner), captionRule, caption, scope, {}));
      }
      return [decorated({ stack, unbreakable: true }, rule, scope, outer, attributes)];
    }
    case 'rule': {
      const rule = rulesOf(outer, 'rule', block.span);
      const node: RuleNode = {
        rule: { color: colorAt(outer.composition, rule.color ?? 'muted', block.span), thickness: 0.5 },
      };
      return [decorated(node, rule, outer, outer, {})];
    }
  }
}

function termNode(term: Parameters<typeof addInlines>[1], scope: Scope): TextNode {
  const rule = rulesOf(scope, 'term', undefined);
  const inner = within(scope, rule);
  const owner = elementIn(scope, 'Lbl');
  const builder = new SpanBuilder(owner);
  addInlines(builder, term, inner);
  return decorated(textNode(builder, inner, owner), { keepWithNext: true, ...rule }, inner, scope, {});
}

/** Space below the last block of a box would only add to the box's own. */
function trimmed(node: Node, last: boolean): Node {
  if (!last || !node.margin) return node;
  const [start, top, end] = node.margin;
  return { ...node, margin: [start, top, end, 0] };
}

function listNode(block: Extract<Block, { type: 'list' }>, outer: Scope): Node {
  const { scope, rule, attributes } = styledBlock(outer, 'list', block);
  const list = elementIn(scope, 'L', { listNumbering: block.ordered ? 'Decimal' : 'Disc' });
  const { suffix, bullet } = scope.language.listMarker;
  const markers: TextNode[] = [];
  const stack = block.items.map((item, index): StackNode => {
    const li = list && structureElement('LI', list);
    const label = block.ordered
      ? `${formatNumber(block.start + index, scope.language, { grouping: false })}${suffix}`
      : bullet;
    markers.push(markerNode(label, scope, li));
    const body = li && structureElement('LBody', li);
    const children = blockNodes(item.children, { ...scope, ...(body && { parent: body }) });
    const last = index === block.items.length - 1;
    return {
      stack: block.tight ? children.map((child, i) => trimmed(child, i === children.length - 1)) : children,
      ...(block.tight && !last && { margin: [0, 0, 0, scope.size * 0.25] as Margin }),
    };
  });
  const node: ListNode = { stack, list: { markers, gap: scope.size * 0.5, indent: scope.size * 1.4 } };
  return decorated(node, rule, scope, outer, attributes);
}

/** A footnote: its number hangs in front of its text, and its Note element is where links to it go. */
export function noteNode(note: Footnote, index: number, outer: Scope): Node {
  const rule = rulesOf(outer, 'footnote', note.span);
  const scope = within(outer, rule, note.span);
  const id = `note-${index + 1}`;
  const element = elementIn(scope, 'Note', { id });
  const marker = markerNode(formatNumber(index + 1, scope.language), scope, element, ['footnote', 'marker']);
  const body: StackNode = {
    stack: blockNodes(note.children, { ...scope, ...(element && { parent: element }) })
      .map((child, i, all) => trimmed(restyled(child, scope), i === all.length - 1))
      .map((child, i) => (i === 0 ? { ...child, id } : child)),
  };
  return decorated(
    {
      stack: [body],
      list: { markers: [marker], gap: scope.size * 0.4, indent: scope.size * 1.2 },
    } as ListNode,
    rule,
    scope,
    outer,
    {},
  );
}

/** Paragraphs of a note are set close. */
function restyled(node: Node, scope: Scope): Node {
  if (!node.margin) return node;
  return { ...node, margin: [node.margin[0], 0, node.margin[2], scope.size * 0.2] };
}

/** All footnotes one under another, for a template that prints them itself. */
export function noteNodes(scope: Scope): Node[] {
  return scope.composition.edition.footnotes.map((note, index) => noteNode(note, index, scope));
}

export function markerNode(
  label: string,
  scope: Scope,
  parent: Scope['parent'],
  style: readonly string[] = ['marker'],
): TextNode {
  const rule = rulesOf(scope, style, undefined);
  const inner = within({ ...scope, align: 'end' }, rule);
  const owner = parent && structureElement('Lbl', parent);
  const builder = new SpanBuilder(owner);
  builder.text(label, inner, {}, { file: scope.composition.edition.file });
  return textNode(builder, inner, owner);
}

function tableBlock(block: Extract<Block, { type: 'table' }>, outer: Scope): Node[] {
  const { scope, rule, attributes } = styledBlock(outer, 'table', block);
  const header = within(scope, rulesOf(scope, 'table-header', block.span));
  const row = (cells: (typeof block)['header'], head: boolean): RowInput => ({
    header: head,
    cells: cells.map((cell, column) => ({
      header: false,
      colSpan: 1,
      content: (parent) => {
        const inner: Scope = {
          ...(head ? header : scope),
          align: block.align[column] ?? 'start',
          ...(parent && { parent }),
        };
        const builder = new SpanBuilder(parent);
        addInlines(builder, cell.children, inner);
        return [textNode(builder, inner, parent)];
      },
    })),
  });
  const { composition } = scope;
  const look = {
    lines: true,
    lineColor: colorAt(composition, 'muted', block.span),
    padding: paddingOf(rule, scope) ?? ([6, 4, 6, 4] as const),
    headerFill: colorAt(composition, 'tint', block.span),
  };
  const node = tableNode(
    [row(block.header, true), ...block.rows.map((cells) => row(cells, false))],
    undefined,
    look,
    scope,
  );
  return node ? [decorated(node, rule, scope, outer, attributes)] : [];
}
