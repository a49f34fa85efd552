/** Plane transformations as PDF and SVG write them. */

/** x′ = a·x + c·y + e and y′ = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

export function translation(x: number, y: number): Matrix {
  return [1, 0, 0, 1, x, y];
}

export function scaling(x: number, y = x): Matrix {
  return [x, 0, 0, y, 0, 0];
}

export function transformPoint([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** How many times larger an area is afterwards; 0 when everything falls on a line. */
export function areaFactor([a, b, c, d]: Matrix): number {
  return Math.abs(a * d - b * c);
}

/** Whether circles stay circles: lengths then grow by the root of the area's factor. */
export function isSimilarity([a, b, c, d]: Matrix): boolean {
  const tolerance = 1e-6 * (a * a + b * b + c * c + d * d);
  return Math.abs(a * c + b * d) <= tolerance && Math.abs(a * a + b * b - c * c - d * d) <= tolerance;
}
