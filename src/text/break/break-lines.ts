/**
 * Breaks a prepared paragraph into lines. Ragged text is filled line by line; justified text is handed to the
 * optimum-fit breaker.
 */

import type { Paragraph } from '../paragraph.ts';
import { justifyLine } from './justify.ts';
import { buildLine, hyphenAfter, type LineRange, type TextLine } from './line.ts';
import { BREAK_HYPHEN, BREAK_MANDATORY, NO_BREAK } from './opportunities.ts';
import { opportunityAfter } from './opportunity.ts';
import { optimumFit } from './optimum-fit.ts';

/** The last widths a paragraph was broken for: page breaking asks again for the lines it is about to place. */
const recent = new WeakMap<Paragraph, { width: number; lines: readonly TextLine[] }>();

/** Lines of `paragraph` for a column `width` pt wide. */
export function breakLines(paragraph: Paragraph, width: number): readonly TextLine[] {
  const last = recent.get(paragraph);
  if (last?.width === width) return last.lines;
  const lines = linesFor(paragraph, width);
  recent.set(paragraph, { width, lines });
  return lines;
}

function linesFor(paragraph: Paragraph, width: number): readonly TextLine[] {
  const { style } = paragraph;
  const ranges = chooseBreaks(paragraph, width);
  const lines = ranges.map((range, index) =>
    style.align === 'justify'
      ? justifyLine(paragraph, range, width - (index === 0 ? (style.indent ?? 0) : 0))
      : buildLine(paragraph, range),
  );
  return lines.length > 0 ? lines : [buildLine(paragraph, { from: 0, to: 0, hyphen: false, last: true })];
}

/** Longer paragraphs than this are filled line by line, which is linear whatever the width. */
const OPTIMUM_LIMIT = 20_000;

function chooseBreaks(paragraph: Paragraph, width: number): LineRange[] {
  if (!Number.isFinite(width) || paragraph.maxWidth + (paragraph.style.indent ?? 0) <= width)
    return firstFit(paragraph, width);
  if (paragraph.clusters.length > OPTIMUM_LIMIT) return firstFit(paragraph, width);
  const ranges = optimumFit(paragraph, paragraph.style.balance ? balancedWidth(paragraph, width) : width);
  return ranges ?? firstFit(paragraph, width);
}

/** The narrowest column that needs no more lines than the whole one: headlines come out even. */
function balancedWidth(paragraph: Paragraph, width: number): number {
  const count = firstFit(paragraph, width).length;
  if (count < 2 || count > 6) return width;
  let low = Math.max(paragraph.minWidth, width * 0.5);
  let high = width;
  for (let i = 0; i < 8; i++) {
    const middle = (low + high) / 2;
    if (firstFit(paragraph, middle).length > count) low = middle;
    else high = middle;
  }
  return high;
}

/** Tolerance for rounding, pt. */
const EPSILON = 0.01;

/** Fills each line as far as it goes; a piece wider than the column is cut between clusters. */
function firstFit(paragraph: Paragraph, width: number): LineRange[] {
  const { clusters, breaks, text } = paragraph;
  const ranges: LineRange[] = [];
  let from = 0;
  let used = paragraph.style.indent ?? 0;
  let spaces = 0;
  let candidate = -1;
  let hyphen = false;
  for (let i = 0; i < clusters.length; ) {
    const cluster = clusters[i]!;
    const wide = cluster.space ? 0 : spaces + cluster.width;
    if (used + wide > width + EPSILON && i > from && (candidate > from || !cluster.space)) {
      const cut = candidate <= from;
      const to = cut ? i : candidate;
      ranges.push({ from, to, hyphen: !cut && hyphen, last: false, ...(cut && { cut }) });
      from = to;
      i = to;
      used = 0;
      spaces = 0;
      candidate = -1;
      continue;
    }
    if (cluster.space) spaces += cluster.width;
    else {
      used += spaces + cluster.width;
      spaces = 0;
    }
    const opportunity = opportunityAfter(text, breaks, cluster.end, clusters[i + 1]?.start ?? text.length);
    i++;
    if (opportunity === BREAK_MANDATORY) {
      ranges.push({ from, to: i, hyphen: false, last: true });
      from = i;
      used = 0;
      spaces = 0;
      candidate = -1;
    } else if (opportunity === BREAK_HYPHEN) {
      if (used + hyphenAfter(cluster).width > width + EPSILON) continue;
      candidate = i;
      hyphen = true;
    } else if (opportunity !== NO_BREAK) {
      candidate = i;
      hyphen = false;
    }
  }
  return ranges;
}
