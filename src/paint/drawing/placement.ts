/** Where a drawing comes on the page. */
import type { Drawing } from '../../document/drawing.ts';
import type { Matrix } from '../../document/matrix.ts';

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** From the drawing's space to the page: as large as its box allows, in the middle of it where proportions differ. */
export function drawingMatrix(
  { space: [across, down], stretches }: Drawing,
  { x, y, width, height }: Place,
): Matrix {
  if (stretches) return [width / across, 0, 0, height / down, x, y];
  const scale = Math.min(width / across, height / down);
  return [scale, 0, 0, scale, x + (width - across * scale) / 2, y + (height - down * scale) / 2];
}
