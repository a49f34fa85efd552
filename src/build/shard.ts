/**
 * Shards: a build that several processes share, each by itself. Which one an edition belongs to follows from its name alone,
 * so that they need not speak to each other, and no other edition moves when one comes or goes.
 */
import { byCodeUnit } from '../diagnostics/code-unit-order.ts';
import { sha256 } from '../files/source-file.ts';
import { canonicalTag } from '../language/tag.ts';
import { type PlanOptions, slugNamed } from '../project/plan.ts';

/** One share of a build. */
export interface Shard {
  /** From 1. */
  readonly number: number;
  /** How many there are. */
  readonly of: number;
}

/** A build that was shared out, as far as an output folder holds it. The manifest of a whole build has none. */
export interface Division {
  readonly of: number;
  /** The shards that were built, ascending. */
  readonly done: readonly number[];
  /** What was asked for, where it was not everything. */
  readonly only?: PlanOptions;
}

/** 48 bits: exact as a number, and even over any count of shards. */
const HEX_DIGITS = 12;

/** The number, from 1, of the shard that builds an edition. */
export function shardNumber(edition: { readonly slug: string; readonly lang: string }, of: number): number {
  const digest = sha256(`${edition.slug}/${edition.lang}`);
  return (Number.parseInt(digest.slice(0, HEX_DIGITS), 16) % of) + 1;
}

/** What a build was asked for, in one form; undefined for everything. */
export function askedFor({ slugs, langs, kinds }: PlanOptions): PlanOptions | undefined {
  const inOrder = (names: readonly string[]): string[] => [...new Set(names)].sort(byCodeUnit);
  const only = {
    ...(slugs && { slugs: inOrder(slugs.map(slugNamed)) }),
    ...(langs && { langs: inOrder(langs.map((tag) => canonicalTag(tag) ?? tag)) }),
    ...(kinds && { kinds: inOrder(kinds) }),
  };
  return Object.keys(only).length > 0 ? only : undefined;
}

/** Whether two divisions share out the same build into as many shards. */
export function isSameDivision(a: Omit<Division, 'done'>, b: Omit<Division, 'done'>): boolean {
  return a.of === b.of && JSON.stringify(a.only) === JSON.stringify(b.only);
}

/** With some of its shards more; undefined when it is whole then. */
export function withShards(before: Division | undefined, built: Division): Division | undefined {
  const known = before && isSameDivision(before, built) ? before.done : [];
  const done = [...new Set([...known, ...built.done])].sort((a, b) => a - b);
  return done.length === built.of ? undefined : { ...built, done };
}

/** Without a shard, which is about to be built again. */
export function withoutShard(before: Division | undefined, number: number): Division | undefined {
  return before && { ...before, done: before.done.filter((each) => each !== number) };
}
