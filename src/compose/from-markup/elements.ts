/**
 * Layout elements to nodes. One function for each family: text, boxes, lists, tables; pictures are in ./pictures.ts.
 */

import type {
  Box,
  CanvasNode,
  ColumnsNode,
  ListNode,
  Margin,
  Node,
  RuleNode,
  Shape,
  StackNode,
  TextNode,
} from '../../document/nodes.ts';
import { elementIn, type Role, structureElement } from '../../document/tags.ts';
import { formatNumber } from '../../language/numerals.ts';
import type { LayoutElement, LayoutNode } from '../../template/markup/markup-tree.ts';
import { contentsNode } from '../builders/contents.ts';
import { pictureElement } from '../builders/pictures.ts';
import { type RowInput, tableNode } from '../builders/table.ts';
import { blockNodes, markerNode, noteNodes } from '../from-markdown/blocks.ts';
import { addLayoutInlines, layoutText, SpanBuilder, textNode } from '../from-markdown/inline.ts';
import { colorAt, languageAt, marginOf, paddingOf, rulesOf, type Scope, within } from '../scope.ts';
import type { StyleRule } from '../styles.ts';

export function flowNodes(children: readonly LayoutNode[], scope: Scope): Node[] {
  return children.flatMap((child) => {
    if (child.type === 'element') return elementNode(child, scope);
    if (child.type === 'blocks')
      return child.of === 'footnotes' ? noteNodes(scope) : blockNodes(child.children, scope);
    if (child.type === 'inline' || child.text.trim() !== '') return [paragraph([child], scope)];
    return [];
  });
}

function paragraph(children: readonly LayoutNode[], scope: Scope): TextNode {
  const owner = elementIn(scope, 'P');
  const builder = new SpanBuilder(owner);
  addLayoutInlines(builder, children, scope);
  return textNode(builder, scope, owner);
}

/** Default style of elements that have one. */
const STYLE_OF: Partial<Record<LayoutElement['name'], string>> = {
  title: 'title',
  lead: 'lead',
  text: 'body',
};

interface Styled {
  readonly scope: Scope;
  readonly rule: StyleRule;
}

function styledElement(element: LayoutElement, outer: Scope): Styled {
  const { attributes, span, name } = element;
  const language = attributes.lang ? languageAt(outer, String(attributes.lang), span) : outer.language;
  const dir = (attributes.dir as 'ltr' | 'rtl' | undefined) ?? (attributes.lang ? language.dir : outer.dir);
  const base: Scope = { ...outer, language, dir };
  const fallback = name === 'heading' ? `h${attributes.level ?? 2}` : STYLE_OF[name];
  const names = (attributes.style as string | readonly string[] | undefined) ?? fallback;
  const rule = names === undefined ? {} : rulesOf(base, names, span, language);
  const scope = within(base, rule, span);
  return { rule, scope: attributes.align ? { ...scope, align: attributes.align as Scope['align'] } : scope };
}

function decorated<T extends Node>(
  node: T,
  element: LayoutElement,
  { scope, rule }: Styled,
  outer: Scope,
): T {
  const { attributes } = element;
  const { scale } = outer.composition.fitting;
  const margin = attributes.margin
    ? logical(attributes.margin as readonly number[], scale)
    : marginOf(rule, scope);
  const sized = 'image' in node || 'svg' in node || 'qr' in node || 'canvas' in node || 'rule' in node;
  return {
    ...node,
    ...(margin && { margin }),
    ...(attributes.width !== undefined && !sized && { width: attributes.width as number | string }),
    ...(attributes.unbreakable && { unbreakable: true }),
    ...(rule.keepWithNext && { keepWithNext: true }),
    ...(scope.dir !== outer.dir && { dir: scope.dir }),
    source: element.span,
  };
}

/** [top, end, bottom, start] as markup has it, to pdfmake's [start, top, end, bottom]. */
function logical(lengths: readonly number[], scale: number): Margin {
  const [top = 0, end = 0, bottom = 0, start = 0] = lengths;
  return [start * scale, top * scale, end * scale, bottom * scale];
}

