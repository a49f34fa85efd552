/**
 * How the width of a row is shared out among its columns: as was asked, or by what stands in them. What pdfmake would let
 * run off the page is narrowed here until it fits.
 */

/** A column of a row or of a table, measured. */
export interface Column {
  /** pt, `auto`, `*` or a percentage; `*` when absent. */
  readonly width?: number | string;
  readonly _minWidth: number;
  readonly _maxWidth: number;
}

const minOf = ({ _minWidth }: Column) => _minWidth;
const maxOf = ({ _maxWidth }: Column) => _maxWidth;

/** The widest words of all columns beside one another, pt. */
export function leastWidth(columns: readonly Column[]): number {
  return sum(columns.map(minOf));
}

/** Whether columns have to be narrower than the widest word in them. */
export function isTooNarrow(columns: readonly Column[], available: number): boolean {
  return leastWidth(columns) > available + 0.01;
}

/**
 * Widths as asked, pt: lengths and percentages first, `auto` by need, `*` in equal parts (CSS 2.2 17.5.2). When that is
 * more than there is, lengths give way down to their content, and at last all columns alike.
 */
export function askedWidths(columns: readonly Column[], available: number): number[] {
  const fixed = columns.map(({ width }) => lengthIn(available, width));
  const open = columns.filter((_, i) => fixed[i] === undefined);
  const rest = available - sum(fixed.map((width) => width ?? 0));
  const shared = sum(open.map(minOf)) <= rest + 0.01 ? shareRest(open, rest) : undefined;
  if (!shared || rest < -0.01) return narrowed(columns, fixed, available);
  let next = 0;
  return fixed.map((width) => width ?? shared[next++]!);
}

/**
 * Widths by content, which fill the row. Where everything goes on one line, columns are as even as that allows; else those
 * with little text keep it on one line, and the others share the rest by how much they have, none starving.
 */
export function contentWidths(columns: readonly Column[], available: number): number[] {
  const mins = columns.map(minOf);
  const maxs = columns.map(maxOf);
  if (sum(mins) >= available) return scaled(mins, available);
  if (sum(maxs) <= available) return evened(maxs, available);
  const widths: (number | undefined)[] = columns.map(() => undefined);
  let rest = available;
  for (;;) {
    const share = rest / widths.filter((width) => width === undefined).length;
    const small = maxs.findIndex((max, i) => widths[i] === undefined && max <= share);
    if (small < 0) break;
    widths[small] = maxs[small]!;
    rest -= maxs[small]!;
  }
  const open = columns.filter((_, i) => widths[i] === undefined);
  const floors = open.map((column) => Math.max(minOf(column), rest / open.length / 2));
  const shared = sum(floors) < rest ? proportional(open.map(maxOf), floors, rest) : undefined;
  if (!shared) return between(columns, available);
  let next = 0;
  return widths.map((width) => width ?? shared[next++]!);
}

/** A length, or a percentage of `available`, in pt; undefined for what is neither. */
export function lengthIn(available: number, length: number | string | undefined): number | undefined {
  if (typeof length === 'number') return length;
  return length?.endsWith('%') ? (Number.parseFloat(length) / 100) * available : undefined;
}

/** `auto` and `*` columns in `rest` pt, which holds their widest words. */
function shareRest(columns: readonly Column[], rest: number): number[] {
  const auto = columns.filter(({ width }) => width === 'auto');
  const stars = columns.filter(({ width }) => width !== 'auto');
  const starMin = Math.max(0, ...stars.map(minOf));
  const min = sum(auto.map(minOf)) + starMin * stars.length;
  const max = sum(auto.map(maxOf)) + Math.max(0, ...stars.map(maxOf)) * stars.length;
  let left = rest;
  const widths = new Map<Column, number>();
  for (const column of auto) {
    const { _minWidth, _maxWidth } = column;
    const part = max < rest ? 1 : min < rest ? (rest - min) / (max - min) : 0;
    const width = part === 1 ? _maxWidth : _minWidth + (_maxWidth - _minWidth) * part;
    widths.set(column, width);
    left -= width;
  }
  const shares = evened(
    stars.map((column) => (min < rest ? 0 : minOf(column))),
    left,
  );
  stars.forEach((column, i) => {
    widths.set(column, shares[i]!);
  });
  return columns.map((column) => widths.get(column)!);
}

/** Columns that ask for more than there is. */
function narrowed(
  columns: readonly Column[],
  fixed: readonly (number | undefined)[],
  available: number,
): number[] {
  const mins = columns.map(minOf);
  if (sum(mins) >= available) return scaled(mins, available);
  const wanted = columns.map((column, i) => Math.max(fixed[i] ?? 0, minOf(column)));
  const part = (available - sum(mins)) / Math.max(0.01, sum(wanted) - sum(mins));
  return wanted.map((width, i) => mins[i]! + (width - mins[i]!) * Math.min(1, part));
}

/** The same share of its least for each. */
function scaled(mins: readonly number[], available: number): number[] {
  const all = sum(mins);
  return mins.map((min) => (all > 0 ? (min * available) / all : available / mins.length));
}

/** Widths that add up to `available` and are equal but for those that must be at least as wide as their floor. */
function evened(floors: readonly number[], available: number): number[] {
  const widths: (number | undefined)[] = floors.map(() => undefined);
  let rest = available;
  let open = floors.length;
  for (;;) {
    const large = floors.findIndex((floor, i) => widths[i] === undefined && floor > rest / open);
    if (large < 0) return widths.map((width) => width ?? rest / open);
    widths[large] = floors[large]!;
    rest -= floors[large]!;
    open--;
  }
}

/** Shares of `rest` in proportion to weights, none below its floor. */
function proportional(weights: readonly number[], floors: readonly number[], rest: number): number[] {
  const atFloor = new Set<number>();
  for (;;) {
    const left = rest - sum(floors.filter((_, i) => atFloor.has(i)));
    const weight = sum(weights.filter((_, i) => !atFloor.has(i)));
    const widths = weights.map((each, i) => (atFloor.has(i) ? floors[i]! : (left * each) / weight));
    const low = widths.findIndex((width, i) => !atFloor.has(i) && width < floors[i]!);
    if (low < 0) return widths;
    atFloor.add(low);
  }
}

/** Each as far between its least and its most as the others. */
function between(columns: readonly Column[], available: number): number[] {
  const min = sum(columns.map(minOf));
  const part = (available - min) / (sum(columns.map(maxOf)) - min);
  return columns.map(({ _minWidth, _maxWidth }) => _minWidth + (_maxWidth - _minWidth) * part);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
