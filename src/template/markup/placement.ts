/**
 * What may stand where in layout markup: which elements inside which, where the body and the footnotes have their place, and
 * what is said of the rest.
 */
import type { Report, SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { MarkupBlocks } from './markup-tree.ts';
import type { RawElement } from './nesting.ts';
import { ELEMENTS, type ElementName, INLINE_ELEMENTS, PAGE_ELEMENTS } from './vocabulary.ts';

/** Elements with a fixed parent, for messages. */
const ONLY_INSIDE: Readonly<Partial<Record<ElementName, string>>> = {
  document: 'nothing: it is the root',
  header: '<document>',
  footer: '<document>',
  background: '<document>',
  place: '<document>',
  item: '<ul> or <ol>',
  row: '<table>',
  cell: '<row>',
  line: '<canvas>',
  rect: '<canvas>',
};

/** Where the reading of markup stands. */
export interface Placement {
  readonly report: Report;
  /** Where the body and the footnotes were put in: there is one place for each. */
  readonly placed: Map<MarkupBlocks['of'], SourceSpan>;
  /** The header, footer or background that is being read. */
  readonly marginal?: ElementName;
}

/** Whether `child` may stand directly inside the block element `parent`. */
export function fits(parent: ElementName, child: ElementName): boolean {
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
      return PAGE_ELEMENTS.has(child) || child === 'place' || isFlow(child);
    case 'flow':
      return isFlow(child);
    default:
      return false;
  }
}

function isFlow(name: ElementName): boolean {
  return !INLINE_ELEMENTS.has(name) && ONLY_INSIDE[name] === undefined;
}

/** Whether the body or the footnotes may stand here; what stands in the way is reported. */
export function placesBlocks(
  parent: ElementName,
  of: MarkupBlocks['of'],
  span: SourceSpan,
  { report, placed, marginal }: Placement,
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

export function looseText(parent: ElementName, span: SourceSpan, placement: Placement): void {
  const hint =
    ELEMENTS[parent].content === 'empty'
      ? `nothing may stand inside it: write <${parent} />`
      : 'put it inside <text>, <heading>, <title> or <lead>';
  placement.report.error('layout-element', span, `text stands directly inside <${parent}>`, { hint });
}

export function misplaced(element: RawElement, place: string, placement: Placement): void {
  const name = element.name as ElementName;
  const only = INLINE_ELEMENTS.has(name) ? 'text: put it inside <text>' : ONLY_INSIDE[name];
  const hint = only === undefined ? {} : { hint: `<${name}> can stand only inside ${only}` };
  placement.report.error('layout-element', element.span, `<${name}> cannot stand ${place}`, hint);
}
