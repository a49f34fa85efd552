/** Pictures as nodes to lay out: how large they are by themselves, and what cannot be printed of them. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PictureNode } from '../document/nodes.ts';
import type { LayoutPicture, Learnt } from './layout-nodes.ts';
import { naturalSize } from './picture-size.ts';
import { QR_CAPACITY, qrCode } from './qr-code.ts';

export interface PictureContext {
  /** Takes what cannot be printed as it is. */
  readonly onFault: (fault: Diagnostic) => void;
  /** Height between the margins of a page, pt: no picture is higher. */
  readonly pageHeight: number;
  /** Share of its size at which a picture is printed that was given no length: type that is made to fit a page takes pictures with it. */
  readonly pictureShare?: number;
}

/** What a picture has beyond what every node has: its size, and the modules of a QR code. */
export function layoutPicture(
  node: PictureNode,
  { pageHeight, pictureShare = 1, onFault }: PictureContext,
): Omit<LayoutPicture, keyof Learnt> {
  const code = 'qr' in node ? qrCode(node.qr) : undefined;
  if ('qr' in node && !code) {
    const span = node.field ?? node.source;
    onFault({
      severity: 'error',
      code: 'qr-capacity',
      message: `the address “${node.qr.slice(0, 40)}…” is too long for a QR code: ${Buffer.byteLength(node.qr)} bytes, and ${QR_CAPACITY} are the most`,
      hint: 'give a shorter address that leads to the long one',
      ...(span && { span }),
    });
  }
  return {
    kind: 'picture',
    node,
    image: 'picture',
    natural: naturalSize(node),
    maxHeight: pageHeight,
    share: 'qr' in node || typeof node.width === 'number' || node.height !== undefined ? 1 : pictureShare,
    ...(code && { code }),
    ...(node.alignment && { _alignment: node.alignment }),
    _width: 0,
    _height: 0,
    x: 0,
    y: 0,
  };
}
