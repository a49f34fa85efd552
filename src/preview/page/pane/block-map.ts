/**
 * How two documents lie beside each other: what is at one height of the one, and what belongs beside it in the other.
 * Blocks that both have are beside each other, and between two of them the way is divided in proportion.
 */

/** A block and how far down it is, in px from the top of the pages. */
export interface Height {
  readonly key: string;
  readonly top: number;
}

export interface Column {
  readonly blocks: readonly Height[];
  /** px */
  readonly height: number;
}

type Pair = readonly [from: number, to: number];

/** The height in `to` that belongs beside a height in `from`; it never goes up while that goes down. */
export function blockMap(from: Column, to: Column): (height: number) => number {
  const pairs = rising([...common(from, to)], [from.height, to.height]);
  return (height) => {
    const after = pairs.findIndex(([start]) => start > height);
    const [start, end] = after < 0 ? pairs.slice(-2) : [pairs[after - 1], pairs[after]];
    if (!start || !end) return 0;
    const part = (height - start[0]) / (end[0] - start[0]);
    return start[1] + Math.min(1, Math.max(0, part)) * (end[1] - start[1]);
  };
}

function* common(from: Column, to: Column): Generator<Pair> {
  const tops = new Map<string, number>();
  for (const { key, top } of to.blocks) if (!tops.has(key)) tops.set(key, top);
  for (const { key, top } of from.blocks) {
    const other = tops.get(key);
    if (other !== undefined) yield [top, other];
    tops.delete(key);
  }
}

/** The pairs that go down on both sides, from the top to the end: a block that stands elsewhere in the other is left out. */
function rising(pairs: Pair[], end: Pair): Pair[] {
  const kept: Pair[] = [[0, 0]];
  for (const pair of pairs.sort((a, b) => a[0] - b[0])) {
    const [from, to] = kept.at(-1)!;
    if (pair[0] > from && pair[1] >= to && pair[0] < end[0] && pair[1] <= end[1]) kept.push(pair);
  }
  kept.push([Math.max(end[0], kept.at(-1)![0] + 1), end[1]]);
  return kept;
}
