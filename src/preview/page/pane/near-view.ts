/** Which pages are near enough to the view to be drawn, and which so far that their memory is given back. */
import type { Sheet } from './sheet.ts';

/** In heights of the view, from its middle. */
const DRAWN = 1.5;
const KEPT = 4;

interface View {
  /** px */
  readonly scrollTop: number;
  readonly clientHeight: number;
}

/**
 * The page nearest to the middle of the view that is not drawn as it should be; clears what is far away.
 *
 * @param scale px for each pt
 */
export function nextToDraw(
  sheets: readonly Sheet[],
  { scrollTop, clientHeight }: View,
  scale: number,
): Sheet | undefined {
  const middle = scrollTop + clientHeight / 2;
  let nearest: Sheet | undefined;
  let least = DRAWN * clientHeight;
  for (const sheet of sheets) {
    const { offsetTop, offsetHeight } = sheet.element;
    const away = Math.max(offsetTop - middle, middle - offsetTop - offsetHeight, 0);
    if (away > KEPT * clientHeight) sheet.clear();
    if (away >= least || sheet.isDrawn(scale)) continue;
    nearest = sheet;
    least = away;
  }
  return nearest;
}
