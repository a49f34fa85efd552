/** Lists: bullets, numbers, and terms with their definitions. */
import type { Margin, Node, StackNode, TextNode } from '../../document/nodes.ts';
import { elementIn, type StructureElement, structureElement } from '../../document/tags.ts';
import { formatNumber } from '../../language/numerals.ts';
import { inside, lengthIn, rulesOf, type Scope, within } from '../scope.ts';
import { frameOf, marginOf, type Own, paddingOf, type Styled } from '../styled.ts';
import { lineOf, textIn } from './paragraph.ts';
import type { InlineContent } from './spans.ts';

export interface ListInput {
  readonly ordered: boolean;
  /** Number of the first item. */
  readonly start: number;
  /** Items are lines rather than paragraphs: they stand close. */
  readonly tight: boolean;
  /** Style of the markers where it is not `marker`. A number in a style of its own has no full stop after it. */
  readonly marker?: string | readonly string[];
  /** The body of each item, in a scope under its LBody. */
  readonly items: readonly ((scope: Scope) => StackNode)[];
}

export function list(styled: Styled, input: ListInput, own?: Own): Node {
  const { scope, rule } = styled;
  const { ordered, start, tight, marker } = input;
  const { suffix, bullet } = scope.language.listMarker;
  const element = elementIn(scope, 'L', { listNumbering: ordered ? 'Decimal' : 'Disc' });
  const number = (index: number) =>
    `${formatNumber(start + index, scope.language, { grouping: false })}${marker === undefined ? suffix : ''}`;
  const markers: TextNode[] = [];
  const stack = input.items.map((item, index) => {
    const li = element && structureElement('LI', element);
    markers.push(markerNode(ordered ? number(index) : bullet, scope, li, marker ?? 'marker'));
    const body = item(inside(scope, li && structureElement('LBody', li)));
    return tight ? close(body, lengthIn(scope, rule.spacing), index === input.items.length - 1) : body;
  });
  return {
    stack,
    list: { markers, gap: lengthIn(scope, rule.gap), indent: paddingOf(rule, scope)[0] },
    ...frameOf(styled, own),
  };
}

/** An item of a tight list: after its lines no more space than between items, and after its last block none of its own. */
function close(body: StackNode, spacing: number, last: boolean): StackNode {
  const margin: Margin = body.margin ?? [0, 0, 0, 0];
  const below = last ? 0 : spacing;
  const lines = body.stack.map((node) => ('spans' in node ? closing(node, spacing) : node));
  return {
    ...body,
    stack: endingFlush(lines),
    ...((below > 0 || body.margin) && {
      margin: [margin[0], margin[1], margin[2], margin[3] + below] as Margin,
    }),
  };
}

function closing(node: TextNode, most: number): TextNode {
  const { margin } = node;
  return margin ? { ...node, margin: [margin[0], margin[1], margin[2], Math.min(margin[3], most)] } : node;
}

/** Blocks without the space below the last one, which would only add to that of the box they stand in. */
export function endingFlush(nodes: readonly Node[]): Node[] {
  return nodes.map((node, index) => {
    const { margin } = node;
    return index === nodes.length - 1 && margin
      ? { ...node, margin: [margin[0], margin[1], margin[2], 0] }
      : node;
  });
}

/** What stands in front of an item: its number or bullet, against the end of the column of markers. */
function markerNode(
  label: string,
  scope: Scope,
  parent: StructureElement | undefined,
  style: string | readonly string[],
): TextNode {
  const { file } = scope.environment.edition;
  const inner = markerScope(scope, style);
  return lineOf(inner, parent && structureElement('Lbl', parent), label, { file });
}

/** The number of a footnote, which leads back to where it is called. */
export function noteMarker(
  label: string,
  link: { readonly href: string; readonly contents: string },
  scope: Scope,
  parent: StructureElement | undefined,
  style: readonly string[],
): TextNode {
  const { file } = scope.environment.edition;
  const owner = parent && structureElement('Lbl', parent);
  return textIn(markerScope(scope, style), owner, (spans, place) =>
    spans.reference(link.href, link.contents, place, (inner, linked) => inner.text(label, linked, { file })),
  );
}

function markerScope(scope: Scope, style: string | readonly string[]): Scope {
  return within({ ...scope, align: 'end' }, rulesOf(scope, style, undefined));
}

export interface DefinitionInput {
  readonly term: InlineContent;
  readonly definitions: readonly ((scope: Scope) => Node[])[];
}

/** Terms, each with its definitions indented under it. */
export function definitionList(styled: Styled, items: readonly DefinitionInput[], own?: Own): Node {
  const { scope, source } = styled;
  const element = elementIn(scope, 'L', { listNumbering: 'None' });
  const termRule = rulesOf(scope, 'term', undefined);
  const indented = rulesOf(scope, 'definition', undefined);
  const definition = within(scope, indented);
  const margin = marginOf(indented, definition);
  const stack = items.flatMap(({ term, definitions }) => {
    const li = element && structureElement('LI', element);
    const label = li && structureElement('Lbl', li, { lang: scope.language.tag, dir: scope.dir });
    const body = inside(definition, li && structureElement('LBody', li));
    // A note called in the term is part of what is said of it: LI holds nothing but Lbl and LBody (ISO 14289-1 7.2).
    const termStyle: Styled = {
      outer: scope,
      scope: within(inside(scope, body.parent), termRule),
      rule: termRule,
      source,
    };
    const line = { ...textIn(termStyle.scope, label, term), ...frameOf(termStyle, { keepWithNext: true }) };
    return [
      line,
      ...definitions.map((blocks): StackNode => ({ stack: blocks(body), ...(margin && { margin }) })),
    ];
  });
  return { stack, ...frameOf(styled, own) };
}
