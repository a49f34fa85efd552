/**
 * How many pixels a picture needs on paper: the caller counts them from the printed size, and this decides.
 */
import { type Orientation, swapsSides } from './exif.ts';

/**
 * Pixels that the printed size needs, at the resolution of print; of the picture as it stands on the page.
 */
export interface PixelLimits {
  readonly maxWidth: number;
  readonly maxHeight: number;
}

/**
 * A picture up to a fifth larger than needed is left as it is: making it smaller would cost more than it
 * saves.
 */
const TOLERANCE = 1.2;

/**
 * The size, in pixels as stored, to which a picture is made smaller; undefined when it is small enough.
 * Limits that are no positive numbers do not limit.
 */
export function reducedSize(
  stored: { readonly width: number; readonly height: number; readonly orientation: Orientation },
  { maxWidth, maxHeight }: PixelLimits,
): { width: number; height: number } | undefined {
  const swapped = swapsSides(stored.orientation);
  const across = stored.width / (swapped ? maxHeight : maxWidth);
  const down = stored.height / (swapped ? maxWidth : maxHeight);
  const ratio = Math.max(
    across > 0 && across < Infinity ? across : 0,
    down > 0 && down < Infinity ? down : 0,
  );
  if (ratio <= TOLERANCE) return undefined;
  const reduce = (size: number) => Math.max(1, Math.round(size / ratio));
  return { width: reduce(stored.width), height: reduce(stored.height) };
}
