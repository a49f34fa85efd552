/** Colours, gradients and patterns that shapes are painted with (SVG 2, 14). */
import type { Gradient, GradientStop, Paint, Pattern } from '../document/drawing.ts';
import { type Matrix, multiply, scaling } from '../document/matrix.ts';
import type { Box } from '../document/path.ts';
import { INITIAL_STYLE } from './cascade.ts';
import { elementsIn, type SvgElement } from './element.ts';
import { type Axis, readShare } from './numbers.ts';
import type { ComputedStyle } from './properties.ts';
import type { PaintValue } from './property-values.ts';
import {
  boxMatrix,
  entering,
  lengthOf,
  localHref,
  MOST_REFERENCES,
  referred,
  type SvgContext,
  type SvgScope,
  transformOf,
} from './scope.ts';
import { fit, viewBoxOf } from './viewport.ts';

const GRADIENTS = ['linearGradient', 'radialGradient'];
const SERVERS = [...GRADIENTS, 'pattern'];
/** The longer side of a tile in the space of its marks. */
const TILE_UNITS = 1000;

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
    return pattern && { paint: pattern, opacity };
  }
  const gradient = gradientOf(context, chain, scope, box);
  if (!gradient) return undefined;
  if (gradient.type !== 'color') return { paint: gradient, opacity };
  return { paint: { type: 'color', color: gradient.color }, opacity: opacity * gradient.opacity };
}

/** An element and those that it takes after, by `href`. */
function chainOf(context: SvgContext, first: SvgElement): SvgElement[] {
  const chain = [first];
  for (;;) {
    const last = chain[chain.length - 1]!;
    const href = localHref(context, last);
    const next =
      href && referred(context, href.id, href.at, first.name === 'pattern' ? ['pattern'] : GRADIENTS);
    if (!next || chain.includes(next) || chain.length >= MOST_REFERENCES) return chain;
    chain.push(next);
  }
}

function owner(chain: readonly SvgElement[], attribute: string): SvgElement | undefined {
  return chain.find(({ attributes }) => attributes.has(attribute));
}

function word(chain: readonly SvgElement[], attribute: string): string | undefined {
  return owner(chain, attribute)?.attributes.get(attribute)?.value.trim();
}

type Solid = { readonly type: 'color'; readonly color: string; readonly opacity: number };

function gradientOf(
  context: SvgContext,
  chain: readonly SvgElement[],
  scope: SvgScope,
  box: Box | undefined,
): Gradient | Solid | undefined {
  const first = chain[0]!;
  const holder = chain.find((element) => elementsIn(element).some(({ name }) => name === 'stop'));
  const stops = holder ? stopsOf(context, holder, scope.style) : [];
  const last = stops[stops.length - 1];
  if (!last) return undefined;
  const solid: Solid = { type: 'color', color: last.color, opacity: last.opacity };
  if (stops.length === 1) return solid;
  const inBox = word(chain, 'gradientUnits') !== 'userSpaceOnUse';
  if (inBox && (!box || box[2] === 0 || box[3] === 0)) return undefined;
  const turned = owner(chain, 'gradientTransform');
  const own = turned ? transformOf(context, turned, 'gradientTransform') : undefined;
  let matrix: Matrix = scope.matrix;
  if (inBox) matrix = multiply(matrix, boxMatrix(box!));
  if (own) matrix = multiply(matrix, own);
  const measured = inBox ? { ...scope, viewport: [1, 1] as const } : scope;
  const length = (name: string, axis: Axis, otherwise: number) => {
    const element = owner(chain, name);
    const value = element && lengthOf(context, element, name, axis, measured);
    const side = {
      x: measured.viewport[0],
      y: measured.viewport[1],
      other: Math.hypot(...measured.viewport) / Math.SQRT2,
    };
    return value ?? otherwise * side[axis];
  };
  const spread = word(chain, 'spreadMethod');
  const common = {
    stops,
    spread: spread === 'reflect' || spread === 'repeat' ? spread : 'pad',
    matrix,
  } as const;
  if (first.name === 'linearGradient') {
    const line = [length('x1', 'x', 0), length('y1', 'y', 0), length('x2', 'x', 1), length('y2', 'y', 0)];
    return line[0] === line[2] && line[1] === line[3] ? solid : { type: 'linear', line, ...common };
  }
  const cx = length('cx', 'x', 0.5);
  const cy = length('cy', 'y', 0.5);
  const r = length('r', 'other', 0.5);
  if (r <= 0) return solid;
  const fr = Math.min(Math.max(0, owner(chain, 'fr') ? length('fr', 'other', 0) : 0), r * 0.999);
  const [fx, fy] = inside(
    owner(chain, 'fx') ? length('fx', 'x', 0.5) : cx,
    owner(chain, 'fy') ? length('fy', 'y', 0.5) : cy,
    cx,
    cy,
    r,
  );
  return { type: 'radial', line: [fx, fy, fr, cx, cy, r], ...common };
}

