/** Pictures: bitmaps, SVG drawings and QR codes as nodes, each a Figure with its alternative text. */
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { ImageNode, Node } from '../../document/nodes.ts';
import { elementIn, type StructureElement } from '../../document/tags.ts';
import { colorAt } from '../environment.ts';
import { rulesOf, type Scope, within } from '../scope.ts';
import { frameOf, type Own, type Styled } from '../styled.ts';
import { paragraph } from './paragraph.ts';
import type { InlineContent } from './spans.ts';

const ALIGNMENT = { start: 'left', center: 'center', end: 'right', justify: 'left' } as const;

export interface PictureLook {
  /** What the picture says; empty when it only decorates. */
  readonly alt: string;
  /** Printed size, pt; 150 dpi and never wider than the column without one. */
  readonly width?: number;
  readonly height?: number;
  readonly align?: keyof typeof ALIGNMENT;
}

/** A picture of the project; nothing where it could not be read, which was reported then. */
export function pictureNode(
  scope: Scope,
  path: string,
  { alt, width, height, align = 'start' }: PictureLook,
): Node[] {
  const picture = scope.environment.pictures.get(path);
  if (!picture) return [];
  const owner = figureElement(scope, alt);
  const common = {
    alignment: ALIGNMENT[align],
    ...(width && { width }),
    ...(height && { height }),
    ...(owner && { owner }),
  };
  if (picture.type === 'svg') return [{ svg: picture.source, ...common }];
  const node: ImageNode = {
    image: picture.id,
    pixels: [picture.width, picture.height],
    ...common,
  };
  return [node];
}

function figureElement(scope: Scope, alt: string): StructureElement | undefined {
  return alt === '' ? undefined : elementIn(scope, 'Figure', { alt });
}

/** A picture with its caption, on one page. */
export function figure(
  styled: Styled,
  picture: { readonly path: string; readonly span: SourceSpan } & PictureLook,
  caption: InlineContent | undefined,
  own?: Own,
): Node[] {
  const { scope } = styled;
  const image = pictureNode(scope, picture.path, picture);
  if (image.length === 0) return [];
  const stack = caption ? [...image, ...captionNode(scope, caption, picture.span)] : image;
  return [{ stack, ...frameOf(styled, { unbreakable: true, ...own }) }];
}

function captionNode(outer: Scope, content: InlineContent, span: SourceSpan): Node[] {
  const rule = rulesOf(outer, 'caption', span);
  return paragraph({ outer, scope: within(outer, rule), rule, source: span }, 'Caption', content);
}

export interface QrInput {
  readonly value: string;
  readonly alt?: string;
  /** Printed side with the quiet zone, pt. */
  readonly size: number;
  readonly color: string;
  readonly align?: keyof typeof ALIGNMENT;
  readonly span: SourceSpan;
}

/** A QR code on white, whatever is behind it. */
export function qrCode(
  styled: Styled,
  { value, alt, size, color, align = 'start', span }: QrInput,
  own?: Own,
): Node {
  const { scope } = styled;
  const owner = figureElement(scope, alt ?? value);
  return {
    qr: value,
    size,
    color: colorAt(scope.environment, color, span),
    background: '#ffffff',
    alignment: ALIGNMENT[align],
    ...(owner && { owner }),
    ...frameOf(styled, own),
    width: size,
  };
}
