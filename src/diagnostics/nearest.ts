/**
 * The nearest known name to one that is not known, for messages that say "did you mean …".
 */

/**
 * The candidate with the smallest optimal string alignment distance to `name`, ignoring case; undefined when
 * none is near (more than a third of the name would have to change). Ties go to the first candidate.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = [...name.normalize('NFC').toLowerCase()];
  if (wanted.length > 64) return undefined;
  let best: string | undefined;
  // One letter of two is half the name: `fr` is not a slip for `ar`.
  const most = wanted.length < 3 ? 0 : Math.max(1, Math.floor(wanted.length / 3));
  let bestDistance = most + 1;
  for (const candidate of candidates) {
    const distance = alignmentDistance(wanted, [...candidate.normalize('NFC').toLowerCase()]);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** A hint that names the nearest candidate, or lists them all when none is near. */
export function nearestHint(name: string, candidates: readonly string[]): string {
  const near = nearest(name, candidates);
  if (near !== undefined) return `did you mean "${near}"?`;
  if (candidates.length === 0) return 'there are none yet';
  const shown = candidates.slice(0, 20).join(', ');
  return `known: ${shown}${candidates.length > 20 ? ` and ${candidates.length - 20} more` : ''}`;
}

/** Edits that turn `a` into `b`: insertions, deletions, substitutions and swaps of neighbours. */
function alignmentDistance(a: readonly string[], b: readonly string[]): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let distance = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        distance = Math.min(distance, beforeLast[j - 2]! + 1);
      row.push(distance);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
