/** Colours, gradients and patterns that shapes are painted with (SVG 2, 14). */
import type { Paint } from '../document/drawing.ts';
import { areaFactor, type Matrix } from '../document/matrix.ts';
import type { Box } from '../document/path.ts';
import { gradientOf } from './gradients.ts';
import { patternOf } from './patterns.ts';
import type { ComputedStyle } from './properties.ts';
import type { PaintValue } from './property-values.ts';
import { referred, type SvgContext, type SvgScope } from './scope.ts';
import { chainOf, GRADIENTS } from './server-chain.ts';

const SERVERS = [...GRADIENTS, 'pattern'];

export interface ResolvedPaint {
  readonly paint: Paint;
  readonly opacity: number;
}

/** What a shape is painted with; undefined for nothing. `box` is the shape's, in its user space. */
export function resolvePaint(
  context: SvgContext,
  value: PaintValue,
  opacity: number,
  scope: SvgScope,
  box: Box | undefined,
  at: number,
): ResolvedPaint | undefined {
  const plain = ({ color, opacity: own }: ComputedStyle['color']): ResolvedPaint => ({
    paint: { type: 'color', color },
    opacity: opacity * own,
  });
  switch (value.type) {
    case 'none':
      return undefined;
    case 'current':
      return plain(scope.style.color);
    case 'color':
      return plain(value);
  }
  const element = context.ids.get(value.id);
  if (!element && value.otherwise) return resolvePaint(context, value.otherwise, opacity, scope, box, at);
  const server = referred(context, value.id, at, SERVERS);
  if (!server) return undefined;
  const chain = chainOf(context, server);
  if (server.name === 'pattern') {
    const pattern = patternOf(context, chain, scope, box, at);
    return pattern && isSeen(pattern.matrix) ? { paint: pattern, opacity } : undefined;
  }
  const gradient = gradientOf(context, chain, scope, box);
  if (!gradient) return undefined;
  if (gradient.type !== 'color') return isSeen(gradient.matrix) ? { paint: gradient, opacity } : undefined;
  return { paint: { type: 'color', color: gradient.color }, opacity: opacity * gradient.opacity };
}

const LARGEST_FACTOR = 1e12;
const LEAST_AREA = 1e-12;

/** Whether a transformation leaves something between nothing and more than numbers of PDF can say. */
function isSeen(matrix: Matrix): boolean {
  return areaFactor(matrix) > LEAST_AREA && matrix.every((value) => Math.abs(value) < LARGEST_FACTOR);
}
