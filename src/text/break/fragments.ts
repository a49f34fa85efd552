/**
 * The fragments of a line: what is painted in one go, because it shares a span, a face and a direction. A number in
 * right-to-left text is part of it, and so is the space beside a foreign word: readers of a PDF turn a fragment round
 * as a whole, and what they see apart they put together wrongly (docs/text-extraction.md).
 */
import type { TextSpan } from '../../document/style.ts';
import type { Face } from '../../fonts/face.ts';
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

/** Says whether two clusters are painted in one go. */
type Alike = (a: Cluster, b: Cluster) => boolean;

/** The fragments of clusters that come from left to right on a line of this width, pt. */
export function gatherFragments(
  { spans }: Paragraph,
  placed: readonly PlacedCluster[],
  width: number,
): Fragment[] {
  const numbers = plainNumbers(placed);
  const levelOf = (cluster: Cluster) => cluster.level - (numbers.has(cluster) ? 1 : 0);
  const alike: Alike = (a, b) => levelOf(a) === levelOf(b) && lookAlike(spans, a, b);
  const groups = group(placed, alike).flatMap((members) =>
    // Without a letter to say so, pdf.js does not see that ۱. is text from right to left.
    numbers.size === 0 || members.some(({ text }) => TURNED.test(text))
      ? [members]
      : group(members, (a, b) => a.level === b.level && alike(a, b)),
  );
  return withLoneSpaces(groups, alike).map((clusters, i, all) => {
    const { cluster, x } = clusters[0]!;
    const { span, face, size, rise } = cluster;
    const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
    return {
      ...{ span, face, size, rise, x, clusters },
      level: least(clusters.map((member) => member.cluster.level)),
      width: (all[i + 1]?.[0]?.x ?? width) - x,
      start: least(clusters.map((member) => member.cluster.start)),
    };
  });
}

/** Neighbours that are alike together. */
function group(placed: readonly PlacedCluster[], alike: Alike): PlacedCluster[][] {
  const groups: PlacedCluster[][] = [];
  for (const one of placed) {
    const last = groups[groups.length - 1];
    if (last && alike(last[0]!.cluster, one.cluster)) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** Letters that readers know to run from right to left. */
const TURNED = /(?=\p{L})[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const PLAIN_NUMBER = /^\p{Nd}+(?:[.,:/\u066b\u066c]\p{Nd}+)*$/u;

/** The clusters of numbers in right-to-left text that every reader leaves as they are when it turns the text round. */
function plainNumbers(placed: readonly PlacedCluster[]): ReadonlySet<Cluster> {
  const numbers = new Set<Cluster>();
  for (let i = 0; i < placed.length; ) {
    const { level } = placed[i]!.cluster;
    let end = i + 1;
    while (end < placed.length && placed[end]!.cluster.level === level) end++;
    if (level > 0 && level % 2 === 0) {
      const run = placed.slice(i, end);
      if (PLAIN_NUMBER.test(run.map(({ text }) => text).join('')))
        for (const { cluster } of run) numbers.add(cluster);
    }
    i = end;
  }
  return numbers;
}

/**
 * A space between two words has the face of the foreign one. By itself between right-to-left text and that word it goes
 * with the text, so that a reader knows to which side of the word it belongs.
 */
function withLoneSpaces(groups: readonly PlacedCluster[][], alike: Alike): PlacedCluster[][] {
  const joined: PlacedCluster[][] = [];
  groups.forEach((group, i) => {
    const [space] = group;
    const left = joined[joined.length - 1]?.at(-1);
    const right = groups[i + 1]?.[0];
    const lone = group.length === 1 && space!.cluster.space && (space!.cluster.level & 1) === 1;
    const joins = (other: PlacedCluster | undefined) =>
      other !== undefined && alike(inFaceOf(space!, other).cluster, other.cluster);
    if (lone && joins(left)) joined[joined.length - 1]!.push(inFaceOf(space!, left!));
    else if (lone && joins(right)) groups[i + 1]!.unshift(inFaceOf(space!, right!));
    else joined.push(group);
  });
  return joined;
}

/** A space that is as wide as it was, and has no glyph. */
function inFaceOf(placed: PlacedCluster, { cluster: { face, size, rise } }: PlacedCluster): PlacedCluster {
  const advance = Math.round((placed.cluster.width / size) * face.unitsPerEm);
  return { ...placed, cluster: { ...placed.cluster, face, size, rise, advance, glyphs: [] } };
}

function lookAlike(spans: readonly TextSpan[], a: Cluster, b: Cluster): boolean {
  return (
    a.face === b.face &&
    a.size === b.size &&
    a.rise === b.rise &&
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
