/** Spares inline rules a search for an end that is not there, which from every start takes quadratic time. */
import type { StateInline } from 'markdown-it';

const indexesOf = new WeakMap<StateInline, Map<string, number>>();

/** Where `text` last stands in the content being parsed, or -1; searched for once for each content. */
export function lastIndex(state: StateInline, text: string): number {
  const indexes = indexesOf.get(state) ?? new Map<string, number>();
  indexesOf.set(state, indexes);
  const index = indexes.get(text) ?? state.src.lastIndexOf(text);
  indexes.set(text, index);
  return index;
}
