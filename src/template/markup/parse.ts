/**
 * Rendered layout markup → markup tree, checked against the vocabulary of ./vocabulary.ts: which elements exist,
 * what may stand inside them, and what their attributes take.
 */
import { Report } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../did-you-mean.ts';
import { type FileNumbers, MarkupReader } from '../handlebars/output-positions.ts';
import { readAttributes } from './attribute-values.ts';
import type { MarkupBlocks, MarkupElement, MarkupInline, MarkupNode } from './markup-tree.ts';
import { buildTree, type RawElement, type RawNode } from './nesting.ts';
import { fits, looseText, misplaced, type Placement, placesBlocks } from './placement.ts';
import { readTokens } from './tokens.ts';
import { ELEMENTS, type ElementName, INLINE_ELEMENTS, PAGE_ELEMENTS } from './vocabulary.ts';
import { collapseWhitespace, isBlank } from './whitespace.ts';

/** Inline or block Markdown that a helper put in; its span is added where it stands. */
export type PlacedNodes = Omit<MarkupInline, 'span'> | Omit<MarkupBlocks, 'span'>;

export interface MarkupInput {
  readonly markup: string;
  /** The template's path, for places that no mark precedes. */
  readonly file: string;
  /** The path of the content file. */
  readonly content: string;
  readonly files: FileNumbers;
  /** What the node marks in the markup stand for, by number. */
  readonly nodes: readonly PlacedNodes[];
}

/** Elements that wrap inline content in a `text` of its own, as authors expect of list items and table cells. */
const WRAPPING: ReadonlySet<ElementName> = new Set(['item', 'cell']);

/**
 * Parses rendered markup. Faults are reported as `layout-syntax`, `layout-element`, `layout-attribute` or
 * `link-unsafe`; undefined when there is any, since composition relies on a correct tree.
 */
export function parseMarkup(input: MarkupInput, report: Report): MarkupElement<'document'> | undefined {
  // A report of its own: the shared one drops repeats, and could not tell whether this markup is sound.
  const faults = new Report();
  const roots = buildTree(
    readTokens(new MarkupReader(input.markup, input.files, input.file, input.content), faults),
    faults,
  );
  const check: Check = { nodes: input.nodes, report: faults, placed: new Map() };
  let root: MarkupElement<'document'> | undefined;
  for (const node of roots) {
    if (node.type === 'element' && node.name === 'document' && !root) {
      const element = readElement(node, check);
      if (element?.name === 'document') root = element;
    } else if (node.type === 'element') {
      if (elementName(node, check)) misplaced(node, 'outside <document>', check);
    } else if (node.type === 'nodes' || !isBlank(node.text)) {
      faults.error('layout-element', node.span, 'text stands outside <document>');
    }
  }
  if (!root && !faults.hasErrors) {
    faults.error(
      'layout-element',
      { file: input.file, line: 1, column: 1 },
      'the template prints no <document>',
    );
  }
  report.addAll(faults.diagnostics);
  return faults.hasErrors ? undefined : root;
}

interface Check extends Placement {
  readonly nodes: readonly PlacedNodes[];
}

function elementName(element: RawElement, check: Check): ElementName | undefined {
  if (Object.hasOwn(ELEMENTS, element.name)) return element.name as ElementName;
  const message = `there is no element <${element.name}>`;
  const names = Object.keys(ELEMENTS);
  const hint = `the elements are ${names.join(', ')}`;
  const meant = didYouMean(element.name, names, (name) => `<${name}>`);
  check.report.error('layout-element', element.span, message + meant, { hint });
  return undefined;
}

function readElement(raw: RawElement, check: Check): MarkupElement | undefined {
  const name = elementName(raw, check);
  // The children of an unknown element are still looked at, so that one run shows all faults.
  if (!name) {
    for (const child of raw.children) if (child.type === 'element') readElement(child, check);
    return undefined;
  }
  const { span } = raw;
  const attributes = readAttributes(name, raw, check.report);
  const children =
    PAGE_ELEMENTS.has(name) && raw.leftOpen !== true
      ? readContent(name, raw, { ...check, marginal: name })
      : readContent(name, raw, check);
  // The table, by which they were just read, says the same as the types.
  return { type: 'element', name, attributes, children, span } as MarkupElement;
}

function readContent(name: ElementName, raw: RawElement, check: Check): readonly MarkupNode[] {
  // What seems to stand inside an element that is never closed belongs elsewhere: one message is enough.
  if (raw.leftOpen) return readNodes(name, raw, check, () => true, true);
  if (ELEMENTS[name].content === 'inline') {
    const nodes = readNodes(name, raw, check, (child) => INLINE_ELEMENTS.has(child), true);
    // Inside a paragraph white space is collapsed once, by the outermost element.
    return INLINE_ELEMENTS.has(name) ? nodes : collapseWhitespace(nodes);
  }
  if (WRAPPING.has(name) && raw.children.some(isInlineContent) && !raw.children.some(isBlockContent(check))) {
    const nodes = collapseWhitespace(
      readNodes(name, raw, check, (child) => INLINE_ELEMENTS.has(child), true),
    );
    const span = nodes[0]?.span ?? raw.span;
    return [{ type: 'element', name: 'text', attributes: {}, children: nodes, span }];
  }
  return readNodes(name, raw, check, (child) => fits(name, child), false);
}

function isInlineContent(node: RawNode): boolean {
  return node.type !== 'element' ? node.type === 'nodes' || !isBlank(node.text) : isInlineName(node.name);
}

function isInlineName(name: string): boolean {
  return INLINE_ELEMENTS.has(name as ElementName);
}

function isBlockContent(check: Check): (node: RawNode) => boolean {
  return (node) =>
    node.type === 'nodes'
      ? check.nodes[node.index]?.type === 'blocks'
      : node.type === 'element' && !isInlineName(node.name);
}

function readNodes(
  parent: ElementName,
  raw: RawElement,
  check: Check,
  allowed: (child: ElementName) => boolean,
  inline: boolean,
): MarkupNode[] {
  const nodes: MarkupNode[] = [];
  for (const child of raw.children) {
    if (child.type === 'text') {
      if (inline) nodes.push(child);
      else if (!isBlank(child.text)) looseText(parent, child.span, check);
    } else if (child.type === 'nodes') {
      const placed = check.nodes[child.index];
      if (placed?.type === 'inline') {
        if (inline) nodes.push({ ...placed, span: child.span });
        else looseText(parent, child.span, check);
      } else if (placed?.type === 'blocks') {
        if (!raw.leftOpen && placesBlocks(parent, placed.of, child.span, check))
          nodes.push({ ...placed, span: child.span });
      }
    } else {
      const element = readElement(child, check);
      if (!element) continue;
      if (allowed(element.name)) nodes.push(element);
      else misplaced(child, `inside <${parent}>`, check);
    }
  }
  return nodes;
}
