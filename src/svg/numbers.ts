/** Numbers, lengths and transformations as SVG writes them. */
import { IDENTITY, type Matrix, multiply, scaling, translation } from '../document/matrix.ts';

const DIGITS = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`;
const NEXT_NUMBER = new RegExp(DIGITS, 'iy');
const NUMBER_ALONE = new RegExp(String.raw`^\s*${DIGITS}\s*$`, 'i');
const LENGTH = new RegExp(`^(${DIGITS}) ?(%|[a-z]*)$`, 'i');
/** No drawing has larger ones; what comes of them would be no number. */
const LARGEST = 1e9;

/** A number alone; undefined for anything else. */
export function readNumber(text: string): number | undefined {
  const value = NUMBER_ALONE.test(text) ? Number(text) : Number.NaN;
  return Math.abs(value) <= LARGEST ? value : undefined;
}

/** The number at a place in a text, and how many letters it has; undefined where there is none. */
export function numberAt(
  text: string,
  at: number,
): { readonly value: number; readonly length: number } | undefined {
  NEXT_NUMBER.lastIndex = at;
  const found = NEXT_NUMBER.exec(text)?.[0];
  const value = Number(found);
  return found === undefined || Math.abs(value) > LARGEST ? undefined : { value, length: found.length };
}

/** Runs of white space as one space: what is read after that takes no more time than there are letters. */
export function singleSpaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Numbers with white space or a comma between them; undefined when something else is there. */
export function readNumbers(text: string): number[] | undefined {
  const values: number[] = [];
  const trimmed = singleSpaced(text);
  for (let at = 0; at < trimmed.length; ) {
    const found = numberAt(trimmed, at);
    if (!found) return undefined;
    values.push(found.value);
    at += found.length;
    if (trimmed[at] === ' ') at++;
    if (trimmed[at] === ',') at++;
    if (trimmed[at] === ' ') at++;
  }
  return values;
}

/** What lengths are measured by. */
export interface Measures {
  /** Size of type, in user units. */
  readonly fontSize: number;
  /** Sides of the nearest viewport, for percentages. */
  readonly viewport: readonly [width: number, height: number];
}

/** User units (CSS pixels, 96 to the inch) in each unit. */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  q: 96 / 101.6,
  in: 96,
};

export type Axis = 'x' | 'y' | 'other';

/** What percentages are of: the viewport's width, height, or the side of a square with its diagonal (SVG 2, 8.9). */
export function sideOf([width, height]: Measures['viewport'], axis: Axis): number {
  return axis === 'x' ? width : axis === 'y' ? height : Math.hypot(width, height) / Math.SQRT2;
}

/** What a length can be, for a message. */
export const ANY_LENGTH = 'it is a length such as 2, 2px or 1.5mm';

/** A length in user units; undefined when it is none. */
export function readLength(text: string, { fontSize, viewport }: Measures, axis: Axis): number | undefined {
  const match = LENGTH.exec(text.trim());
  if (!match) return undefined;
  const value = Number(match[1]);
  const unit = match[2]!.toLowerCase();
  let factor = UNITS[unit];
  if (unit === '%') factor = sideOf(viewport, axis) / 100;
  if (unit === 'em' || unit === 'rem') factor = fontSize;
  if (unit === 'ex' || unit === 'ch') factor = fontSize / 2;
  const length = factor === undefined ? Number.NaN : value * factor;
  return Math.abs(length) <= LARGEST ? length : undefined;
}

/** A number from 0 to 1, or a percentage. */
export function readShare(text: string): number | undefined {
  const trimmed = text.trim();
  const isPercent = trimmed.endsWith('%');
  const value = readNumber(isPercent ? trimmed.slice(0, -1) : trimmed);
  return value === undefined ? undefined : Math.min(1, Math.max(0, isPercent ? value / 100 : value));
}

/** `translate(1 2) rotate(45)`; undefined when it is no list of transformations. */
export function readTransform(value: string): Matrix | undefined {
  let matrix = IDENTITY;
  const text = singleSpaced(value);
  if (text === 'none') return matrix;
  const call = / ?,? ?([a-z]+) ?\(([^)]*)\)/giy;
  for (let at = 0; at < text.length; ) {
    call.lastIndex = at;
    const match = call.exec(text);
    // Lengths and angles of CSS: pixels and degrees are what numbers are.
    const values = match && readNumbers(match[2]!.replace(/(px|deg)\b/g, ''));
    const step = values && transformation(match[1]!, values);
    if (!step) return undefined;
    matrix = multiply(matrix, step);
    at = call.lastIndex;
  }
  return matrix.every((value) => Math.abs(value) <= LARGEST) ? matrix : undefined;
}

function transformation(name: string, values: readonly number[]): Matrix | undefined {
  const [a = 0, b, c, d = 0, e = 0, f = 0] = values;
  const radians = (a * Math.PI) / 180;
  switch (`${name.toLowerCase()} ${values.length}`) {
    case 'matrix 6':
      return [a, b ?? 0, c ?? 0, d, e, f];
    case 'translate 1':
    case 'translate 2':
      return translation(a, b ?? 0);
    case 'translatex 1':
      return translation(a, 0);
    case 'translatey 1':
      return translation(0, a);
    case 'scale 1':
    case 'scale 2':
      return scaling(a, b ?? a);
    case 'scalex 1':
      return scaling(a, 1);
    case 'scaley 1':
      return scaling(1, a);
    case 'rotate 1':
    case 'rotate 3': {
      const turn: Matrix = [
        Math.cos(radians),
        Math.sin(radians),
        -Math.sin(radians),
        Math.cos(radians),
        0,
        0,
      ];
      return multiply(multiply(translation(b ?? 0, c ?? 0), turn), translation(-(b ?? 0), -(c ?? 0)));
    }
    case 'skewx 1':
      return [1, 0, Math.tan(radians), 1, 0, 0];
    case 'skewy 1':
      return [1, Math.tan(radians), 0, 1, 0, 0];
    default:
      return undefined;
  }
}