function elementNode(element: LayoutElement, outer: Scope): Node[] {
  switch (element.name) {
    case 'title':
    case 'heading':
    case 'lead':
    case 'text':
      return [textElement(element, outer)];
    case 'stack':
    case 'band':
    case 'panel':
      return [boxElement(element, outer)];
    case 'columns': {
      const styled = styledElement(element, outer);
      const { scale } = outer.composition.fitting;
      const valign = element.attributes.valign as 'top' | 'middle' | 'bottom' | undefined;
      const columns = flowNodes(element.children, styled.scope).map((column) =>
        valign && valign !== 'top' ? { ...column, verticalAlignment: valign } : column,
      );
      const node: ColumnsNode = {
        columns,
        columnGap: ((element.attributes.gap as number | undefined) ?? 12) * scale,
      };
      return [decorated(node, element, styled, outer)];
    }
    case 'ul':
    case 'ol':
      return [listElement(element, outer)];
    case 'table':
      return tableElement(element, outer);
    case 'image':
    case 'svg':
    case 'logo':
    case 'qr': {
      const node = pictureElement(outer, element);
      return node ? [decorated(node, element, { scope: outer, rule: {} }, outer)] : [];
    }
    case 'rule': {
      const { attributes, span } = element;
      const thickness = (attributes.thickness as number | undefined) ?? 0.5;
      const length = attributes.width as number | undefined;
      const node: RuleNode = {
        rule: {
          color: colorAt(outer.composition, String(attributes.color ?? 'muted'), span),
          thickness,
          ...(length && { length }),
        },
      };
      return [decorated(node, element, { scope: outer, rule: {} }, outer)];
    }
    case 'toc': {
      const styled = styledElement(element, outer);
      outer.composition.listsPages = true;
      const node = contentsNode(styled.scope, (element.attributes.depth as number | undefined) ?? 3);
      return [decorated(node, element, styled, outer)];
    }
    case 'spacer': {
      const { composition } = outer;
      const grow = (element.attributes.grow as number | undefined) ?? 0;
      composition.growShares += grow;
      const height =
        ((element.attributes.height as number | undefined) ?? 0) * composition.fitting.scale +
        grow * composition.fitting.growUnit;
      return [{ stack: [], margin: [0, height, 0, 0] }];
    }
    case 'canvas':
      return [decorated(canvasElement(element, outer), element, { scope: outer, rule: {} }, outer)];
    default:
      return [];
  }
}

function textElement(element: LayoutElement, outer: Scope): Node {
  const styled = styledElement(element, outer);
  const { scope } = styled;
  const level =
    element.name === 'title' ? 1 : element.name === 'heading' ? Number(element.attributes.level ?? 2) : 0;
  const role: Role = level > 0 ? (`H${level}` as Role) : 'P';
  const owner = elementIn(scope, role, { source: element.span });
  const builder = new SpanBuilder(owner);
  addLayoutInlines(builder, element.children, scope);
  const node = decorated(textNode(builder, scope, owner), element, styled, outer);
  if (level === 0 || !owner) return node;
  return { ...node, outline: { level, title: layoutText(element.children) }, keepWithNext: true };
}

function boxElement(element: LayoutElement, outer: Scope): Node {
  const styled = styledElement(element, outer);
  const { attributes, span, name } = element;
  const { composition } = outer;
  const { scale } = composition.fitting;
  const stack = flowNodes(element.children, styled.scope);
  if (name === 'stack') return decorated({ stack }, element, styled, outer);
  const box: Box = {
    padding: attributes.padding
      ? logical(attributes.padding as readonly number[], scale)
      : (paddingOf(styled.rule, styled.scope) ?? [0, 0, 0, 0]),
    ...(attributes.fill && { fill: colorAt(composition, String(attributes.fill), span) }),
    ...(attributes.border && {
      bar: {
        color: colorAt(composition, String(attributes.border), span),
        width: (attributes['border-width'] as number | undefined) ?? 3,
      },
    }),
    ...(name === 'band' && {
      bleed: { sides: true, top: attributes.bleed === 'top', bottom: attributes.bleed === 'bottom' },
    }),
  };
  return decorated({ stack, box }, element, styled, outer);
}

