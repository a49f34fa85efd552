/** Pieces of PDF content streams (ISO 32000-1 annex A). */

/** A number with at most three decimals: a thousandth of a point is finer than any press. */
export function number(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? '0' : `${rounded}`;
}

/** `#rrggbb` as an operator that sets the fill or stroke colour in device RGB. */
export function rgb(color: string, use: 'fill' | 'stroke'): string {
  const value = Number.parseInt(color.slice(1), 16);
  const part = (shift: number) => number(((value >> shift) & 255) / 255);
  return `${part(16)} ${part(8)} ${part(0)} ${use === 'fill' ? 'rg' : 'RG'}`;
}
