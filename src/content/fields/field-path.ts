/** Paths of values in front matter, and how messages name them: items are counted from 1, as people count. */

export type FieldPath = readonly (string | number)[];

/** `“title”`, `“action.url”`, `item 1 of “kinds”`, `“url” of item 2 of “references”`. */
export function fieldName(path: FieldPath): string {
  const at = path.findLastIndex((part) => typeof part === 'number');
  if (at < 0) return `“${path.join('.')}”`;
  const item = `item ${Number(path[at]) + 1} of ${fieldName(path.slice(0, at))}`;
  return at === path.length - 1 ? item : `“${path.slice(at + 1).join('.')}” of ${item}`;
}

/** How values are kept by path: `references.2.text`. */
export function pathKey(path: FieldPath): string {
  return path.join('.');
}
