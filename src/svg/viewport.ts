/** Viewports: which part of a drawing is shown where (SVG 2, 8). */
import type { GroupMark, Mark } from '../document/drawing.ts';
import { type Matrix, multiply, scaling, translation } from '../document/matrix.ts';
import { type Box, type Path, transformPath } from '../document/path.ts';
import type { SvgElement } from './element.ts';
import { readNumbers } from './numbers.ts';
import type { SvgReader } from './reader.ts';

/** The `viewBox`; undefined when there is none, or it is empty or broken, which is told. */
export function viewBoxOf({ attributes }: SvgElement, reader: SvgReader): Box | undefined {
  const attribute = attributes.get('viewBox');
  if (!attribute || attribute.value.trim() === 'none') return undefined;
  const [x, y, width, height, more] = readNumbers(attribute.value) ?? [];
  if (x !== undefined && y !== undefined && width && height && width > 0 && height > 0 && more === undefined)
    return [x, y, width, height];
  reader.badValue(
    'viewBox',
    attribute.value,
    attribute.at,
    'it is four numbers: left, top, width and height',
  );
  return undefined;
}

export interface Fitted {
  readonly matrix: Matrix;
  /** What is shown reaches over the edges of the viewport. */
  readonly overflows: boolean;
}

/** How a box of content comes into a viewport, by `preserveAspectRatio`. */
export function fit([x, y, width, height]: Box, viewport: Box, { attributes }: SvgElement): Fitted {
  const [vx, vy, vw, vh] = viewport;
  const told = attributes.get('preserveAspectRatio')?.value.trim() ?? '';
  const across = vw / width;
  const down = vh / height;
  const matrix = (sx: number, sy: number, dx: number, dy: number) =>
    multiply(multiply(translation(vx + dx, vy + dy), scaling(sx, sy)), translation(-x, -y));
  if (/^none\b/.test(told)) return { matrix: matrix(across, down, 0, 0), overflows: false };
  const overflows = /\bslice\b/.test(told);
  const scale = overflows ? Math.max(across, down) : Math.min(across, down);
  const [, alignX = 'Mid', alignY = 'Mid'] = /^x(Min|Mid|Max)Y(Min|Mid|Max)\b/.exec(told) ?? [];
  const share: Readonly<Record<string, number>> = { Min: 0, Mid: 0.5, Max: 1 };
  return {
    matrix: matrix(
      scale,
      scale,
      (vw - width * scale) * share[alignX]!,
      (vh - height * scale) * share[alignY]!,
    ),
    overflows,
  };
}

/** Marks of which nothing is seen outside a box that `matrix` takes to the drawing's space. */
export function clipped(marks: readonly Mark[], box: Box, matrix: Matrix): GroupMark {
  const clip = { path: transformPath(rectangle(box), matrix), evenOdd: false };
  return { type: 'group', opacity: 1, clips: [clip], marks };
}

export function rectangle([x, y, width, height]: Box): Path {
  return { steps: 'mlllh', points: [x, y, x + width, y, x + width, y + height, x, y + height] };
}
