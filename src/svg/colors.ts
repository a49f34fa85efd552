/** Colours of SVG: those of CSS, with their opacity. */
import { type Color, readColor as readCssColor } from '../document/color.ts';
import { singleSpaced } from './numbers.ts';

export type { Color };

/** A colour; undefined when it is none. `currentColor` is for the caller. */
export function readColor(text: string): Color | undefined {
  // A colour of a press may follow, after one for screens.
  return readCssColor(singleSpaced(text).replace(/ (icc-color|device-cmyk)\([^)]*\)$/i, ''));
}
