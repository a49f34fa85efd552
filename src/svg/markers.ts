/** Markers: arrowheads and dots at the points of a line (SVG 2, 13). */
import type { Mark } from '../document/drawing.ts';
import { type Matrix, multiply, scaling, translation } from '../document/matrix.ts';
import type { Path } from '../document/path.ts';
import { INITIAL_STYLE } from './cascade.ts';
import type { SvgElement } from './element.ts';
import { readNumber } from './numbers.ts';
import {
  entering,
  lengthOf,
  referred,
  type SvgContext,
  type SvgScope,
  showsOverflow,
  sizeOf,
  within,
} from './scope.ts';
import { clipped, fit, viewBoxOf } from './viewport.ts';

const PLACES = ['marker-start', 'marker-mid', 'marker-end'] as const;
/** A line of a chart with more points than this would be nothing but markers. */
const MOST_MARKERS = 10_000;

interface Vertex {
  readonly x: number;
  readonly y: number;
  /** Directions in which the line comes and goes, radians. */
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** The markers of an outline, which is in the user space of `scope`. */
export function markersOf(context: SvgContext, path: Path, scope: SvgScope, at: number): Mark[] {
  if (PLACES.every((name) => !scope.style[name])) return [];
  const vertices = verticesOf(path).slice(0, MOST_MARKERS);
  const last = vertices.length - 1;
  return vertices.flatMap((vertex, i) => {
    const names = [i === 0 && PLACES[0], i > 0 && i < last && PLACES[1], i === last && PLACES[2]];
    return names.flatMap((name) => {
      const id = name && scope.style[name];
      return id ? markerAt(context, id, vertex, name === 'marker-start', scope, at) : [];
    });
  });
}

function markerAt(
  context: SvgContext,
  id: string,
  vertex: Vertex,
  isStart: boolean,
  scope: SvgScope,
  at: number,
): readonly Mark[] {
  const element = referred(context, id, at, ['marker']);
  const entered = element && entering(context, element, scope, at);
  if (!element || !entered) return [];
  const width = sizeOf(context, element, 'markerWidth', 'x', scope) ?? 3;
  const height = sizeOf(context, element, 'markerHeight', 'y', scope) ?? 3;
  if (width === 0 || height === 0) return [];
  const units =
    element.attributes.get('markerUnits')?.value.trim() === 'userSpaceOnUse'
      ? 1
      : scope.style['stroke-width'];
  const viewBox = viewBoxOf(element, context.reader);
  const inner: Matrix = viewBox ? fit(viewBox, [0, 0, width, height], element).matrix : [1, 0, 0, 1, 0, 0];
  const refX = lengthOf(context, element, 'refX', 'x', scope) ?? 0;
  const refY = lengthOf(context, element, 'refY', 'y', scope) ?? 0;
  const [px, py] = [inner[0] * refX + inner[4], inner[3] * refY + inner[5]];
  const turn = angleOf(element, vertex, isStart);
  const turned: Matrix = [
    Math.cos(turn),
    Math.sin(turn),
    -Math.sin(turn),
    Math.cos(turn),
    vertex.x,
    vertex.y,
  ];
  const placed = multiply(multiply(turned, scaling(units)), translation(-px, -py));
  const style = context.cascade.styleOf(element, INITIAL_STYLE, scope.viewport);
  const { marks } = context.drawChildren(element, within({ ...entered, style }, multiply(placed, inner)));
  if (showsOverflow(style)) return marks;
  return [clipped(marks, [0, 0, width, height], multiply(scope.matrix, placed))];
}

function angleOf(element: SvgElement, { before, after }: Vertex, isStart: boolean): number {
  const orient = element.attributes.get('orient')?.value.trim() ?? '0';
  if (orient !== 'auto' && orient !== 'auto-start-reverse')
    return ((readNumber(orient.replace(/deg$/, '')) ?? 0) * Math.PI) / 180;
  const [a, b] = [before ?? after ?? 0, after ?? before ?? 0];
  const middle = Math.atan2(Math.sin(a) + Math.sin(b), Math.cos(a) + Math.cos(b));
  return isStart && orient === 'auto-start-reverse' ? middle + Math.PI : middle;
}

function verticesOf({ steps, points }: Path): Vertex[] {
  const vertices: { x: number; y: number; before: number | undefined; after: number | undefined }[] = [];
  let start = 0;
  let at = 0;
  for (const step of steps) {
    const last = vertices[vertices.length - 1];
    if (step === 'h') {
      const first = vertices[start];
      if (!last || !first) continue;
      last.after ??= direction(last.x, last.y, first.x, first.y);
      first.before = last.after;
      vertices.push({ x: first.x, y: first.y, before: last.after, after: first.after });
      continue;
    }
    const count = step === 'c' ? 6 : 2;
    const [x, y] = [points[at + count - 2]!, points[at + count - 1]!];
    const vertex = { x, y, before: undefined as number | undefined, after: undefined as number | undefined };
    if (step === 'm') start = vertices.length;
    else if (last) {
      const [ox, oy] = step === 'c' ? [points[at]!, points[at + 1]!] : [x, y];
      const [ix, iy] = step === 'c' ? [points[at + 2]!, points[at + 3]!] : [last.x, last.y];
      last.after = direction(last.x, last.y, ox, oy) ?? direction(last.x, last.y, x, y);
      vertex.before = direction(ix, iy, x, y) ?? direction(last.x, last.y, x, y);
    }
    vertices.push(vertex);
    at += count;
  }
  return vertices;
}

function direction(x: number, y: number, toX: number, toY: number): number | undefined {
  return x === toX && y === toY ? undefined : Math.atan2(toY - y, toX - x);
}
