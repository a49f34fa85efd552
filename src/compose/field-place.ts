/** Where in its content file a value stands that a template has printed: faults of it are told there, and not in the template. */
import type { Edition } from '../content/edition.ts';
import type { SourceSpan } from '../diagnostics/diagnostic.ts';

/** The field whose text is `printed`, or the one with the longest text within it, where a template has added to it. */
export function fieldPlace(
  { frontMatter, declared, places }: Edition,
  printed: string,
): SourceSpan | undefined {
  const values: unknown = { ...frontMatter, ...declared };
  let longest = '';
  let found: SourceSpan | undefined;
  for (const [key, place] of places) {
    const value = key.split('.').reduce(inside, values);
    if (typeof value !== 'string' || value.length <= longest.length || !printed.includes(value)) continue;
    [longest, found] = [value, place];
  }
  return found;
}

function inside(value: unknown, part: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
  return Object.getOwnPropertyDescriptor(value, part)?.value;
}
