/**
 * A stretch of foreign text between two words of the host's: what stands around its items and between them, and whether
 * it reads as a sentence.
 */
import type { Gap } from './gaps.ts';
import { type Item, textBetween } from './items.ts';
import type { HostBefore } from './number-owner.ts';
import type { Edge, Reader } from './phrases.ts';

/** What stands around the items of a stretch. */
export interface Surroundings {
  readonly left: Edge;
  readonly right: Edge;
  readonly hostBefore: HostBefore;
  /** What follows the last item, with the first character of the host's. */
  readonly after: string;
  /** Token after the last of the stretch. */
  readonly end: number;
}

/** What stands between two neighbouring items. */
export function gapBetween({ text, tokens }: Reader, before: Item, after: Item): Gap {
  const end = tokens[before.last]!.end;
  const start = tokens[after.first]!.start;
  return {
    text: textBetween(text, tokens, before.last, after.first),
    before: text.slice(Math.max(tokens[before.last]!.start, end - 16), end),
    after: text.slice(start, Math.min(tokens[after.first]!.end, start + 16)),
  };
}

/** Small words that stand in names too. */
const IN_NAMES =
  /^(?:of|and|the|for|in|on|to|at|by|with|a|an|de|du|des|da|do|di|del|la|le|les|el|al|von|van|der|den|und|et|y|e|bin|bint|ul|ur|us)$/;

/** Whether foreign text reads as a sentence and not as a name: a word after the first is in small letters. */
export function isSentenceLike(written: string): boolean {
  const words = written.split(/[^\p{L}\p{M}'’.@/-]+/u);
  return words.slice(1).some((word) => /^\p{Ll}{2,}$/u.test(word) && !IN_NAMES.test(word));
}
