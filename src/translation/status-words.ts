/** States of editions in words, for the terminal and the status page. */
import type { CheckedEdition, EditionState } from './check-set.ts';

const WORDS: Readonly<Record<EditionState, string>> = {
  source: 'original',
  fresh: 'up to date',
  stale: 'stale',
  draft: 'draft',
  unrecorded: 'not recorded',
  missing: 'missing',
  errors: 'has errors',
};

/** `up to date`, `stale: 2 blocks`. */
export function stateWords({ state, stale }: Pick<CheckedEdition, 'state' | 'stale'>): string {
  const blocks = `${stale.length} ${stale.length === 1 ? 'block' : 'blocks'}`;
  if (state === 'stale') return `${WORDS.stale}: ${blocks}`;
  return stale.length > 0 ? `${WORDS[state]}, stale: ${blocks}` : WORDS[state];
}
