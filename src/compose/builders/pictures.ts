/** Pictures: bitmaps, SVG drawings, the logo and QR codes as nodes, each a Figure with its alternative text. */
import type { ContentImage } from '../../content/edition.ts';
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { ImageNode, Node, QrNode, SvgNode } from '../../document/nodes.ts';
import { elementIn, type StructureElement } from '../../document/tags.ts';
import type { LayoutElement } from '../../template/markup/markup-tree.ts';
import { colorAt, type Scope } from '../scope.ts';

const ALIGNMENT = { start: 'left', center: 'center', end: 'right', justify: 'left' } as const;

interface PictureOptions {
  readonly alt: string;
  readonly width?: number;
  readonly height?: number;
  readonly align?: keyof typeof ALIGNMENT;
}

function figure(scope: Scope, alt: string): StructureElement | undefined {
  return alt === '' ? undefined : elementIn(scope, 'Figure', { alt });
}

/** A picture file: SVG drawings stay drawings. */
export function pictureNode(
  scope: Scope,
  path: string,
  span: SourceSpan,
  options: PictureOptions,
): Node | undefined {
  const { pictures } = scope.composition;
  const alignment = ALIGNMENT[options.align ?? 'start'];
  if (/\.svg$/i.test(path)) {
    const svg = pictures.svg(path, span);
    if (svg === undefined) return undefined;
    const owner = figure(scope, options.alt);
    const node: SvgNode = {
      svg,
      alignment,
      ...(options.width && { width: options.width }),
      ...(options.height && { height: options.height }),
      ...(owner && { owner }),
    };
    return node;
  }
  const bitmap = pictures.bitmap(path, span);
  if (!bitmap) return undefined;
  const owner = figure(scope, options.alt);
  const node: ImageNode = {
    image: bitmap.id,
    pixels: [bitmap.width, bitmap.height],
    alignment,
    ...(options.width && { width: options.width }),
    ...(options.height && { height: options.height }),
    ...(owner && { owner }),
  };
  return node;
}

export function contentPicture(scope: Scope, image: ContentImage, span: SourceSpan): Node | undefined {
  return pictureNode(scope, image.path, span, { alt: image.decorative ? '' : image.alt });
}

/** `image`, `svg`, `logo` and `qr` of layout markup. */
export function pictureElement(scope: Scope, element: LayoutElement): Node | undefined {
  const { attributes, span } = element;
  const size = {
    width: attributes.width as number | undefined,
    height: attributes.height as number | undefined,
  };
  const align = attributes.align as keyof typeof ALIGNMENT | undefined;
  const options = (alt: string): PictureOptions => ({
    alt,
    ...(size.width && { width: size.width }),
    ...(size.height && { height: size.height }),
    ...(align && { align }),
  });
  switch (element.name) {
    case 'logo': {
      const { logo } = scope.composition;
      return (
        logo &&
        pictureNode(
          scope,
          attributes.variant === 'reversed' ? logo.reversed : logo.src,
          span,
          options(logo.alt),
        )
      );
    }
    case 'qr': {
      const value = String(attributes.value);
      const owner = figure(scope, String(attributes.alt ?? value));
      const node: QrNode = {
        qr: value,
        size: (attributes.size as number | undefined) ?? 85,
        width: (attributes.size as number | undefined) ?? 85,
        color: colorAt(scope.composition, String(attributes.color ?? 'ink'), span),
        background: '#ffffff',
        alignment: ALIGNMENT[align ?? 'start'],
        ...(owner && { owner }),
      };
      return node;
    }
    default:
      return pictureNode(scope, String(attributes.src), span, options(String(attributes.alt ?? '')));
  }
}
