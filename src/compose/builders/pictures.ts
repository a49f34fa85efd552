/** Pictures that stand for themselves, and QR codes: nodes, each a Figure with its alternative text. */
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { DrawingNode, ImageNode, Node } from '../../document/nodes.ts';
import { elementIn, type StructureElement } from '../../document/tags.ts';
import { colorAt } from '../environment.ts';
import { fieldPlace } from '../field-place.ts';
import { pictureContent } from '../pictures.ts';
import type { Scope } from '../scope.ts';
import { frameOf, type Own, type Styled } from '../styled.ts';
import { drawingLinks } from './drawing-links.ts';

const ALIGNMENT = { start: 'left', center: 'center', end: 'right', justify: 'left' } as const;

export interface PictureInput {
  /** What the picture says; empty when it only decorates. */
  readonly alt: string;
  /** Printed size, pt, or a percentage of the column; 150 dpi and never wider than the column without one. */
  readonly width?: number | string;
  readonly height?: number;
  /** Width in pt that a bitmap without a size does not exceed. */
  readonly naturalLimit?: number;
  readonly align?: keyof typeof ALIGNMENT;
  readonly span: SourceSpan;
}

/** A picture of the project; undefined where it could not be read, which was reported then. */
export function pictureNode(
  scope: Scope,
  path: string,
  input: PictureInput,
): ImageNode | DrawingNode | undefined {
  const content = pictureContent(scope.environment.pictures, path, scope.language);
  if (!content) return undefined;
  const { alt, width, height, naturalLimit, align = 'start', span } = input;
  const owner = figureElement(scope, alt);
  return {
    ...content,
    ...drawingLinks({ content, path, span }, scope, () => owner ?? elementIn(scope, 'P')),
    ...('image' in content && naturalLimit && { naturalLimit }),
    alignment: ALIGNMENT[align],
    ...(width && { width }),
    ...(height && { height }),
    ...(owner && { owner }),
  };
}

function figureElement(scope: Scope, alt: string): StructureElement | undefined {
  return alt === '' ? undefined : elementIn(scope, 'Figure', { alt });
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
  const field = fieldPlace(scope.environment.edition, value);
  return {
    qr: value,
    size,
    color: colorAt(scope.environment, color, span),
    background: '#ffffff',
    alignment: ALIGNMENT[align],
    ...(owner && { owner }),
    ...(field && { field }),
    ...frameOf(styled, own),
    width: size,
  };
}
