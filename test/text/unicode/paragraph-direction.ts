/** UAX #9 P2 and P3, which the product does not need: it knows the direction of every paragraph. */
import type { Direction } from '../../../src/language/language.ts';
import { AL, bidiClass, isIsolateInitiator, L, PDI, R } from '../../../src/text/bidi/class.ts';

/** Direction of the first strong character that is not inside an isolate. */
export function firstStrongOutsideIsolates(points: readonly number[]): Direction {
  const depths: number[] = [];
  let depth = 0;
  for (const point of points) {
    const cls = bidiClass(point);
    if (cls === PDI && depth > 0) depth--;
    depths.push(depth);
    if (isIsolateInitiator(cls)) depth++;
  }
  for (let i = 0; i < points.length; i++) {
    const cls = bidiClass(points[i]!);
    if (depths[i] === 0 && (cls === L || cls === R || cls === AL)) return cls === L ? 'ltr' : 'rtl';
  }
  return 'ltr';
}
