/** Medians and minimums. Means are not used: on a shared machine one disturbed run in ten moves them by half. */

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export const minimum = (values: readonly number[]): number => Math.min(...values);

/** `of(runs, 'wall')`: the values of one field, where it was measured. */
export function of<K extends string>(
  runs: readonly { readonly [key in K]?: number | undefined }[],
  field: K,
): number[] {
  return runs.flatMap((run) => run[field] ?? []);
}

/** The median of a field; undefined where it could not be measured. */
export function medianOf<K extends string>(
  runs: readonly { readonly [key in K]?: number | undefined }[],
  field: K,
): number | undefined {
  const values = of(runs, field);
  return values.length > 0 ? median(values) : undefined;
}
