/**
 * Fills a line to the width of its column: by kashida first where language and face allow, then by the spaces
 * between words, or wherever a line may end in scripts without them: between words in Thai, Lao, Khmer and Burmese,
 * whose readers take a gap for a space, between characters in Chinese and Japanese.
 */

import type { Paragraph } from '../paragraph.ts';
import { type KashidaPoint, kashidaPoints, stretched, tatweelOf } from '../shape/kashida.ts';
import type { Cluster } from '../shape/shape.ts';
import { buildLine, type LineRange, type TextLine } from './line.ts';
import { BREAK_ALLOWED } from './opportunities.ts';
import { opportunityAfter } from './opportunity.ts';

/** How much of the room kashida takes before spaces grow: a line of long strokes and narrow spaces looks strained. */
const KASHIDA_SHARE = 0.55;
/** Longest stroke at one place, em. */
const KASHIDA_LIMIT = 0.6;
/** Strokes are drawn in steps of this, em, so that a font needs few stretched glyphs. */
const KASHIDA_STEP = 0.04;
/** A space may not shrink below this share of itself. */
const SHRINK_LIMIT = 0.3;
/** A space that would have to grow by more than this, em, is left alone: the line stays ragged. */
const SPACE_LIMIT = 2;

/** The line `range`, as wide as the column (pt). A last line is only ever narrowed. */
export function justifyLine(paragraph: Paragraph, range: LineRange, width: number): TextLine {
  const natural = buildLine(paragraph, range);
  const room = width - natural.width;
  if (natural.fragments.length === 0 || (range.last && room >= 0)) return natural;
  const { style } = paragraph;
  const replace = new Map<Cluster, Cluster>();
  let left = room;
  if (room > 0 && style.language.justification === 'kashida')
    left -= addKashida(paragraph, range, room, replace);
  const drawn = natural.fragments.flatMap((fragment) => fragment.clusters);
  if (room > 0 && style.language.justification === 'characters') {
    const gaps = gapsOf(paragraph, range);
    const each = room / Math.max(1, gaps.size);
    if (gaps.size === 0 || each > SPACE_LIMIT * style.style.size) return natural;
    return buildLine(paragraph, range, { space: 0, after: { clusters: gaps, room: each } });
  }
  const spaces = drawn.filter(({ cluster }) => cluster.space);
  if (spaces.length === 0)
    return replace.size > 0 ? buildLine(paragraph, range, { space: 0, replace }) : natural;
  const narrowest = -SHRINK_LIMIT * Math.min(...spaces.map(({ cluster }) => cluster.width));
  const space = Math.max(left / spaces.length, narrowest);
  return buildLine(paragraph, range, { space: space > SPACE_LIMIT * style.style.size ? 0 : space, replace });
}

/** Clusters of a line after which another line could begin. */
function gapsOf(paragraph: Paragraph, { from, to }: LineRange): Set<Cluster> {
  const { clusters } = paragraph;
  let last = to - 1;
  while (last > from && clusters[last]!.space) last--;
  const gaps = new Set<Cluster>();
  for (let i = from; i < last; i++) if (mayGrow(paragraph, i)) gaps.add(clusters[i]!);
  return gaps;
}

function mayGrow({ clusters, breaks, text }: Paragraph, i: number): boolean {
  const cluster = clusters[i]!;
  const next = clusters[i + 1];
  if ((cluster.level & 1) === 1 || !next) return cluster.space;
  return opportunityAfter(text, breaks, cluster.end, next.start) === BREAK_ALLOWED;
}

/** Puts stretched clusters into `replace`; returns what they add to the line, pt. */
function addKashida(
  paragraph: Paragraph,
  range: LineRange,
  room: number,
  replace: Map<Cluster, Cluster>,
): number {
  const { clusters, text } = paragraph;
  const points = kashidaPoints(text, clusters, range.from, range.to);
  const first = points[0] && clusters[points[0].at - 1]!;
  const tatweel = first && tatweelOf(first.face);
  if (!first || !tatweel) return 0;
  const em = first.size;
  const shortest = (tatweel.advance * first.size) / first.face.unitsPerEm;
  const longest = Math.max(KASHIDA_LIMIT * em, shortest);
  const wanted = room * KASHIDA_SHARE;
  const count = Math.min(
    points.length,
    Math.floor(wanted / shortest),
    Math.max(1, Math.ceil(wanted / (longest * 0.75))),
  );
  if (count < 1) return 0;
  const length = Math.min(longest, wanted / count);
  let added = 0;
  for (const { at } of spread(points, count)) {
    const cluster = clusters[at - 1]!;
    const { unitsPerEm } = cluster.face;
    const step = KASHIDA_STEP * unitsPerEm;
    const units = Math.floor(((length / cluster.size) * unitsPerEm) / step) * step;
    const whole = Math.round(Math.max(units, tatweelOf(cluster.face)?.advance ?? 0));
    const wide = stretched(cluster, whole);
    if (added + wide.width - cluster.width > room) break;
    added += wide.width - cluster.width;
    replace.set(cluster, wide);
  }
  return added;
}

/** The best `count` points: by priority, and among equals those that lie furthest apart. */
function spread(points: readonly KashidaPoint[], count: number): KashidaPoint[] {
  const chosen: KashidaPoint[] = [];
  for (let priority = 1; priority <= 7 && chosen.length < count; priority++) {
    const equals = points.filter((point) => point.priority === priority);
    const need = Math.min(count - chosen.length, equals.length);
    for (let k = 0; k < need; k++) chosen.push(equals[Math.floor(((k + 0.5) * equals.length) / need)]!);
  }
  return chosen;
}

/** What the lines of a paragraph can give: by how much each of its clusters may comfortably grow, pt. */
export function stretchability(paragraph: Paragraph): (cluster: Cluster, index: number) => number {
  const { justification } = paragraph.style.language;
  if (justification === 'characters')
    return (cluster, index) => (mayGrow(paragraph, index) ? cluster.size * 0.16 : 0);
  return (cluster) =>
    cluster.space
      ? cluster.width * 0.6
      : justification === 'kashida' && cluster.tatweel && cluster.face.kashida
        ? cluster.size * 0.03
        : 0;
}
