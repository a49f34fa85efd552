/** The outlines of basic shapes and paths, in their own user space. */
import type { Path } from '../document/path.ts';
import type { SvgElement } from './element.ts';
import { readNumbers } from './numbers.ts';
import { PathBuilder } from './path-builder.ts';
import { readPathData } from './path-data.ts';
import { lengthOf, type SvgContext, type SvgScope, sizeOf } from './scope.ts';
import { rectangle } from './viewport.ts';

export const SHAPES: ReadonlySet<string> = new Set([
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
]);

/** Control points of a quarter of a circle of radius 1. */
const ROUND = 0.5522847498;

/** The outline; undefined when there is nothing to draw. */
export function shapeOf(context: SvgContext, element: SvgElement, scope: SvgScope): Path | undefined {
  const x = (name: string) => lengthOf(context, element, name, 'x', scope) ?? 0;
  const y = (name: string) => lengthOf(context, element, name, 'y', scope) ?? 0;
  switch (element.name) {
    case 'rect':
      return rectangleOf(context, element, scope);
    case 'circle': {
      const r = sizeOf(context, element, 'r', 'other', scope) ?? 0;
      return r > 0 ? ellipse(x('cx'), y('cy'), r, r) : undefined;
    }
    case 'ellipse': {
      const rx = sizeOf(context, element, 'rx', 'x', scope);
      const ry = sizeOf(context, element, 'ry', 'y', scope) ?? rx ?? 0;
      return (rx ?? ry) > 0 && ry > 0 ? ellipse(x('cx'), y('cy'), rx ?? ry, ry) : undefined;
    }
    case 'line':
      return new PathBuilder().move(x('x1'), y('y1')).line(x('x2'), y('y2')).path;
    case 'polyline':
    case 'polygon':
      return polygon(context, element);
    default:
      return dataOf(context, element);
  }
}

function rectangleOf(context: SvgContext, element: SvgElement, scope: SvgScope): Path | undefined {
  const x = lengthOf(context, element, 'x', 'x', scope) ?? 0;
  const y = lengthOf(context, element, 'y', 'y', scope) ?? 0;
  const width = sizeOf(context, element, 'width', 'x', scope) ?? 0;
  const height = sizeOf(context, element, 'height', 'y', scope) ?? 0;
  if (width === 0 || height === 0) return undefined;
  const toldX = sizeOf(context, element, 'rx', 'x', scope);
  const toldY = sizeOf(context, element, 'ry', 'y', scope);
  const rx = Math.min(toldX ?? toldY ?? 0, width / 2);
  const ry = Math.min(toldY ?? toldX ?? 0, height / 2);
  if (rx === 0 || ry === 0) return rectangle([x, y, width, height]);
  const [right, bottom] = [x + width, y + height];
  const [kx, ky] = [rx * (1 - ROUND), ry * (1 - ROUND)];
  return new PathBuilder()
    .move(x + rx, y)
    .line(right - rx, y)
    .curve(right - kx, y, right, y + ky, right, y + ry)
    .line(right, bottom - ry)
    .curve(right, bottom - ky, right - kx, bottom, right - rx, bottom)
    .line(x + rx, bottom)
    .curve(x + kx, bottom, x, bottom - ky, x, bottom - ry)
    .line(x, y + ry)
    .curve(x, y + ky, x + kx, y, x + rx, y)
    .close().path;
}

function ellipse(cx: number, cy: number, rx: number, ry: number): Path {
  const [kx, ky] = [rx * ROUND, ry * ROUND];
  return new PathBuilder()
    .move(cx + rx, cy)
    .curve(cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry)
    .curve(cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy)
    .curve(cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry)
    .curve(cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy)
    .close().path;
}

function polygon({ reader }: SvgContext, element: SvgElement): Path | undefined {
  const attribute = element.attributes.get('points');
  const points = attribute && readNumbers(attribute.value);
  if (attribute && (!points || points.length % 2 !== 0))
    reader.badValue(
      'points',
      attribute.value,
      attribute.at,
      'it is pairs of numbers, one pair for each point',
    );
  if (!points || points.length < 4) return undefined;
  const whole = points.slice(0, points.length - (points.length % 2));
  reader.countPoints(whole.length / 2, element.at);
  const steps = `m${'l'.repeat(whole.length / 2 - 1)}${element.name === 'polygon' ? 'h' : ''}`;
  return { steps, points: whole };
}

function dataOf({ reader }: SvgContext, element: SvgElement): Path | undefined {
  const attribute = element.attributes.get('d');
  if (!attribute || attribute.value.trim() === 'none') return undefined;
  const { path, faultAt } = readPathData(attribute.value);
  if (faultAt !== undefined) {
    const around = attribute.value.slice(Math.max(0, faultAt - 10), faultAt + 10).trim();
    // Entities in the value would move the place; there hardly ever are any.
    reader.error(
      'svg-value',
      attribute.at + 'd="'.length + faultAt,
      1,
      `the path data cannot be read at "${around}"`,
    );
  }
  reader.countPoints(path.points.length / 2, element.at);
  return path.steps.length > 1 ? path : undefined;
}
