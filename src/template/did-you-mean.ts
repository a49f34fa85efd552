/**
 * Ends a message about an unknown name with the one that was probably meant.
 */
import { nearest } from '../diagnostics/nearest.ts';

/** Words people bring from CSS and HTML, and what layout markup calls the same thing. */
const SYNONYMS: Readonly<Record<string, string>> = {
  left: 'start',
  right: 'end',
  p: 'text',
  div: 'stack',
  h1: 'title',
  h2: 'heading',
  h3: 'heading',
  a: 'link',
  img: 'image',
  li: 'item',
  tr: 'row',
  td: 'cell',
  th: 'cell',
  hr: 'rule',
  class: 'style',
  background: 'fill',
};

/** `: did you mean "title"?`, or nothing when no known name is near. `show` writes a name as the author would. */
export function didYouMean(
  name: string,
  known: Iterable<string>,
  show = (word: string) => `"${word}"`,
): string {
  const names = [...known];
  const synonym = Object.hasOwn(SYNONYMS, name) ? SYNONYMS[name] : undefined;
  const meant = synonym !== undefined && names.includes(synonym) ? synonym : nearest(name, names);
  return meant === undefined ? '' : `: did you mean ${show(meant)}?`;
}
