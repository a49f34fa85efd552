/** Gradients as shadings of PDF (ISO 32000-1 8.7.4.5). */
import type { Gradient, GradientStop } from '../../document/drawing.ts';
import { type Matrix, transformPoint } from '../../document/matrix.ts';
import type { Box } from '../../document/path.ts';
import { channelsOf } from '../../pdf/operators.ts';

/** A gradient that repeats does so as often as the shape needs, but no more often than anybody sees. */
const MOST_REPEATS = 200;

/** The shading of a gradient's colours, or of its opacity in grays. */
export function shadingOf(
  gradient: Gradient,
  values: 'color' | 'opacity',
  box: Box,
): Record<string, unknown> {
  const { from, to } = reach(gradient, box);
  const channels = (stop: GradientStop) => (values === 'color' ? channelsOf(stop.color) : [stop.opacity]);
  const pieces: Piece[] = [];
  for (let turn = from; turn < to; turn++) pieces.push(...piecesOf(gradient, turn, channels));
  return {
    ShadingType: gradient.type === 'linear' ? 2 : 3,
    ColorSpace: values === 'color' ? 'DeviceRGB' : 'DeviceGray',
    Coords: stretched(gradient, from, to),
    Domain: [from, to],
    Function: stitched(pieces, from, to),
    Extend: [true, true],
  };
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

/** The stretches between stops, in one turn of the gradient. */
function piecesOf(
  { stops, spread }: Gradient,
  turn: number,
  channels: (stop: GradientStop) => number[],
): Piece[] {
  const isMirrored = spread === 'reflect' && turn % 2 !== 0;
  const ordered = isMirrored ? stops.map((stop) => ({ ...stop, offset: 1 - stop.offset })).reverse() : stops;
  const [head, tail] = [ordered[0]!, ordered[ordered.length - 1]!];
  const all = [{ ...head, offset: 0 }, ...ordered, { ...tail, offset: 1 }];
  const pieces: Piece[] = [];
  for (let i = 1; i < all.length; i++) {
    const [first, last] = [all[i - 1]!, all[i]!];
    if (last.offset > first.offset)
      pieces.push({
        start: turn + first.offset,
        end: turn + last.offset,
        first: channels(first),
        last: channels(last),
      });
  }
  return pieces;
}

function stitched(pieces: readonly Piece[], from: number, to: number): Record<string, unknown> {
  const functions = pieces.map(({ first, last }) => ({
    FunctionType: 2,
    Domain: [0, 1],
    C0: first,
    C1: last,
    N: 1,
  }));
  if (functions.length === 1) return functions[0]!;
  return {
    FunctionType: 3,
    Domain: [from, to],
    Functions: functions,
    Bounds: pieces.slice(1).map(({ start }) => start),
    Encode: pieces.flatMap(() => [0, 1]),
  };
}

/** How many turns before and after its own a gradient must go on to cover a box of the drawing. */
function reach(
  { type, line, spread, matrix }: Gradient,
  box: Box,
): { readonly from: number; readonly to: number } {
  if (spread === 'pad') return { from: 0, to: 1 };
  const corners = cornersIn(matrix, box);
  const places = corners.map(([x, y]) => (type === 'linear' ? along(line, x, y) : outward(line, x, y)));
  const bound = (value: number) => Math.min(MOST_REPEATS, Math.max(-MOST_REPEATS, value));
  const from = type === 'linear' ? Math.min(0, Math.floor(bound(Math.min(...places)))) : 0;
  return { from, to: Math.max(1, Math.ceil(bound(Math.max(...places)))) };
}

/** Corners of a box in the gradient's own space. */
function cornersIn([a, b, c, d, e, f]: Matrix, [x, y, width, height]: Box): (readonly [number, number])[] {
  const area = a * d - b * c;
  const inverse: Matrix = [
    d / area,
    -b / area,
    -c / area,
    a / area,
    (c * f - d * e) / area,
    (b * e - a * f) / area,
  ];
  return [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ].map(([px, py]) => transformPoint(inverse, px!, py!));
}

function along([x1 = 0, y1 = 0, x2 = 0, y2 = 0]: readonly number[], x: number, y: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  return ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy);
}

/** At least as many radii as the point is away from every circle's middle. */
function outward(
  [fx = 0, fy = 0, fr = 0, cx = 0, cy = 0, r = 1]: readonly number[],
  x: number,
  y: number,
): number {
  const least = r - Math.hypot(cx - fx, cy - fy) - fr;
  return (Math.hypot(x - fx, y - fy) + r) / Math.max(least, r * 0.01);
}

/** The line or the circles, for `from` and `to` instead of 0 and 1. */
function stretched({ type, line }: Gradient, from: number, to: number): number[] {
  const half = line.length / 2;
  const at = (t: number) => line.slice(0, half).map((value, i) => value + t * (line[half + i]! - value));
  const values = [...at(from), ...at(to)];
  if (type === 'radial') values[2] = Math.max(0, values[2]!);
  return values;
}
