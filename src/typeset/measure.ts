/**
 * pdfmake's measuring pass with Bayan's text engine in it: a leaf is a prepared paragraph, a list has a column for its
 * markers, a picture is as wide as it will be printed.
 */
import type { LayoutColumns, LayoutNode, LayoutPicture, LayoutTable, LayoutText } from './layout-nodes.ts';
import { DocMeasure } from './pdfmake.ts';
import { printedSize } from './picture-size.ts';

/** A picture that nobody gave a size is made smaller rather than widen a column beyond this, pt. */
const LEAST_PICTURE = 36;

export class TextMeasure extends DocMeasure {
  override measureLeaf(node: LayoutText): LayoutText {
    node._minWidth = node.prepared.minWidth;
    node._maxWidth = node.prepared.maxWidth + 0.01;
    return node;
  }

  override measureNode(node: LayoutNode): LayoutNode {
    const measured = super.measureNode(node);
    if (measured.kind === 'list') {
      for (const marker of measured.markers) super.measureNode(marker);
      const widest = measured.markers.reduce((width, { _maxWidth }) => Math.max(width, _maxWidth), 0);
      measured.indent = Math.max(measured.indent, widest + measured.node.list.gap);
      widen(measured, measured.indent);
    }
    const box = measured.kind === 'stack' ? measured.node.box : undefined;
    if (box) widen(measured, box.padding[0] + box.padding[2]);
    return measured;
  }

  override measureColumns(node: LayoutColumns): LayoutColumns {
    return withoutPercentages(node.columns, () => super.measureColumns(node));
  }

  override measureTable(node: LayoutTable): LayoutTable {
    return withoutPercentages(node.table.widths, () => super.measureTable(node));
  }

  override measureImage(node: LayoutPicture): LayoutPicture {
    // Of how much a percentage is, is not known yet: the picture counts with the size that it has by itself.
    const share = node.fillsColumn || typeof node.node.width === 'string';
    const { width, height } = share ? node.natural : printedSize(node, Number.POSITIVE_INFINITY);
    const sized = typeof node.node.width === 'number' || ('height' in node.node && node.node.height);
    node._width = node._maxWidth = width;
    node._minWidth = sized ? width : Math.min(width, LEAST_PICTURE);
    node._height = height;
    return node;
  }
}

const measure = new TextMeasure({}, {}, {}, {}, {});

/** A node with its least and largest width, and those of what is in it. */
export function measured<N extends LayoutNode>(node: N): N {
  measure.measureNode(node);
  return node;
}

function widen(node: LayoutNode, width: number): void {
  node._minWidth += width;
  node._maxWidth += width;
}

/**
 * Measures a row without what pdfmake does with percentages: it adds them to lengths, as words. Of how much they are is not
 * known yet; the row is as wide, at most, as makes each of them as wide as what stands in it (CSS does so with tables).
 */
function withoutPercentages<T extends { _maxWidth: number }>(
  columns: readonly { width?: number | string; readonly _maxWidth: number }[],
  measure: () => T,
): T {
  const asked = columns.map(({ width }) => width);
  const shares = asked.map((width) => (typeof width === 'string' && width.endsWith('%') ? width : undefined));
  columns.forEach((column, i) => {
    if (shares[i]) column.width = 'auto';
  });
  const row = measure();
  columns.forEach((column, i) => {
    column.width = asked[i];
    const share = Number.parseFloat(shares[i] ?? '') / 100;
    if (share > 0) row._maxWidth = Math.max(row._maxWidth, column._maxWidth / share);
  });
  return row;
}
