/** Clip paths and masks: what of an element is seen (CSS Masking 1). */
import type { Clip, Mask } from '../document/drawing.ts';
import { areaFactor, multiply } from '../document/matrix.ts';
import { type Box, type Path, transformPath } from '../document/path.ts';
import { INITIAL_STYLE } from './cascade.ts';
import { elementsIn, type SvgElement } from './element.ts';
import {
  boxMatrix,
  entering,
  lengthOf,
  referred,
  type SvgContext,
  type SvgScope,
  transformOf,
  usedBy,
  within,
} from './scope.ts';
import { SHAPES, shapeOf } from './shapes.ts';
import { rectangle } from './viewport.ts';

/** The clips by the element with this id; undefined when it hides everything or is broken. */
export function clipsOf(
  context: SvgContext,
  id: string,
  scope: SvgScope,
  box: Box | undefined,
  at: number,
): readonly Clip[] | undefined {
  const element = referred(context, id, at, ['clipPath']);
  const entered = element && entering(context, element, scope, at);
  if (!element || !entered) return undefined;
  const style = context.cascade.styleOf(element, INITIAL_STYLE, scope.viewport);
  let inner = within({ ...entered, style }, transformOf(context, element, 'transform', style.transform));
  if (element.attributes.get('clipPathUnits')?.value.trim() === 'objectBoundingBox') {
    if (!box) return undefined;
    inner = within(inner, boxMatrix(box));
  }
  const outlines = elementsIn(element).flatMap((child) => outlinesOf(context, child, inner));
  if (outlines.length === 0) return undefined;
  const joined: Clip = {
    path: {
      steps: outlines.map(({ path }) => path.steps).join(''),
      points: outlines.flatMap(({ path }) => path.points),
    },
    evenOdd: outlines.length === 1 && outlines[0]!.evenOdd,
  };
  const further = style['clip-path'] ? clipsOf(context, style['clip-path'], entered, box, element.at) : [];
  return further && [joined, ...further];
}

function outlinesOf(context: SvgContext, element: SvgElement, outer: SvgScope): Clip[] {
  const style = context.cascade.styleOf(element, outer.style, outer.viewport);
  if (style.display === 'none' || style.visibility !== 'visible') return [];
  const scope = within({ ...outer, style }, transformOf(context, element, 'transform', style.transform));
  if (SHAPES.has(element.name)) {
    const path = shapeOf(context, element, scope);
    return path
      ? [{ path: transformPath(path, scope.matrix), evenOdd: style['clip-rule'] === 'evenodd' }]
      : [];
  }
  if (element.name === 'use') {
    const used = usedBy(context, element, scope, [...SHAPES, 'text', 'use']);
    return used ? outlinesOf(context, used.target, used.placed) : [];
  }
  if (element.name === 'text')
    context.reader.warn(
      'svg-element',
      element.at,
      5,
      'text does not clip',
      'turn the text into paths in your drawing program',
    );
  return [];
}

/** The mask with this id; undefined when it hides everything or is broken. */
export function maskOf(
  context: SvgContext,
  id: string,
  scope: SvgScope,
  box: Box | undefined,
  at: number,
): Mask | undefined {
  const element = referred(context, id, at, ['mask']);
  const entered = element && entering(context, element, scope, at);
  if (!element || !entered) return undefined;
  const style = context.cascade.styleOf(element, INITIAL_STYLE, scope.viewport);
  const unit = (name: string) => element.attributes.get(name)?.value.trim();
  const inBox = unit('maskUnits') !== 'userSpaceOnUse';
  const contentInBox = unit('maskContentUnits') === 'objectBoundingBox';
  if ((inBox || contentInBox) && !box) return undefined;
  const measured = inBox ? { ...scope, viewport: [1, 1] as const } : scope;
  const [width, height] = measured.viewport;
  const region: Box = [
    lengthOf(context, element, 'x', 'x', measured) ?? -0.1 * width,
    lengthOf(context, element, 'y', 'y', measured) ?? -0.1 * height,
    lengthOf(context, element, 'width', 'x', measured) ?? 1.2 * width,
    lengthOf(context, element, 'height', 'y', measured) ?? 1.2 * height,
  ];
  const regionMatrix = inBox ? multiply(scope.matrix, boxMatrix(box!)) : scope.matrix;
  if (region[2] <= 0 || region[3] <= 0 || areaFactor(regionMatrix) === 0) return undefined;
  const clip: Path = transformPath(rectangle(region), regionMatrix);
  const inner = { ...entered, style };
  const { marks } = context.drawChildren(element, contentInBox ? within(inner, boxMatrix(box!)) : inner);
  return { marks, by: style['mask-type'], clip };
}