function listElement(element: LayoutElement, outer: Scope): Node {
  const styled = styledElement(element, outer);
  const { scope } = styled;
  const ordered = element.name === 'ol';
  const start = (element.attributes.start as number | undefined) ?? 1;
  const list = elementIn(scope, 'L', { listNumbering: ordered ? 'Decimal' : 'Disc' });
  const items = element.children.filter(
    (child): child is LayoutElement => child.type === 'element' && child.name === 'item',
  );
  const { marker } = element.attributes;
  const markerStyle = marker === undefined ? undefined : [marker].flat().map(String);
  const markers: TextNode[] = [];
  const stack = items.map((item, index): StackNode => {
    const li = list && structureElement('LI', list);
    const label = ordered
      ? `${formatNumber(start + index, scope.language, { grouping: false })}${markerStyle ? '' : scope.language.listMarker.suffix}`
      : scope.language.listMarker.bullet;
    markers.push(markerNode(label, scope, li, markerStyle));
    const body = li && structureElement('LBody', li);
    const inner = styledElement(item, { ...scope, ...(body && { parent: body }) });
    return decorated({ stack: flowNodes(item.children, inner.scope) }, item, inner, scope);
  });
  const node: ListNode = { stack, list: { markers, gap: scope.size * 0.5, indent: scope.size * 1.2 } };
  return decorated(node, element, styled, outer);
}

function tableElement(element: LayoutElement, outer: Scope): Node[] {
  const styled = styledElement(element, outer);
  const { scope } = styled;
  const isElement =
    (name: string) =>
    (child: LayoutNode): child is LayoutElement =>
      child.type === 'element' && child.name === name;
  const rows = element.children.filter(isElement('row')).map(
    (row): RowInput => ({
      header: row.attributes.header === true,
      cells: row.children.filter(isElement('cell')).map((cell) => ({
        header: cell.attributes.header === true,
        colSpan: (cell.attributes.colspan as number | undefined) ?? 1,
        ...(cell.attributes.fill && {
          fill: colorAt(scope.composition, String(cell.attributes.fill), cell.span),
        }),
        content: (parent) =>
          flowNodes(cell.children, { ...styledElement(cell, scope).scope, ...(parent && { parent }) }),
      })),
    }),
  );
  if (rows.length > 0 && !rows.some((row) => row.header || row.cells.some((cell) => cell.header)))
    scope.composition.report.error('table-header', element.span, 'the table has no header row', {
      hint: 'write <row header="true">; for a layout that is no table of data, write <columns>',
    });
  const look = {
    lines: element.attributes.lines === 'horizontal',
    lineColor: colorAt(scope.composition, 'muted', element.span),
    padding: paddingOf(styled.rule, scope) ?? ([6, 4, 6, 4] as const),
  };
  const node = tableNode(rows, element.attributes.widths as readonly string[] | undefined, look, scope);
  return node ? [decorated(node, element, styled, outer)] : [];
}

function canvasElement(element: LayoutElement, scope: Scope): CanvasNode {
  const canvas = element.children.flatMap((child): Shape[] => {
    if (child.type !== 'element') return [];
    const { attributes, span, name } = child;
    const color = colorAt(scope.composition, String(attributes.color ?? attributes.fill ?? 'ink'), span);
    const length = (attribute: string) => attributes[attribute] as number;
    if (name === 'line') {
      const thickness = (attributes.thickness as number | undefined) ?? 0.5;
      const [x1, y1, x2, y2] = [length('x1'), length('y1'), length('x2'), length('y2')];
      return [{ type: 'line', x1, y1, x2, y2, color, thickness }];
    }
    return [{ type: 'rect', x: length('x'), y: length('y'), w: length('w'), h: length('h'), color }];
  });
  return { canvas };
}
