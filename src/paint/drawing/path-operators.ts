/** Outlines, pens and colours as operators of PDF (ISO 32000-1 8.4, 8.5). */
import type { Stroke } from '../../document/drawing.ts';
import { areaFactor, type Matrix } from '../../document/matrix.ts';
import type { Path } from '../../document/path.ts';
import { number } from '../../pdf/operators.ts';

type Format = (value: number) => string;

/** What lies farther out is not seen; numbers of PDF have no exponents. */
const FARTHEST = 1e6;

function place(value: number): string {
  return number(Math.min(FARTHEST, Math.max(-FARTHEST, value)));
}

/** The operators that make a path. */
export function pathOperators({ steps, points }: Path, format: Format = place): string {
  const parts: string[] = [];
  let at = 0;
  for (const step of steps) {
    const count = step === 'h' ? 0 : step === 'c' ? 6 : 2;
    for (let i = 0; i < count; i++) parts.push(format(points[at++]!));
    parts.push(step);
  }
  return parts.join(' ');
}

/** Numbers in a space that is transformed before it is painted: as fine as on the drawing itself. */
export function formatBefore(matrix: Matrix): Format {
  const decimals = Math.min(9, Math.max(0, 3 + Math.ceil(Math.log10(Math.sqrt(areaFactor(matrix)) || 1))));
  const factor = 10 ** decimals;
  return (value) => {
    const rounded = Math.round(value * factor) / factor;
    return Math.abs(rounded) < 1e-6 ? '0' : `${rounded}`;
  };
}

/** Width, ends, corners and dashes of a pen. */
export function penOperators(stroke: Stroke, format: Format = number): string {
  const { width, cap, join, miterLimit, dash, dashOffset } = stroke;
  const parts = [`${format(width)} w`];
  if (cap !== 0) parts.push(`${cap} J`);
  if (join !== 0) parts.push(`${join} j`);
  // PDF begins with 10.
  if (join === 0 && miterLimit !== 10) parts.push(`${number(miterLimit)} M`);
  const dashes = dash.map(format);
  // Dashes too short to be told are a line.
  if (dashes.some((length) => length !== '0')) parts.push(`[${dashes.join(' ')}] ${format(dashOffset)} d`);
  return parts.join(' ');
}
