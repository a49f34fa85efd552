/**
 * pdfmake's measuring pass with Bayan's text engine in it: a leaf is a prepared paragraph, a list has a column for its
 * markers, a QR code is one picture.
 */
import type { Box, ListNode, QrNode, TextNode } from '../document/nodes.ts';
import type { FontBook } from '../fonts/book.ts';
import type { Paragraph } from '../text/paragraph.ts';
import { prepareOnce } from '../text/paragraph-cache.ts';
import { DocMeasure, type LayoutNode } from './pdfmake.ts';
import { type QrCode, qrCode } from './qr-code.ts';

export interface MeasureContext {
  readonly fonts: FontBook;
  /** Called for each paragraph, to report characters that no font has. */
  readonly onParagraph: (paragraph: Paragraph) => void;
}

/** A text node after measuring. */
export interface MeasuredText extends TextNode {
  prepared: Paragraph;
}

export class TextMeasure extends DocMeasure {
  #context: MeasureContext | undefined;

  setContext(context: MeasureContext): void {
    this.#context = context;
  }

  override measureLeaf(node: LayoutNode): LayoutNode {
    const leaf = node as unknown as TextNode & { prepared?: Paragraph };
    const context = this.#context!;
    leaf.prepared ??= prepareOnce(leaf.spans ?? [], leaf.paragraph, context.fonts);
    context.onParagraph(leaf.prepared);
    node._minWidth = leaf.prepared.minWidth;
    node._maxWidth = leaf.prepared.maxWidth + 0.01;
    return node;
  }

  override measureNode(node: LayoutNode): LayoutNode {
    const measured = super.measureNode(node);
    const box = measured.box as Box | undefined;
    if (box) {
      measured._minWidth += box.padding[0] + box.padding[2];
      measured._maxWidth += box.padding[0] + box.padding[2];
    }
    const list = (measured as unknown as ListNode).list;
    if (list) {
      list.markers = list.markers.map(
        (marker) => super.measureNode(marker as unknown as LayoutNode) as unknown as TextNode,
      );
      const widest = list.markers.reduce(
        (width, marker) => Math.max(width, (marker as unknown as LayoutNode)._maxWidth),
        0,
      );
      list.indent = Math.max(list.indent ?? 0, widest + list.gap);
      measured._minWidth += list.indent;
      measured._maxWidth += list.indent;
    }
    return measured;
  }

  /** Pictures are known by id; their size in pixels came with them. Unsized ones print at 150 dpi. */
  override measureImage(node: LayoutNode): LayoutNode {
    const [width, height] = node.pixels as [number, number];
    const dpi = 150 / 72;
    this.measureImageWithDimensions(node, { width: width / dpi, height: height / dpi });
    return node;
  }

  override measureQr(node: LayoutNode): LayoutNode {
    const qr = node as unknown as QrNode & { modules?: QrCode };
    qr.modules ??= qrCode(qr.qr) ?? [];
    node._minWidth = node._maxWidth = node._width = node._height = qr.size as unknown as number;
    node._alignment = qr.alignment;
    return node;
  }
}
