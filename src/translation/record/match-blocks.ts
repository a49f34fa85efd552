/**
 * Which block of a text is which of an earlier state of it: the same words first, wherever they have gone; then the same field;
 * then the most alike, in order.
 */

import type { TextBlock } from '../blocks.ts';
import { blockHash, groupOf, type RecordedBlock } from './record.ts';
import { wordsIn } from './words.ts';

/** What of a block tells which it is. */
export type NamedBlock = Pick<TextBlock, 'at' | 'kind' | 'group' | 'text'>;

export interface BlockMatch<Before = RecordedBlock, After = TextBlock> {
  readonly before?: Before;
  readonly after?: After;
}

/** Part of the words of two paragraphs that makes them one paragraph and its new version. */
const ALIKE = 0.4;
/** Candidates that are compared: a text that was written anew has no old paragraphs to find. */
const MOST_COMPARED = 250_000;

/** Every block of both states once: the new ones in their order, then those that are gone. */
export function matchBlocks<Before extends RecordedBlock, After extends NamedBlock>(
  before: readonly Before[],
  after: readonly After[],
  lang: string,
): readonly BlockMatch<Before, After>[] {
  const found = new Map<After, Before>();
  const left = new Set(before);
  const take = (block: After, old: Before | undefined): void => {
    if (!old) return;
    found.set(block, old);
    left.delete(old);
  };
  const byHash = new Map<string, Before[]>();
  for (const old of before) byHash.set(old.hash, [...(byHash.get(old.hash) ?? []), old]);
  // Of blocks with the same words (two cells “Yes”), one with the same name is the one.
  for (const block of after)
    take(
      block,
      byHash.get(blockHash(block))?.find((old) => left.has(old) && old.at === block.at),
    );
  for (const block of after)
    if (!found.has(block))
      take(
        block,
        byHash.get(blockHash(block))?.find((old) => left.has(old)),
      );
  for (const { block, old } of likeliest(
    [...left],
    after.filter((block) => !found.has(block)),
    lang,
  ))
    if (left.has(old) && !found.has(block)) take(block, old);
  // One field alone of its name is itself, whatever it says now.
  for (const block of after)
    if (block.kind === 'field' && !found.has(block))
      take(
        block,
        before.find((old) => left.has(old) && old.kind === 'field' && old.at === block.at),
      );
  return [
    ...after.map((block) => {
      const old = found.get(block);
      return { after: block, ...(old && { before: old }) };
    }),
    ...[...left].map((old) => ({ before: old })),
  ];
}

interface Likeness<Before, After> {
  readonly block: After;
  readonly old: Before;
  readonly likeness: number;
  /** How far one has moved from the other. */
  readonly distance: number;
}

/** Pairs that are alike enough, the most alike first. */
function likeliest<Before extends RecordedBlock, After extends NamedBlock>(
  before: readonly Before[],
  after: readonly After[],
  lang: string,
): readonly Likeness<Before, After>[] {
  if (before.length * after.length > MOST_COMPARED) return [];
  const words = new Map<string, ReadonlyMap<string, number>>();
  const count = (text: string): ReadonlyMap<string, number> => {
    let counts = words.get(text);
    if (!counts) {
      counts = countWords(text, lang);
      words.set(text, counts);
    }
    return counts;
  };
  const pairs: Likeness<Before, After>[] = [];
  for (const [index, old] of before.entries())
    for (const [place, block] of after.entries()) {
      const [one, other] = [old.kind, block.kind];
      if ((one === 'field') !== (other === 'field')) continue;
      if (one === 'field' && groupOf(old) !== block.group) continue;
      const likeness = alike(count(old.text), count(block.text)) - (one === other ? 0 : 0.15);
      if (likeness >= ALIKE) pairs.push({ block, old, likeness, distance: Math.abs(index - place) });
    }
  return pairs.sort((a, b) => b.likeness - a.likeness || a.distance - b.distance);
}

function countWords(text: string, lang: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of wordsIn(text, lang)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Dice’s coefficient: twice the words in common, of the words of both. */
function alike(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let [shared, all] = [0, 0];
  for (const [word, count] of one) {
    shared += Math.min(count, other.get(word) ?? 0);
    all += count;
  }
  for (const count of other.values()) all += count;
  return all === 0 ? 0 : (2 * shared) / all;
}
