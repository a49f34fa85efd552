/** Shapes with their fill, their stroke and their markers. */
import type { Mark, ShapeMark, Stroke } from '../document/drawing.ts';
import { areaFactor, isSimilarity } from '../document/matrix.ts';
import { type Box, type Path, pathBox, transformPath } from '../document/path.ts';
import type { SvgElement } from './element.ts';
import { markersOf } from './markers.ts';
import { resolvePaint } from './paint-servers.ts';
import type { ComputedStyle } from './properties.ts';
import type { PaintValue } from './property-values.ts';
import { type Drawn, NOTHING, type SvgContext, type SvgScope } from './scope.ts';
import { shapeOf } from './shapes.ts';

const CAPS = { butt: 0, round: 1, square: 2 } as const;
const JOINS = { miter: 0, arcs: 0, 'miter-clip': 0, round: 1, bevel: 2 } as const;

export function drawShape(context: SvgContext, element: SvgElement, scope: SvgScope): Drawn {
  const path = shapeOf(context, element, scope);
  if (!path) return NOTHING;
  const { style } = scope;
  const box = needsBox(style) ? pathBox(path) : undefined;
  if (style.visibility !== 'visible') return { marks: [], box };
  const fill = resolvePaint(context, style.fill, style['fill-opacity'], scope, box, element.at);
  const stroke = strokeOf(context, element, path, scope, box);
  const marks: Mark[] = [];
  if (fill || stroke)
    marks.push({
      type: 'shape',
      path: transformPath(path, scope.matrix),
      ...(fill && { fill: { ...fill, evenOdd: style['fill-rule'] === 'evenodd' } }),
      ...(stroke && { stroke }),
      strokeFirst: /^(stroke|markers stroke)/.test(style['paint-order']),
    });
  if (element.name === 'path' || element.name === 'line' || element.name.startsWith('poly'))
    marks.push(...markersOf(context, path, scope, element.at));
  return { marks, box };
}

/** Whether something is measured by the room that the shape takes. */
function needsBox(style: ComputedStyle): boolean {
  const isServer = (value: PaintValue) => value.type === 'reference';
  return isServer(style.fill) || isServer(style.stroke) || Boolean(style['clip-path'] || style.mask);
}

function strokeOf(
  context: SvgContext,
  element: SvgElement,
  path: Path,
  scope: SvgScope,
  box: Box | undefined,
): Stroke | undefined {
  const { style, matrix } = scope;
  const width = style['stroke-width'];
  if (width === 0 || style.stroke.type === 'none') return undefined;
  const paint = resolvePaint(context, style.stroke, style['stroke-opacity'], scope, box, element.at);
  if (!paint) return undefined;
  const isFixed = style['vector-effect'] === 'non-scaling-stroke';
  const isRound = isFixed || isSimilarity(matrix);
  const factor = isFixed ? context.unit : isRound ? Math.sqrt(areaFactor(matrix)) : 1;
  return {
    ...paint,
    width: width * factor,
    cap: CAPS[style['stroke-linecap']],
    join: JOINS[style['stroke-linejoin']],
    miterLimit: style['stroke-miterlimit'],
    dash: style['stroke-dasharray'].map((length) => length * factor),
    dashOffset: style['stroke-dashoffset'] * factor,
    ...(!isRound && { before: { matrix, path } }),
  };
}

/** The opacity of a shape that is only filled, or only stroked, is that of its paint. */
export function fade(mark: ShapeMark, opacity: number): Mark | undefined {
  const { fill, stroke } = mark;
  if (fill && stroke) return undefined;
  return {
    ...mark,
    ...(fill && { fill: { ...fill, opacity: fill.opacity * opacity } }),
    ...(stroke && { stroke: { ...stroke, opacity: stroke.opacity * opacity } }),
  };
}
