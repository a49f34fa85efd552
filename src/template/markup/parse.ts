/**
 * Rendered layout markup → markup tree, checked against the vocabulary of ./vocabulary.ts: which elements exist,
 * what may stand inside them, and what their attributes take.
 */
import { Report, type SourceSpan } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../did-you-mean.ts';
import { MarkupReader, type PlaceTable } from '../handlebars/output-positions.ts';
import { readAttributes } from './attribute-values.ts';
import type { MarkupBlocks, MarkupElement, MarkupInline, MarkupNode } from './markup-tree.ts';
import { buildTree, type RawElement, type RawNode } from './nesting.ts';
import { readTokens } from './tokens.ts';
import { ELEMENTS, type ElementName, INLINE_ELEMENTS, PAGE_ELEMENTS } from './vocabulary.ts';
import { collapseWhitespace, isBlank } from './whitespace.ts';

/** Inline or block Markdown that a helper put in; its span is added where it stands. */
export type PlacedNodes = Omit<MarkupInline, 'span'> | Omit<MarkupBlocks, 'span'>;

export interface MarkupInput {
  readonly markup: string;
  /** The template's path, for places that no mark precedes. */
  readonly file: string;
  readonly places: PlaceTable;
  /** What the node marks in the markup stand for, by number. */
  readonly nodes: readonly PlacedNodes[];
}

/** Elements with a fixed parent, for messages. */
const ONLY_INSIDE: Readonly<Partial<Record<ElementName, string>>> = {
  document: 'nothing: it is the root',
  header: '<document>',
  footer: '<document>',
  background: '<document>',
  item: '<ul> or <ol>',
  row: '<table>',
  cell: '<row>',
  line: '<canvas>',
  rect: '<canvas>',
};

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
    readTokens(new MarkupReader(input.markup, input.places, input.file), faults),
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

interface Check {
  readonly nodes: readonly PlacedNodes[];
  readonly report: Report;
  /** Where the body and the footnotes were put in: there is one place for each. */
  readonly placed: Map<MarkupBlocks['of'], SourceSpan>;
  /** The header, footer or background that is being read. */
  readonly marginal?: ElementName;
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

/** Whether `child` may stand directly inside the block element `parent`. */
function fits(parent: ElementName, child: ElementName): boolean {
  switch (ELEMENTS[parent].content) {
    case 'items':
      return child === 'item';
    case 'rows':
      return child === 'row';
    case 'cells':
      return child === 'cell';
    case 'shapes':
      return child === 'line' || child === 'rect';
    case 'document':
      return PAGE_ELEMENTS.has(child) || isFlow(child);
    case 'flow':
      return isFlow(child);
    default:
      return false;
  }
}

function isFlow(name: ElementName): boolean {
  return !INLINE_ELEMENTS.has(name) && ONLY_INSIDE[name] === undefined;
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

/** Whether the body or the footnotes may stand here; what stands in the way is reported. */
function placesBlocks(
  parent: ElementName,
  of: MarkupBlocks['of'],
  span: SourceSpan,
  { report, placed, marginal }: Check,
): boolean {
  const model = ELEMENTS[parent].content;
  if (model !== 'flow' && model !== 'document') {
    const message = `{{{${of}}}} holds paragraphs and cannot stand inside <${parent}>`;
    report.error('layout-element', span, message, { hint: 'put it inside <stack>' });
    return false;
  }
  if (marginal) {
    const message = `{{{${of}}}} cannot stand inside <${marginal}>, which every page repeats`;
    report.error('layout-element', span, message, { hint: `put it after </${marginal}>` });
    return false;
  }
  const first = placed.get(of);
  if (first) {
    report.error('layout-element', span, `{{{${of}}}} is printed a second time`, {
      hint: `it is printed at ${first.file}:${first.line}:${first.column}: keep one of the two`,
    });
    return false;
  }
  placed.set(of, span);
  return true;
}

function looseText(parent: ElementName, span: SourceSpan, check: Check): void {
  const hint =
    ELEMENTS[parent].content === 'empty'
      ? `nothing may stand inside it: write <${parent} />`
      : 'put it inside <text>, <heading>, <title> or <lead>';
  check.report.error('layout-element', span, `text stands directly inside <${parent}>`, { hint });
}

function misplaced(element: RawElement, place: string, check: Check): void {
  const name = element.name as ElementName;
  const only = INLINE_ELEMENTS.has(name) ? 'text: put it inside <text>' : ONLY_INSIDE[name];
  const hint = only === undefined ? {} : { hint: `<${name}> can stand only inside ${only}` };
  check.report.error('layout-element', element.span, `<${name}> cannot stand ${place}`, hint);
}
