/** Outlines of shapes: straight lines and cubic curves. */
import { type Matrix, transformPoint } from './matrix.ts';

export interface Path {
  /** A letter for each step: `m` moves, `l` draws a line, `c` a cubic curve, `h` back to where the outline began. */
  readonly steps: string;
  /** x and y of the points of the steps: one for `m` and `l`, three for `c`. */
  readonly points: readonly number[];
}

/** `[x, y, width, height]`. */
export type Box = readonly [x: number, y: number, width: number, height: number];

export function transformPath({ steps, points }: Path, matrix: Matrix): Path {
  const moved: number[] = [];
  for (let i = 0; i < points.length; i += 2)
    moved.push(...transformPoint(matrix, points[i]!, points[i + 1]!));
  return { steps, points: moved };
}

/** The smallest box around a path, curves and not only their control points; undefined for an empty path. */
export function pathBox({ steps, points }: Path): Box | undefined {
  const extent = new Extent();
  let [x, y] = [0, 0];
  for (let step = 0, at = 0; step < steps.length; step++) {
    const kind = steps[step];
    if (kind === 'h') continue;
    if (kind === 'c') {
      const [x1, y1, x2, y2, x3, y3] = points.slice(at, at + 6) as [
        number,
        number,
        number,
        number,
        number,
        number,
      ];
      for (const t of [...turns(x, x1, x2, x3), ...turns(y, y1, y2, y3)])
        extent.add(cubic(x, x1, x2, x3, t), cubic(y, y1, y2, y3, t));
    }
    at += kind === 'c' ? 6 : 2;
    x = points[at - 2]!;
    y = points[at - 1]!;
    // A move that nothing is drawn from takes no room.
    if (kind !== 'm' || (steps[step + 1] ?? 'm') !== 'm') extent.add(x, y);
  }
  return extent.box;
}

/** Where a coordinate of a cubic curve turns round. */
function turns(p0: number, p1: number, p2: number, p3: number): number[] {
  const a = p3 - 3 * p2 + 3 * p1 - p0;
  const b = 2 * (p2 - 2 * p1 + p0);
  const c = p1 - p0;
  const inside = (t: number) => t > 0 && t < 1;
  if (Math.abs(a) < 1e-12) return b === 0 ? [] : [-c / b].filter(inside);
  const root = b * b - 4 * a * c;
  if (root < 0) return [];
  return [(-b + Math.sqrt(root)) / (2 * a), (-b - Math.sqrt(root)) / (2 * a)].filter(inside);
}

function cubic(p0: number, p1: number, p2: number, p3: number, t: number): number {
  const u = 1 - t;
  return u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3;
}

/** Grows to hold every point that it is given. */
export class Extent {
  #left = Number.POSITIVE_INFINITY;
  #top = Number.POSITIVE_INFINITY;
  #right = Number.NEGATIVE_INFINITY;
  #bottom = Number.NEGATIVE_INFINITY;

  add(x: number, y: number): void {
    this.#left = Math.min(this.#left, x);
    this.#top = Math.min(this.#top, y);
    this.#right = Math.max(this.#right, x);
    this.#bottom = Math.max(this.#bottom, y);
  }

  addBox([x, y, width, height]: Box): void {
    this.add(x, y);
    this.add(x + width, y + height);
  }

  get box(): Box | undefined {
    if (this.#left > this.#right) return undefined;
    return [this.#left, this.#top, this.#right - this.#left, this.#bottom - this.#top];
  }
}
