/**
 * A line of a paragraph: the clusters between two breaks, in visual order, each at its place, gathered into
 * fragments that share a span and a face.
 */

import type { TextSpan } from '../../document/style.ts';
import type { Face } from '../../fonts/face.ts';
import { nominalGlyph } from '../../fonts/harfbuzz.ts';
import { lineLevels, visualOrder } from '../bidi/bidi.ts';
import type { Paragraph } from '../paragraph.ts';
import type { Cluster } from '../shape/shape.ts';

/** A cluster at its place; `text` is what a reader copies, where that is not the paragraph's own text. */
export interface PlacedCluster {
  readonly cluster: Cluster;
  /** Left edge from the line's left edge, pt. */
  readonly x: number;
  readonly text: string;
}

/** Neighbouring clusters of one span, face and direction, from left to right. */
export interface Fragment {
  readonly span: number;
  readonly face: Face;
  readonly size: number;
  readonly rise: number;
  readonly level: number;
  readonly x: number;
  readonly width: number;
  /** Index in the paragraph of its first character: fragments in this order are in reading order. */
  readonly start: number;
  readonly clusters: readonly PlacedCluster[];
}

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
    fragments: gather(paragraph, placed, x),
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

function gather({ spans }: Paragraph, placed: readonly PlacedCluster[], width: number): Fragment[] {
  const fragments: Fragment[] = [];
  for (let i = 0; i < placed.length; ) {
    const first = placed[i]!.cluster;
    let end = i + 1;
    while (end < placed.length && sameFragment(spans, first, placed[end]!.cluster)) end++;
    const members = placed.slice(i, end);
    fragments.push({
      span: first.span,
      face: first.face,
      size: first.size,
      rise: first.rise,
      level: first.level,
      x: members[0]!.x,
      width: (placed[end]?.x ?? width) - members[0]!.x,
      start: members.reduce(
        (least, member) => Math.min(least, member.cluster.start),
        Number.POSITIVE_INFINITY,
      ),
      clusters: members,
    });
    i = end;
  }
  return fragments;
}

function sameFragment(spans: readonly TextSpan[], a: Cluster, b: Cluster): boolean {
  return (
    a.face === b.face &&
    a.size === b.size &&
    a.rise === b.rise &&
    a.level === b.level &&
    (a.span === b.span || areAlike(spans[a.span]!, spans[b.span]!))
  );
}

/** Whether two spans are painted and tagged alike: an author's lines of one paragraph are a span each. */
function areAlike(a: TextSpan, b: TextSpan): boolean {
  return (
    a.link === b.link &&
    a.group === b.group &&
    a.element === b.element &&
    a.note === undefined &&
    b.note === undefined &&
    !a.destinations &&
    !b.destinations &&
    !a.object &&
    !b.object &&
    a.language?.tag === b.language?.tag &&
    a.style.color === b.style.color &&
    a.style.underline === b.style.underline &&
    a.style.strike === b.style.strike
  );
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
