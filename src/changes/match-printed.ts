/**
 * Which block of a print is which of an earlier one: the same words in the same order first, so that a row put into a table
 * moves none of those below it; then short ones between the same neighbours; then as blocks of an original are found again.
 */
import { diffArrays } from 'diff';
import { type BlockMatch, matchBlocks } from '../translation/record/match-blocks.ts';
import { wordsIn } from '../translation/record/words.ts';
import type { PrintedBlock } from './printed.ts';

export interface PrintedMatch extends BlockMatch<PrintedBlock, PrintedBlock> {
  /** Says the same, but before or after other blocks than it did. */
  readonly moved?: true;
}

/** Blocks of both prints once, in the order of the new one; what is gone stands where it stood. */
export function matchPrinted(
  before: readonly PrintedBlock[],
  after: readonly PrintedBlock[],
  lang: string,
): readonly PrintedMatch[] {
  const { same, gaps } = sameInOrder(before, after);
  const found = new Map<PrintedBlock, PrintedBlock>();
  for (const gap of gaps) pairNeighbours(gap, found);
  const paired = new Set(found.values());
  const matched = matchBlocks(
    gaps.flatMap((gap) => gap.before.filter((block) => !paired.has(block))),
    gaps.flatMap((gap) => gap.after.filter((block) => !found.has(block))),
    lang,
  );
  for (const match of matched) if (match.before && match.after) found.set(match.after, match.before);
  const taken = new Set(found.values());
  return gaps.flatMap((gap, index): PrintedMatch[] => [
    ...inOrder(gap, found, taken),
    ...(same[index] ? [same[index]] : []),
  ]);
}

/** Blocks between two that are in both prints. */
interface Gap {
  readonly before: PrintedBlock[];
  readonly after: PrintedBlock[];
}

/** Blocks that come and go beyond which two prints have nothing to do with each other: finding out costs their square. */
const MOST_EDITS = 3000;

/** Blocks that are in both prints in the same order, and what is before, between and behind them. */
function sameInOrder(before: readonly PrintedBlock[], after: readonly PrintedBlock[]) {
  const gaps: Gap[] = [{ before: [], after: [] }];
  const same: PrintedMatch[] = [];
  const changes = diffArrays(before.map(keyOf), after.map(keyOf), { maxEditLength: MOST_EDITS });
  if (!changes) return { same, gaps: [{ before: [...before], after: [...after] }] };
  let [from, to] = [0, 0];
  for (const { added, removed, count } of changes) {
    if (removed) gaps.at(-1)!.before.push(...before.slice(from, from + count));
    else if (added) gaps.at(-1)!.after.push(...after.slice(to, to + count));
    else
      for (let i = 0; i < count; i++) {
        same.push({ before: before[from + i]!, after: after[to + i]! });
        gaps.push({ before: [], after: [] });
      }
    if (!added) from += count;
    if (!removed) to += count;
  }
  return { same, gaps };
}

const keyOf = ({ group, hash }: PrintedBlock): string => `${group} ${hash}`;

/** As many short blocks of the same kinds between the same neighbours: the number in a cell, a word that is a heading. */
function pairNeighbours({ before, after }: Gap, found: Map<PrintedBlock, PrintedBlock>): void {
  if (before.length !== after.length) return;
  // A sentence that shares no word with another is not that sentence changed.
  const areAlike = (one: PrintedBlock, other: PrintedBlock): boolean =>
    one.kind === other.kind && one.group === other.group && isShort(one) && isShort(other);
  if (!before.every((block, i) => areAlike(block, after[i]!))) return;
  for (const [i, block] of before.entries()) found.set(after[i]!, block);
}

/** Words of a block that is a cell, a label or a short heading. */
const FEW = 3;

const isShort = ({ text, lang }: PrintedBlock): boolean => wordsIn(text, lang).length <= FEW;

/** What is in a gap: blocks that are gone before the one that they stood before. */
function inOrder(
  { before, after }: Gap,
  found: ReadonlyMap<PrintedBlock, PrintedBlock>,
  taken: ReadonlySet<PrintedBlock>,
): PrintedMatch[] {
  const gone = before.filter((block) => !taken.has(block));
  const places = after.map((block) => before.indexOf(found.get(block)!));
  const matches: PrintedMatch[] = [];
  for (const [index, block] of after.entries()) {
    const old = found.get(block);
    // Where something new stands in place of something gone, that comes first.
    const next = places.slice(index).find((place) => place >= 0) ?? Number.POSITIVE_INFINITY;
    while (gone.length > 0 && before.indexOf(gone[0]!) < next) matches.push({ before: gone.shift()! });
    const isMoved = old !== undefined && keyOf(old) === keyOf(block);
    matches.push({ after: block, ...(old && { before: old }), ...(isMoved && { moved: true }) });
  }
  return [...matches, ...gone.map((block) => ({ before: block }))];
}
