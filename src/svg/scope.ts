/** What surrounds an element while it is drawn, and what drawing one needs of the others. */

import type { Mark } from '../document/drawing.ts';
import { IDENTITY, type Matrix, multiply, translation } from '../document/matrix.ts';
import type { Box } from '../document/path.ts';
import type { Cascade } from './cascade.ts';
import type { SvgElement } from './element.ts';
import { ANY_LENGTH, type Axis, readLength, readNumber, readTransform } from './numbers.ts';
import type { ComputedStyle } from './properties.ts';
import type { SvgReader } from './reader.ts';

export interface SvgScope {
  readonly style: ComputedStyle;
  /** From the element's user space to the drawing's. */
  readonly matrix: Matrix;
  /** Sides of the nearest viewport, in user units. */
  readonly viewport: readonly [width: number, height: number];
  /** Elements that are being drawn because others refer to them: none may be drawn inside itself. */
  readonly referring: ReadonlySet<SvgElement>;
}

/** What is drawn of an element, and the box that it takes in its user space. */
export interface Drawn {
  readonly marks: readonly Mark[];
  readonly box: Box | undefined;
}

/** One after another: an element that refers to one that refers to one … */
export const MOST_REFERENCES = 30;

export const NOTHING: Drawn = { marks: [], box: undefined };

export interface SvgContext {
  readonly reader: SvgReader;
  readonly cascade: Cascade;
  readonly ids: ReadonlyMap<string, SvgElement>;
  /** The drawing's units in a CSS pixel at its natural size. */
  readonly unit: number;
  /** Draws an element with all that is in it. */
  draw(element: SvgElement, outer: SvgScope): Drawn;
  /** Draws the elements in an element. */
  drawChildren(element: SvgElement, scope: SvgScope): Drawn;
}

/** A length attribute in user units. A value that is no length is told, and counts as not there. */
export function lengthOf(
  { reader }: SvgContext,
  element: SvgElement,
  name: string,
  axis: Axis,
  scope: Pick<SvgScope, 'style' | 'viewport'>,
): number | undefined {
  const attribute = element.attributes.get(name);
  if (!attribute || attribute.value.trim() === 'auto') return undefined;
  const measures = { fontSize: scope.style['font-size'], viewport: scope.viewport };
  const value = readLength(attribute.value, measures, axis);
  if (value === undefined) reader.badValue(name, attribute.value, attribute.at, ANY_LENGTH);
  return value;
}

/** The same for one that cannot be less than nothing. */
export function sizeOf(...args: Parameters<typeof lengthOf>): number | undefined {
  const value = lengthOf(...args);
  if (value === undefined || value >= 0) return value;
  const [{ reader }, element, name] = args;
  const { at, value: text } = element.attributes.get(name)!;
  reader.badValue(name, text, at, 'it cannot be less than 0');
  return undefined;
}

export function numberOf({ reader }: SvgContext, element: SvgElement, name: string): number | undefined {
  const attribute = element.attributes.get(name);
  if (!attribute) return undefined;
  const value = readNumber(attribute.value);
  if (value === undefined) reader.badValue(name, attribute.value, attribute.at, 'it is a number');
  return value;
}

/** A transformation told by an attribute; none where it cannot be read, which is told. */
export function transformOf(
  { reader }: SvgContext,
  element: SvgElement,
  name: string,
  text?: string,
): Matrix {
  const attribute = element.attributes.get(name);
  const value = text ?? attribute?.value;
  if (value === undefined) return IDENTITY;
  const matrix = readTransform(value);
  if (!matrix)
    reader.badValue(name, value, attribute?.at ?? element.at, 'it is such as translate(10 20) rotate(45)');
  return matrix ?? IDENTITY;
}

/** The element with an id, which another refers to; undefined after a report. */
export function referred(
  { reader, ids }: SvgContext,
  id: string,
  at: number,
  kinds: readonly string[],
): SvgElement | undefined {
  const element = ids.get(id);
  if (element && kinds.includes(element.name)) return element;
  const found = element ? `"#${id}" is a <${element.name}>` : `nothing in the drawing has the id "${id}"`;
  reader.error(
    'svg-reference',
    at,
    1,
    `${found}, and ${kinds.map((kind) => `<${kind}>`).join(' or ')} is wanted`,
  );
  return undefined;
}

/** The id in an `href`, which must be one of the same file; undefined after a report, or when there is none. */
export function localHref(
  { reader }: SvgContext,
  element: SvgElement,
): { readonly id: string; readonly at: number } | undefined {
  const href = element.attributes.get('href');
  if (!href) return undefined;
  if (href.value.startsWith('#')) return { id: href.value.slice(1), at: href.at };
  reader.error(
    'svg-reference',
    href.at,
    4,
    `<${element.name}> refers to "${shorten(href.value)}", which is not in the file`,
    'copy what it shows into this file; no other is read',
  );
  return undefined;
}

export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** From a square of side 1 to a box: the units of `objectBoundingBox`. */
export function boxMatrix([x, y, width, height]: Box): Matrix {
  return [width, 0, 0, height, x, y];
}

/** The scope in which an element that is referred to is drawn; undefined when it is being drawn already, which is told. */
export function entering(
  { reader }: SvgContext,
  element: SvgElement,
  scope: SvgScope,
  at: number,
): SvgScope | undefined {
  if (scope.referring.size >= MOST_REFERENCES) {
    reader.error(
      'svg-too-large',
      at,
      1,
      `elements that refer to others go on for more than ${MOST_REFERENCES}`,
      'draw the element itself',
    );
    return undefined;
  }
  if (!scope.referring.has(element)) return { ...scope, referring: new Set([...scope.referring, element]) };
  reader.error('svg-reference', at, 1, `<${element.name}> is drawn inside itself`);
  return undefined;
}

/** What a `use` draws, which is one of `kinds`, and the scope in which it does; undefined after a report, or for nothing. */
export function usedBy(
  context: SvgContext,
  use: SvgElement,
  scope: SvgScope,
  kinds: readonly string[],
): { readonly target: SvgElement; readonly placed: SvgScope } | undefined {
  const href = localHref(context, use);
  const target = href && referred(context, href.id, href.at, kinds);
  const entered = target && entering(context, target, scope, use.at);
  if (!target || !entered) return undefined;
  const x = lengthOf(context, use, 'x', 'x', scope) ?? 0;
  const y = lengthOf(context, use, 'y', 'y', scope) ?? 0;
  return { target, placed: within(entered, translation(x, y)) };
}

/** Whether what reaches over the edges of a viewport is seen. */
export function showsOverflow({ overflow }: ComputedStyle): boolean {
  return overflow === 'visible' || overflow === 'auto';
}

export function within(scope: SvgScope, matrix: Matrix): SvgScope {
  return { ...scope, matrix: multiply(scope.matrix, matrix) };
}
