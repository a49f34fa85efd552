/** The order of everything that Bayan sorts: by code unit, which is the same on every machine and in every language. */

/** Compares two texts for `sort`; a list of nothing but texts is sorted so by `sort()` itself. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
