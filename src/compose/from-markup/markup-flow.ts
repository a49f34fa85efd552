/** Elements of layout markup to nodes: each with the style of its kind, or the one its template gave it. */
import type { Node } from '../../document/nodes.ts';
import type { MarkupElement, MarkupNode } from '../../template/markup/markup-tree.ts';
import { box, columns, stack } from '../builders/box.ts';
import { contents } from '../builders/contents.ts';
import { heading, paragraph } from '../builders/paragraph.ts';
import { space } from '../builders/rule.ts';
import { blockNodes, noteNodes } from '../from-markdown/markdown-blocks.ts';
import type { Scope } from '../scope.ts';
import { drawingElement, pictureElement, qrElement, ruleElement } from './markup-drawings.ts';
import { markupInlines, markupText } from './markup-inlines.ts';
import { listElement } from './markup-lists.ts';
import { logical, ownOf, styledElement } from './markup-look.ts';
import { tableElement } from './markup-tables.ts';

export function flowNodes(children: readonly MarkupNode[], scope: Scope): Node[] {
  return children.flatMap((child) => {
    if (child.type === 'element') return elementNodes(child, scope);
    if (child.type !== 'blocks') return [];
    return child.of === 'footnotes' ? noteNodes(scope) : blockNodes(scope.environment.edition.body, scope);
  });
}

function elementNodes(element: MarkupElement, outer: Scope): Node[] {
  switch (element.name) {
    case 'title':
    case 'heading':
      return [headingElement(element, outer)];
    case 'lead':
    case 'text': {
      const content = markupInlines(element.children);
      return [paragraph(styledElement(element, outer), 'P', content, ownOf(element, outer))];
    }
    case 'stack': {
      const within = styledElement(element, outer);
      return [stack(within, flowNodes(element.children, within.scope), ownOf(element, outer))];
    }
    case 'place':
      return [placeElement(element, outer)];
    case 'page-break':
      return [{ advanceTo: 'next page', source: element.span }];
    case 'band':
    case 'panel':
      return [boxElement(element, outer)];
    case 'columns': {
      const within = styledElement(element, outer);
      const { gap, valign } = element.attributes;
      const { scale } = outer.environment.fitting;
      const input = { ...(gap !== undefined && { gap: gap * scale }), ...(valign && { valign }) };
      return [columns(within, flowNodes(element.children, within.scope), input, ownOf(element, outer))];
    }
    case 'ul':
    case 'ol':
      return [listElement(element, outer, flowNodes)];
    case 'table':
      return tableElement(element, outer, flowNodes);
    case 'image':
    case 'svg':
    case 'logo':
      return pictureElement(element, outer);
    case 'qr':
      return [qrElement(element, outer)];
    case 'rule':
      return [ruleElement(element, outer)];
    case 'canvas':
      return [drawingElement(element, outer)];
    case 'toc': {
      const depth = element.attributes.depth ?? 3;
      return [contents(styledElement(element, outer), depth, ownOf(element, outer))];
    }
    case 'spacer': {
      const { scale, growUnit } = outer.environment.fitting;
      const { height = 0, grow = 0, to } = element.attributes;
      if (to !== undefined) return [{ advanceTo: to, source: element.span }];
      return [space(height * scale + grow * growUnit)];
    }
    default:
      return [];
  }
}

function headingElement(element: MarkupElement<'title' | 'heading'>, outer: Scope): Node {
  const level = element.name === 'title' ? 1 : levelOf(element.attributes.level);
  const within =
    element.name === 'title' ? styledElement(element, outer) : styledElement(element, outer, `h${level}`);
  return heading(within, {
    level,
    title: markupText(element.children),
    source: element.span,
    content: markupInlines(element.children),
    own: ownOf(element, outer),
  });
}

function levelOf(level: MarkupElement<'heading'>['attributes']['level'] = '2'): 2 | 3 | 4 | 5 | 6 {
  return Number(level) as 2 | 3 | 4 | 5 | 6;
}

/** Its lengths are those of the paper, whatever size the type is set in. */
function placeElement(element: MarkupElement<'place'>, outer: Scope): Node {
  const within = styledElement(element, outer);
  const { top, inset, edge = 'start', width, height, valign: align = 'top' } = element.attributes;
  const { environment } = outer;
  const leading = edge === 'start' || edge === (environment.language.dir === 'rtl' ? 'right' : 'left');
  return {
    ...stack(within, flowNodes(element.children, within.scope)),
    place: { top, width, height, align, start: leading ? inset : environment.paperWidth - inset - width },
  };
}

function boxElement(element: MarkupElement<'band' | 'panel'>, outer: Scope): Node {
  const { name, attributes, children, span } = element;
  const within = styledElement(element, outer);
  const { fill, padding } = attributes;
  const { scale } = outer.environment.fitting;
  const common = { span, ...(fill && { fill }), ...(padding && { padding: logical(padding, scale) }) };
  const nodes = flowNodes(children, within.scope);
  const own = ownOf(element, outer);
  if (name === 'band') {
    const { bleed } = attributes;
    const edges = { sides: true, top: bleed === 'top', bottom: bleed === 'bottom' };
    return box(within, nodes, { ...common, bleed: edges }, own);
  }
  const { border, 'border-width': width } = attributes;
  const bar = { ...(border && { barColor: border }), ...(width !== undefined && { barWidth: width }) };
  return box(within, nodes, { ...common, ...bar }, own);
}
