/**
 * Breaks a prepared paragraph into lines. Ragged text is filled line by line; justified text is handed to the
 * optimum-fit breaker.
 */
import { buildLine, type LineRange, type TextLine } from './line.ts';
import { BREAK_HYPHEN, BREAK_MANDATORY, NO_BREAK } from './line-break.ts';
import type { Paragraph } from './paragraph.ts';

/** The last widths a paragraph was broken for: page breaking asks again for the lines it is about to place. */
const recent = new WeakMap<Paragraph, { width: number; lines: readonly TextLine[] }>();

/** Lines of `paragraph` for a column `width` pt wide. */
export function breakLines(paragraph: Paragraph, width: number): readonly TextLine[] {
  const known = recent.get(paragraph);
  if (known?.width === width) return known.lines;
  const lines = linesFor(paragraph, width);
  recent.set(paragraph, { width, lines });
  return lines;
}

function linesFor(paragraph: Paragraph, width: number): TextLine[] {
  const ranges = firstFit(paragraph, width);
  const lines = ranges.map((range) => {
    const line = buildLine(paragraph, range);
    if (paragraph.style.align !== 'justify' || range.last) return line;
    const spaces = line.fragments.reduce((sum, f) => sum + f.clusters.filter((c) => c.cluster.space).length, 0);
    const room = width - line.width;
    return spaces > 0 && room > 0 ? buildLine(paragraph, range, { space: room / spaces }) : line;
  });
  return lines.length > 0 ? lines : [buildLine(paragraph, { from: 0, to: 0, hyphen: false, last: true })];
}

/** Tolerance for rounding, pt. */
const EPSILON = 0.01;

/** Fills each line as far as it goes; a piece wider than the column is cut between clusters. */
export function firstFit(paragraph: Paragraph, width: number): LineRange[] {
  const { clusters, breaks, text } = paragraph;
  const ranges: LineRange[] = [];
  let from = 0;
  let used = 0;
  let spaces = 0;
  let candidate = -1;
  let hyphen = false;
  for (let i = 0; i < clusters.length; ) {
    const cluster = clusters[i]!;
    const wide = cluster.space ? 0 : spaces + cluster.width;
    if (used + wide > width + EPSILON && i > from && (candidate > from || !cluster.space)) {
      const to = candidate > from ? candidate : i;
      ranges.push({ from, to, hyphen: candidate > from && hyphen, last: false });
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
    const opportunity = breakAfter(text, breaks, cluster.end, clusters[i + 1]?.start ?? text.length);
    i++;
    if (opportunity === BREAK_MANDATORY) {
      ranges.push({ from, to: i, hyphen: false, last: true });
      from = i;
      used = 0;
      spaces = 0;
      candidate = -1;
    } else if (opportunity !== NO_BREAK) {
      candidate = i;
      hyphen = opportunity === BREAK_HYPHEN;
    }
  }
  return ranges;
}

/** The strongest break between the end of one cluster and the start of the next: a forced break has characters of its own and no cluster. */
function breakAfter(text: string, breaks: Uint8Array, end: number, next: number): number {
  let strongest: number = breaks[end] ?? NO_BREAK;
  for (let at = end + 1; at <= next && at <= text.length; at++) {
    const kind = breaks[at] ?? NO_BREAK;
    if (kind === BREAK_MANDATORY) return BREAK_MANDATORY;
    if (strongest === NO_BREAK) strongest = kind;
  }
  return strongest;
}
