/** Levels by the letter of UAX #9, with nothing isolated that the text does not isolate itself: what Unicode's tests ask for. */
import type { Direction } from '../../src/language/language.ts';
import { B, bidiClasses, WS } from '../../src/text/bidi/class.ts';
import { resolveLevels } from '../../src/text/bidi/levels.ts';

/** The level of each code unit of one paragraph; a separator in it is white space, so that it stays one. */
export function plainLevels(text: string, base: Direction): Uint8Array {
  const classes = bidiClasses(text).map((cls) => (cls === B ? WS : cls));
  const units = Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  return resolveLevels(classes, units, base === 'rtl' ? 1 : 0);
}
