/** `<image>`, `<svg>`, `<logo>`, `<qr>`, `<rule>` and `<canvas>`. */
import type { CanvasNode, Node, RuleNode, Shape } from '../../document/nodes.ts';
import type { MarkupElement } from '../../template/markup/markup-tree.ts';
import { pictureNode, qrCode } from '../builders/pictures.ts';
import { drawing, ruleNode } from '../builders/rule.ts';
import type { Scope } from '../scope.ts';
import { frameOf, type Own, unstyled } from '../styled.ts';
import { ownOf, styledElement } from './markup-look.ts';

export function pictureElement(element: MarkupElement<'image' | 'svg' | 'logo'>, outer: Scope): Node[] {
  const { width, height, align } = element.attributes;
  const size = {
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(align && { align }),
  };
  const file = fileOf(element, outer);
  if (!file) return [];
  const frame = frameOf(unstyled(outer, element.span), marginOf(element, outer));
  const picture = pictureNode(outer, file.path, { ...size, alt: file.alt, span: element.span });
  return picture ? [{ ...picture, ...frame }] : [];
}

function fileOf(
  element: MarkupElement<'image' | 'svg' | 'logo'>,
  { environment: { logo } }: Scope,
): { readonly path: string; readonly alt: string } | undefined {
  if (element.name !== 'logo') return { path: element.attributes.src, alt: element.attributes.alt };
  return (
    logo && { path: element.attributes.variant === 'reversed' ? logo.reversed : logo.src, alt: logo.alt }
  );
}

/** Printed side of a QR code when its template says none, pt. */
const QR_SIZE = 85;

export function qrElement(element: MarkupElement<'qr'>, outer: Scope): Node {
  const { value, alt, size = QR_SIZE, color = 'ink', align } = element.attributes;
  const code = {
    value,
    size,
    color,
    span: element.span,
    ...(alt !== undefined && { alt }),
    ...(align && { align }),
  };
  return qrCode(unstyled(outer, element.span), code, marginOf(element, outer));
}

export function ruleElement(element: MarkupElement<'rule'>, outer: Scope): RuleNode {
  const { color, thickness, width } = element.attributes;
  const line = {
    span: element.span,
    ...(color && { color }),
    ...(thickness !== undefined && { thickness }),
    ...(width !== undefined && { length: width }),
  };
  return ruleNode(styledElement(element, outer, 'rule'), line, marginOf(element, outer));
}

export function drawingElement(element: MarkupElement<'canvas'>, outer: Scope): CanvasNode {
  const shapes = element.children.flatMap(shapesOf);
  return drawing(unstyled(outer, element.span), shapes, element.span, marginOf(element, outer));
}

function shapesOf(node: MarkupElement['children'][number]): Shape[] {
  if (node.type !== 'element') return [];
  if (node.name === 'line') {
    const { color = 'ink', thickness = 0.5, ...ends } = node.attributes;
    return [{ type: 'line', ...ends, color, thickness }];
  }
  if (node.name !== 'rect') return [];
  const { fill = 'ink', ...place } = node.attributes;
  return [{ type: 'rect', ...place, color: fill }];
}

/** The width of a picture or line is its own, and no share of a row. */
function marginOf(element: MarkupElement, outer: Scope): Own {
  const { margin } = ownOf(element, outer);
  return margin ? { margin } : {};
}
