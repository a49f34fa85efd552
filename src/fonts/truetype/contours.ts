/**
 * The points of a simple glyph: decoded for the few questions that need them. Which way its contours run, and
 * the same contours run the other way.
 */
import type { Point } from './placement.ts';
import { TableReader } from './reader.ts';
import {
  ON_CURVE,
  OVERLAP_SIMPLE,
  REPEAT,
  readSimpleGlyph,
  type SimpleGlyph,
  X_SAME_OR_POSITIVE,
  X_SHORT,
  Y_SAME_OR_POSITIVE,
  Y_SHORT,
} from './simple-glyph.ts';

interface Points {
  readonly flags: Uint8Array;
  readonly xs: Int32Array;
  readonly ys: Int32Array;
}

/** Reads the bytes themselves, which `readSimpleGlyph` has found to be whole. */
function decodePoints({ data, pointCount, pointsAt }: SimpleGlyph): Points {
  const { bytes } = data;
  const flags = new Uint8Array(pointCount);
  let at = data.start + pointsAt;
  for (let i = 0; i < pointCount; ) {
    const flag = bytes[at++]!;
    flags[i++] = flag;
    if (flag & REPEAT) for (let left = bytes[at++]!; left > 0; left--) flags[i++] = flag;
  }
  const xs = new Int32Array(pointCount);
  const ys = new Int32Array(pointCount);
  at = decodeAxis(bytes, at, flags, X_SHORT, X_SAME_OR_POSITIVE, xs);
  decodeAxis(bytes, at, flags, Y_SHORT, Y_SAME_OR_POSITIVE, ys);
  return { flags, xs, ys };
}

/** Decodes the coordinates on one axis into `values` and returns the place after them. */
function decodeAxis(
  bytes: Uint8Array,
  start: number,
  flags: Uint8Array,
  short: number,
  same: number,
  values: Int32Array,
): number {
  let at = start;
  let value = 0;
  for (let i = 0; i < flags.length; i++) {
    const flag = flags[i]!;
    if (flag & short) {
      const step = bytes[at++]!;
      value += flag & same ? step : -step;
    } else if (!(flag & same)) {
      value += ((bytes[at]! << 24) | (bytes[at + 1]! << 16)) >> 16;
      at += 2;
    }
    values[i] = value;
  }
  return at;
}

/** A point by its number, which must be below `pointCount`. */
export function pointOf(glyph: SimpleGlyph, index: number): Point {
  const { xs, ys } = decodePoints(glyph);
  return { x: xs[index] ?? 0, y: ys[index] ?? 0 };
}

function lastPoint({ data }: SimpleGlyph, contour: number): number {
  return data.u16(10 + contour * 2);
}

/**
 * Twice the area inside the contours, in square font units: negative when they run clockwise, as the outer
 * contours of TrueType should. Curves count as their control polygon, which is enough to tell the direction.
 */
export function signedArea(glyph: SimpleGlyph): number {
  const { xs, ys } = decodePoints(glyph);
  let area = 0;
  let first = 0;
  for (let contour = 0; contour < glyph.contourCount; contour++) {
    const last = lastPoint(glyph, contour);
    let x = xs[last]!;
    let y = ys[last]!;
    for (let i = first; i <= last; i++) {
      const nextX = xs[i]!;
      const nextY = ys[i]!;
      area += x * nextY - nextX * y;
      x = nextX;
      y = nextY;
    }
    first = last + 1;
  }
  return area;
}

/** The same shape with every contour run the other way, from the same first point. Instructions are dropped. */
export function reversed(glyph: SimpleGlyph): SimpleGlyph {
  const { flags, xs, ys } = decodePoints(glyph);
  const order: number[] = [];
  for (let contour = 0; contour < glyph.contourCount; contour++) {
    const first = order.length;
    order.push(first);
    for (let i = lastPoint(glyph, contour); i > first; i--) order.push(i);
  }

  const head = 10 + glyph.contourCount * 2;
  const bytes = new Uint8Array(head + 2 + order.length * 5);
  bytes.set(glyph.data.bytes.subarray(glyph.data.start, glyph.data.start + head));
  const view = new DataView(bytes.buffer);
  const flagsAt = head + 2;
  order.forEach((point, i) => {
    bytes[flagsAt + i] = (flags[point] ?? 0) & ON_CURVE;
  });
  bytes[flagsAt] = (bytes[flagsAt] ?? 0) | ((flags[0] ?? 0) & OVERLAP_SIMPLE);

  let at = flagsAt + order.length;
  const writeAxis = (values: Int32Array, short: number, same: number) => {
    let before = 0;
    order.forEach((point, i) => {
      const step = (values[point] ?? 0) - before;
      before += step;
      let flag = bytes[flagsAt + i] ?? 0;
      if (step === 0) flag |= same;
      else if (Math.abs(step) < 256) {
        flag |= step > 0 ? short | same : short;
        bytes[at++] = Math.abs(step);
      } else {
        view.setInt16(at, step);
        at += 2;
      }
      bytes[flagsAt + i] = flag;
    });
  };
  writeAxis(xs, X_SHORT, X_SAME_OR_POSITIVE);
  writeAxis(ys, Y_SHORT, Y_SAME_OR_POSITIVE);
  return readSimpleGlyph(glyph.id, new TableReader('the table "glyf"', bytes, 0, at));
}
