/** Which of the pages that are drawn can stay when a newer PDF comes: those on which the same is painted. */

/**
 * For each new page the place of the old page that stays for it, or undefined where a picture must be drawn. A page that
 * is where it was stays there; of others the first unused one with the same digest is taken.
 */
export function matchPages(
  before: readonly string[],
  after: readonly string[],
): readonly (number | undefined)[] {
  const unused = new Map<string, number[]>();
  for (const [place, digest] of before.entries())
    if (after[place] !== digest) unused.set(digest, [...(unused.get(digest) ?? []), place]);
  return after.map((digest, place) => (before[place] === digest ? place : unused.get(digest)?.shift()));
}
