/** Patterns (SVG 2, 14.3): a tile, and where it is laid. */
import type { Pattern } from '../document/drawing.ts';
import { type Matrix, multiply, scaling } from '../document/matrix.ts';
import type { Box } from '../document/path.ts';
import { INITIAL_STYLE } from './cascade.ts';
import { elementsIn, type SvgElement } from './element.ts';
import type { Axis } from './numbers.ts';
import { boxMatrix, entering, lengthOf, type SvgContext, type SvgScope, transformOf } from './scope.ts';
import { owner, word } from './server-chain.ts';
import { fit, viewBoxOf } from './viewport.ts';

/** The longer side of a tile in the space of its marks. */
const TILE_UNITS = 1000;

export function patternOf(
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
  return { type: 'pattern', tile: scaledBox(tile, units), marks, matrix };
}

function scaledBox([x, y, width, height]: Box, factor: number): Box {
  return [x * factor, y * factor, width * factor, height * factor];
}
