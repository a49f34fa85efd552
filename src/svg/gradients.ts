/** Gradients (SVG 2, 14.2), worked out for the shape that they paint. */
import type { Gradient, GradientStop } from '../document/drawing.ts';
import { type Matrix, multiply } from '../document/matrix.ts';
import type { Box } from '../document/path.ts';
import { INITIAL_STYLE } from './cascade.ts';
import { elementsIn, type SvgElement } from './element.ts';
import { type Axis, readShare, sideOf } from './numbers.ts';
import type { ComputedStyle } from './properties.ts';
import { boxMatrix, lengthOf, type SvgContext, type SvgScope, transformOf } from './scope.ts';
import { owner, word } from './server-chain.ts';

type Solid = { readonly type: 'color'; readonly color: string; readonly opacity: number };

/** A gradient; a colour where it comes to no more than that, undefined for nothing. */
export function gradientOf(
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
    return value ?? otherwise * sideOf(measured.viewport, axis);
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
