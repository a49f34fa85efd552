/**
 * Optimum-fit line breaking: the breaks of a paragraph are chosen together, so that no line is much looser than its
 * neighbours and the last is no single word (D. E. Knuth and M. F. Plass, Breaking Paragraphs into Lines, 1981).
 */

import type { Paragraph } from '../paragraph.ts';
import { stretchability } from './justify.ts';
import { hyphenAfter, type LineRange } from './line.ts';
import { BREAK_HYPHEN, BREAK_MANDATORY, NO_BREAK } from './opportunities.ts';
import { opportunityAfter } from './opportunity.ts';

/** How far a space may shrink, in its own width; how far lines may grow is said in ./justify.ts. */
const SHRINK = 0.3;
/** Added to the cost of a line; costs are squares of badness, 1 for a line stretched to its limit. */
const PENALTY = { hyphen: 0.8, hyphens: 2, runt: 1.6, contrast: 0.5 } as const;
/** Neighbouring lines whose ratios of growth differ by more than this are seen to. */
const CONTRAST = 0.7;
/** A last line narrower than this share of the column is a runt. */
const RUNT = 0.16;
/** No line is looked for over more opportunities than this, which keeps the time linear whatever the text. */
const MAX_STARTS = 400;

interface Breakpoint {
  /** Cluster the next line starts with. */
  readonly at: number;
  readonly hyphen: boolean;
  /** How far the line before it is stretched (1: to its limit) or narrowed (-1). */
  readonly ratio: number;
  readonly cost: number;
  readonly previous: number;
}

/** Lines for a column `width` pt wide; undefined when some piece is wider than the column. */
export function optimumFit(paragraph: Paragraph, width: number): LineRange[] | undefined {
  const { clusters, breaks, text, style } = paragraph;
  const justified = style.align === 'justify';
  const advance = new Float64Array(clusters.length + 1);
  const spaces = new Float64Array(clusters.length + 1);
  const growth = new Float64Array(clusters.length + 1);
  const growthOf = stretchability(paragraph);
  for (let i = 0; i < clusters.length; i++) {
    const cluster = clusters[i]!;
    advance[i + 1] = advance[i]! + cluster.width;
    spaces[i + 1] = spaces[i]! + (cluster.space ? cluster.width : 0);
    growth[i + 1] = growth[i]! + growthOf(cluster, i);
  }
  const lines: LineRange[] = [];
  let from = 0;
  let points: Breakpoint[] = [{ at: 0, hyphen: false, ratio: 0, cost: 0, previous: -1 }];
  const indent = style.indent ?? 0;
  for (let i = 0; i < clusters.length; i++) {
    const kind = opportunityAfter(text, breaks, clusters[i]!.end, clusters[i + 1]?.start ?? text.length);
    if (kind === NO_BREAK) continue;
    const forced = kind === BREAK_MANDATORY;
    let best: Breakpoint | undefined;
    let end = i + 1;
    while (end > from && clusters[end - 1]!.space) end--;
    const hyphenWidth = kind === BREAK_HYPHEN && end > from ? hyphenAfter(clusters[end - 1]!).width : 0;
    for (let p = points.length - 1; p >= 0 && p >= points.length - MAX_STARTS; p--) {
      const start = points[p]!;
      let first = start.at;
      while (first < end && clusters[first]!.space && first > from) first++;
      const natural = advance[end]! - advance[first]! + hyphenWidth + (start.at === 0 ? indent : 0);
      const room = width - natural;
      const gaps = spaces[end]! - spaces[first]!;
      if (room < (justified ? -gaps * SHRINK : -0.01)) break;
      const ratio =
        room < 0
          ? room / (gaps * SHRINK || 1)
          : forced
            ? 0
            : room / Math.max(growth[end]! - growth[first]!, width * 0.01);
      let badness = justified ? ratio ** 2 : ((room / width) * 5) ** 2;
      if (forced)
        badness = room / width > 1 - RUNT && start.at > from ? PENALTY.runt : room < 0 ? ratio ** 2 : 0;
      else if (justified && start.at > from && Math.abs(ratio - start.ratio) > CONTRAST)
        badness += PENALTY.contrast;
      const hyphens = kind === BREAK_HYPHEN ? (start.hyphen ? PENALTY.hyphens : PENALTY.hyphen) : 0;
      const cost = start.cost + (0.1 + badness + hyphens) ** 2;
      if (!best || cost < best.cost)
        best = { at: i + 1, hyphen: kind === BREAK_HYPHEN, ratio, cost, previous: p };
    }
    if (!best) {
      if (forced) return undefined;
      // Too wide from every start: this break ends no line, but a line may still begin after the next one.
      continue;
    }
    points.push(best);
    if (!forced) continue;
    lines.push(...trace(points));
    from = i + 1;
    points = [{ at: from, hyphen: false, ratio: 0, cost: 0, previous: -1 }];
  }
  return lines;
}

function trace(points: readonly Breakpoint[]): LineRange[] {
  const ranges: LineRange[] = [];
  for (let p = points.length - 1; p > 0; ) {
    const end = points[p]!;
    const start = points[end.previous]!;
    ranges.push({ from: start.at, to: end.at, hyphen: end.hyphen, last: p === points.length - 1 });
    p = end.previous;
  }
  return ranges.reverse();
}
