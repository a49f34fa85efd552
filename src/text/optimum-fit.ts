/**
 * Optimum-fit line breaking: the breaks of a paragraph are chosen together, so that no line is much looser than its
 * neighbours and the last is no single word (D. E. Knuth and M. F. Plass, Breaking Paragraphs into Lines, 1981).
 */
import { BREAK_HYPHEN, BREAK_MANDATORY, NO_BREAK } from './line-break.ts';
import type { LineRange } from './line.ts';
import type { Paragraph } from './paragraph.ts';
import { opportunityAfter } from './opportunity.ts';

/** How far a space may grow and shrink, in its own width, before a line counts as bad. */
const STRETCH = 0.6;
const SHRINK = 0.3;
/** Added to the cost of a line; costs are squares of badness, 1 for a line stretched to its limit. */
const PENALTY = { hyphen: 0.6, hyphens: 1.2, runt: 1.6 } as const;
/** A last line narrower than this share of the column is a runt. */
const RUNT = 0.16;

interface Breakpoint {
  /** Cluster the next line starts with. */
  readonly at: number;
  readonly hyphen: boolean;
  cost: number;
  previous: number;
}

/** Lines for a column `width` pt wide; undefined when some piece is wider than the column. */
export function optimumFit(paragraph: Paragraph, width: number): LineRange[] | undefined {
  const { clusters, breaks, text, style } = paragraph;
  const justified = style.align === 'justify';
  const advance = new Float64Array(clusters.length + 1);
  const spaces = new Float64Array(clusters.length + 1);
  for (let i = 0; i < clusters.length; i++) {
    const cluster = clusters[i]!;
    advance[i + 1] = advance[i]! + cluster.width;
    spaces[i + 1] = spaces[i]! + (cluster.space ? cluster.width : 0);
  }
  const lines: LineRange[] = [];
  let from = 0;
  let points: Breakpoint[] = [{ at: 0, hyphen: false, cost: 0, previous: -1 }];
  const indent = style.indent ?? 0;
  for (let i = 0; i < clusters.length; i++) {
    const kind = opportunityAfter(text, breaks, clusters[i]!.end, clusters[i + 1]?.start ?? text.length);
    if (kind === NO_BREAK) continue;
    const forced = kind === BREAK_MANDATORY;
    let best: Breakpoint | undefined;
    let end = i + 1;
    while (end > from && clusters[end - 1]!.space) end--;
    for (let p = points.length - 1; p >= 0; p--) {
      const start = points[p]!;
      let first = start.at;
      while (first < end && clusters[first]!.space && first > from) first++;
      const natural = advance[end]! - advance[first]! + (kind === BREAK_HYPHEN ? clusters[end - 1]!.size * 0.3 : 0) + (start.at === 0 ? indent : 0);
      const room = width - natural;
      const gaps = spaces[end]! - spaces[first]!;
      if (room < (justified ? -gaps * SHRINK : -0.01)) break;
      if (!Number.isFinite(start.cost)) continue;
      let badness: number;
      if (forced) badness = room / width > 1 - RUNT && start.at > from ? PENALTY.runt : room < 0 ? (room / (gaps * SHRINK || 1)) ** 2 : 0;
      else if (justified) badness = (room >= 0 ? room / Math.max(gaps * STRETCH, width * 0.01) : room / (gaps * SHRINK)) ** 2;
      else badness = ((room / width) * 5) ** 2;
      const hyphens = kind === BREAK_HYPHEN ? (start.hyphen ? PENALTY.hyphens : PENALTY.hyphen) : 0;
      const cost = start.cost + (0.1 + badness + hyphens) ** 2;
      if (!best || cost < best.cost) best = { at: i + 1, hyphen: kind === BREAK_HYPHEN, cost, previous: p };
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
    points = [{ at: from, hyphen: false, cost: 0, previous: -1 }];
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
