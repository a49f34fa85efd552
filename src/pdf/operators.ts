/** Pieces of PDF content streams (ISO 32000-1 annex A). */

/** A number with at most three decimals: a thousandth of a point is finer than any press. */
export function number(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? '0' : `${rounded}`;
}

/** A factor of a transformation: seven digits, because lengths are multiplied by it. */
export function scalar(value: number): string {
  if (Math.abs(value) < 1e-6) return '0';
  return `${Number(value.toPrecision(7))}`;
}

/** `#rrggbb` as an operator that sets the fill or stroke colour in device RGB. */
export function rgb(color: string, use: 'fill' | 'stroke'): string {
  return `${channelsOf(color).map(number).join(' ')} ${use === 'fill' ? 'rg' : 'RG'}`;
}

/** Red, green and blue of `#rrggbb`, each from 0 to 1. */
export function channelsOf(color: string): number[] {
  const value = Number.parseInt(color.slice(1), 16);
  return [16, 8, 0].map((shift) => ((value >> shift) & 255) / 255);
}
