/**
 * A line of a paragraph: the clusters between two breaks, in visual order, each at its place, gathered into
 * fragments (./fragments.ts).
 */

import { nominalGlyph } from '../../fonts/harfbuzz.ts';
import { lineLevels, visualOrder } from '../bidi/bidi.ts';
import type { Paragraph } from '../paragraph.ts';
import type { Cluster } from '../shape/shape.ts';
import { type Fragment, gatherFragments, type PlacedCluster } from './fragments.ts';

export interface TextLine {
  readonly paragraph: Paragraph;
  /** `[start, end)` in the paragraph's text, without the white space that ends the line. */
  readonly start: number;
  readonly end: number;
  readonly fragments: readonly Fragment[];
  /** Width of what is drawn, pt. */
  readonly width: number;
  readonly last: boolean;
  /** Ends inside a word that is wider than the column. */
  readonly cut: boolean;
}

/** Where one line begins and ends among the clusters of a paragraph, as a line breaker decides it. */
export interface LineRange {
  /** First cluster. */
  readonly from: number;
  /** Cluster after the last. */
  readonly to: number;
  readonly hyphen: boolean;
  /** Ends where no break is allowed: the word is wider than the column. */
  readonly cut?: boolean;
  /** Ends a paragraph or a forced line: never justified. */
  readonly last: boolean;
}

/** What justification does to a line. */
export interface Stretch {
  /** Extra room after each space, pt; negative when the line is narrowed. */
  readonly space: number;
  /** Extra room after each of these clusters, pt. */
  readonly after?: { readonly clusters: ReadonlySet<Cluster>; readonly room: number };
  /** Clusters drawn in place of others: letters with a kashida. */
  readonly replace?: ReadonlyMap<Cluster, Cluster>;
}

const CONTROLS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\u200b\u2060\u00ad\n\r\t]/g;

/** Builds a line: rule L1 and L2, then places from left to right. */
export function buildLine(paragraph: Paragraph, range: LineRange, stretch: Stretch = { space: 0 }): TextLine {
  const all = paragraph.clusters;
  let { from, to } = range;
  while (to > from && all[to - 1]!.space) to--;
  while (from < to && all[from]!.space && range.from > 0) from++;
  const { replace, after } = stretch;
  const clusters = all.slice(from, to);
  if (replace)
    for (let i = 0; i < clusters.length; i++) clusters[i] = replace.get(clusters[i]!) ?? clusters[i]!;
  if (range.hyphen && clusters.length > 0) clusters.push(hyphenAfter(clusters[clusters.length - 1]!));
  if (clusters.length === 0) {
    const at = all[range.from]?.start ?? 0;
    return { paragraph, start: at, end: at, fragments: [], width: 0, last: range.last, cut: false };
  }
  const start = clusters[0]!.start;
  const end = clusters[clusters.length - 1]!.end;
  const reset = lineLevels(
    paragraph.text,
    paragraph.levels,
    start,
    Math.max(end, start + 1),
    paragraph.style.dir,
  );
  const order = visualOrder(
    clusters.map((cluster) => reset[Math.min(cluster.start, end - 1) - start] ?? cluster.level),
  );
  const placed: PlacedCluster[] = [];
  let x = 0;
  for (const index of order) {
    const cluster = clusters[index]!;
    placed.push({ cluster, x, text: copiedText(paragraph.text, cluster) });
    x +=
      cluster.width + (cluster.space ? stretch.space : 0) + (after?.clusters.has(cluster) ? after.room : 0);
  }
  return {
    paragraph,
    start,
    end,
    fragments: gatherFragments(paragraph, placed, x),
    width: x,
    last: range.last,
    cut: range.cut === true,
  };
}

function copiedText(text: string, cluster: Cluster): string {
  if (cluster.start === cluster.end) return '\u00ad';
  if (cluster.space) return ' ';
  return text.slice(cluster.start, cluster.end).replace(CONTROLS, '');
}

/** The hyphen drawn at a soft hyphen or hyphenation point, in the face of the word. Its text is U+00AD, which readers drop when they join the word. */
export function hyphenAfter(cluster: Cluster): Cluster {
  const { face } = cluster;
  const id = nominalGlyph(face.harfbuzz, 0x2010) || nominalGlyph(face.harfbuzz, 0x2d);
  const advance = face.advanceOf(id);
  return {
    ...cluster,
    start: cluster.end,
    glyphs: [{ id, x: 0, y: 0 }],
    advance,
    width: (advance * cluster.size) / face.unitsPerEm,
    space: false,
    tatweel: false,
  };
}
