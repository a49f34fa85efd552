/** Names of places, elements and attachments (ISO 32000-1 7.9.6). */
import { textBytes } from './serialize.ts';

/** A name tree in one leaf (7.9.6), sorted by the bytes of its keys. */
export function nameTree(entries: ReadonlyMap<string, unknown>): Record<'Names', unknown[]> {
  const sorted = [...entries].map(([key, value]) => ({ key, value, bytes: textBytes(key) }));
  sorted.sort((a, b) => (a.bytes < b.bytes ? -1 : a.bytes > b.bytes ? 1 : 0));
  return { Names: sorted.flatMap(({ key, value }) => [new String(key), value]) };
}
