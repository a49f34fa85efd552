/**
 * The lines of a paragraph as things that pdfmake can put on a page.
 */

import type { FontBook } from '../fonts/book.ts';
import { breakLines } from '../text/break/break-lines.ts';
import type { MeasuredText } from './measure.ts';
import { PageLine } from './page-line.ts';
import { baselineOf } from './strut.ts';

/** Lines for a column `width` pt wide; the first carries the paragraph's destination and bookmark. */
export function leafLines(leaf: MeasuredText, width: number, fonts: FontBook): PageLine[] {
  const { paragraph } = leaf;
  const alignment = paragraph.align === 'center' ? 'center' : paragraph.align === 'end' ? 'right' : 'left';
  const baseline = baselineOf(paragraph, fonts);
  const lines = breakLines(leaf.prepared, width).map(
    (line) =>
      new PageLine({
        line,
        alignment,
        height: paragraph.lineHeight,
        baseline,
        ...(leaf.owner && { owner: leaf.owner }),
        ...(leaf.groups && { groups: leaf.groups }),
      }),
  );
  const first = lines[0];
  // The breaker has left room for the indent; the line starts after it.
  if (first && alignment === 'left') first.x = paragraph.indent ?? 0;
  if (first && leaf.id) first.destination = leaf.id;
  if (first && leaf.outline) first.outline = leaf.outline;
  return lines;
}
