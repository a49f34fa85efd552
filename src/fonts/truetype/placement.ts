/**
 * Placing outlines: an offset and, rarely, a linear map (scaled, turned or mirrored components), how two of them
 * chain, and what box the result has.
 */

/** xMin, yMin, xMax, yMax in font units. */
export type Bounds = readonly [xMin: number, yMin: number, xMax: number, yMax: number];

/** x' = xx·x + yx·y and y' = xy·x + yy·y (the glyf table's xscale, scale10, scale01 and yscale). */
export interface LinearMap {
  readonly xx: number;
  readonly xy: number;
  readonly yx: number;
  readonly yy: number;
}

/** `map` first, then the offset in font units; no map is the identity. */
export interface Placement {
  readonly x: number;
  readonly y: number;
  readonly map?: LinearMap;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A point after placing. */
export function placed(placement: Placement, point: Point): Point {
  const { x, y, map } = placement;
  if (!map) return { x: x + point.x, y: y + point.y };
  return { x: x + map.xx * point.x + map.yx * point.y, y: y + map.xy * point.x + map.yy * point.y };
}

/** The placement that does `inner` first and `outer` after it. */
export function chain(outer: Placement, inner: Placement): Placement {
  const { x, y } = placed(outer, inner);
  const a = outer.map;
  const b = inner.map;
  if (!a || !b) return a || b ? { x, y, map: a ?? b } : { x, y };
  return {
    x,
    y,
    map: {
      xx: a.xx * b.xx + a.yx * b.xy,
      xy: a.xy * b.xx + a.yy * b.xy,
      yx: a.xx * b.yx + a.yx * b.yy,
      yy: a.xy * b.yx + a.yy * b.yy,
    },
  };
}

/** The box of a placed box: exact for an offset or a scale, and never too small for a turned one. */
export function placedBounds(placement: Placement, box: Bounds): Bounds {
  const { x, y, map } = placement;
  if (!map) return [box[0] + x, box[1] + y, box[2] + x, box[3] + y];
  const corners = [
    placed(placement, { x: box[0], y: box[1] }),
    placed(placement, { x: box[0], y: box[3] }),
    placed(placement, { x: box[2], y: box[1] }),
    placed(placement, { x: box[2], y: box[3] }),
  ];
  const xs = corners.map((corner) => corner.x);
  const ys = corners.map((corner) => corner.y);
  return [
    Math.floor(Math.min(...xs)),
    Math.floor(Math.min(...ys)),
    Math.ceil(Math.max(...xs)),
    Math.ceil(Math.max(...ys)),
  ];
}

/** The smallest box around both; either may be missing. */
export function union(a: Bounds | undefined, b: Bounds): Bounds {
  if (!a) return b;
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
