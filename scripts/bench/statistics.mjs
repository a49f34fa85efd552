/** Medians and minimums. Means are not used: on a shared machine one disturbed run in ten moves them by half. */

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export const minimum = (values) => Math.min(...values);

/** `of(runs, 'wall')`: the values of one field. */
export const of = (runs, field) => runs.map((run) => run[field]);