/** The focus, moved into the circle where it is outside. */
function inside(fx: number, fy: number, cx: number, cy: number, r: number): readonly [number, number] {
  const distance = Math.hypot(fx - cx, fy - cy);
  const most = r * 0.999;
  if (distance <= most) return [fx, fy];
  return [cx + ((fx - cx) / distance) * most, cy + ((fy - cy) / distance) * most];
}

function stopsOf(context: SvgContext, gradient: SvgElement, around: ComputedStyle): GradientStop[] {
  const outer = context.cascade.styleOf(gradient, { ...INITIAL_STYLE, color: around.color }, [1, 1]);
  let before = 0;
  return elementsIn(gradient)
    .filter(({ name }) => name === 'stop')
    .map((element) => {
      const style = context.cascade.styleOf(element, outer, [1, 1]);
      const attribute = element.attributes.get('offset');
      const offset = attribute ? readShare(attribute.value) : 0;
      if (offset === undefined)
        context.reader.badValue(
          'offset',
          attribute!.value,
          attribute!.at,
          'it is a number from 0 to 1, or a percentage',
        );
      before = Math.max(before, offset ?? 0);
      const value = style['stop-color'];
      const { color, opacity } = value.type === 'color' ? value : style.color;
      return { offset: before, color, opacity: opacity * style['stop-opacity'] };
    });
}

function patternOf(
  context: SvgContext,
  chain: readonly SvgElement[],
  scope: SvgScope,
  box: Box | undefined,
  at: number,
): Pattern | undefined {
  const holder = chain.find((element) => elementsIn(element).length > 0);
  const entered = holder && entering(context, holder, scope, at);
  if (!holder || !entered) return undefined;
  const tileInBox = word(chain, 'patternUnits') !== 'userSpaceOnUse';
  const contentInBox = word(chain, 'patternContentUnits') === 'objectBoundingBox';
  if ((tileInBox || contentInBox) && !box) return undefined;
  const measured = tileInBox ? { ...scope, viewport: [1, 1] as const } : scope;
  const length = (name: string, axis: Axis) => {
    const element = owner(chain, name);
    return (element && lengthOf(context, element, name, axis, measured)) ?? 0;
  };
  const [bx, by, bw, bh] = tileInBox ? box! : [0, 0, 1, 1];
  const tile: Box = [
    length('x', 'x') * bw + (tileInBox ? bx : 0),
    length('y', 'y') * bh + (tileInBox ? by : 0),
    length('width', 'x') * bw,
    length('height', 'y') * bh,
  ];
  if (!(tile[2] > 0 && tile[3] > 0)) return undefined;
  const units = TILE_UNITS / Math.max(tile[2], tile[3]);
  const view = owner(chain, 'viewBox');
  const viewBox = view && viewBoxOf(view, context.reader);
  let inner: Matrix = scaling(units);
  if (viewBox)
    inner = multiply(inner, fit(viewBox, tile, owner(chain, 'preserveAspectRatio') ?? view).matrix);
  else if (contentInBox) inner = multiply(inner, boxMatrix(box!));
  const outer = owner(chain, 'patternTransform');
  const turned = outer ? transformOf(context, outer, 'patternTransform') : undefined;
  const matrix = multiply(turned ? multiply(scope.matrix, turned) : scope.matrix, scaling(1 / units));
  const style = context.cascade.styleOf(holder, INITIAL_STYLE, scope.viewport);
  const { marks } = context.drawChildren(holder, { ...entered, style, matrix: inner });
  return { type: 'pattern', tile: tile.map((side) => side * units) as unknown as Box, marks, matrix };
}
