/**
 * The lines of a paragraph as things that pdfmake can put on a page.
 */
import { riseOf } from './inline-pictures.ts';
import type { LayoutText } from './layout-nodes.ts';
import { PageLine } from './page-line.ts';
import { textLines } from './text-lines.ts';

/** Lines for a column `width` pt wide. */
export function leafLines(leaf: LayoutText, width: number): PageLine[] {
  const { node, baseline } = leaf;
  const { paragraph } = node;
  const alignment = paragraph.align === 'center' ? 'center' : paragraph.align === 'end' ? 'right' : 'left';
  const lines = textLines(leaf, width).map((line, index) => {
    const rise = riseOf(line, baseline);
    return new PageLine({ line, node, alignment, baseline: baseline + rise, rise, first: index === 0 });
  });
  // The breaker has left room for the indent; the line starts after it.
  if (lines[0] && alignment === 'left') lines[0].x = paragraph.indent ?? 0;
  return lines;
}
