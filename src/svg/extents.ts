/** How much room marks take, in the drawing's space. */
import type { Mark } from '../document/drawing.ts';
import type { Matrix } from '../document/matrix.ts';
import { transformPoint } from '../document/matrix.ts';
import { type Box, Extent, pathBox } from '../document/path.ts';
import { boxMatrix } from './scope.ts';

/** A letter is about so wide, em: text is measured for good only when it is set. */
const LETTER = 0.55;

/** The box around marks; undefined when they take no room. */
export function boxOf(marks: readonly Mark[]): Box | undefined {
  const extent = new Extent();
  for (const mark of marks) {
    const box = markBox(mark);
    if (box) extent.addBox(box);
  }
  return extent.box;
}

function markBox(mark: Mark): Box | undefined {
  switch (mark.type) {
    case 'shape':
      return pathBox(mark.path);
    case 'group':
      return boxOf(mark.marks);
    case 'bitmap':
      return transformBox([0, 0, 1, 1], mark.matrix);
    case 'text': {
      const length = mark.pieces.reduce(
        (sum, { runs }) => sum + runs.reduce((n, { text }) => n + text.length, 0),
        0,
      );
      const width = length * LETTER;
      const left =
        mark.anchor === 'middle' ? width / 2 : (mark.anchor === 'end') === (mark.dir === 'ltr') ? width : 0;
      return transformBox([-left, -0.8, width, 1], mark.matrix);
    }
  }
}

/** The box around a box that was transformed. */
export function transformBox(box: Box, matrix: Matrix): Box {
  const extent = new Extent();
  const corner = boxMatrix(box);
  for (const [x, y] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ] as const)
    extent.add(...transformPoint(matrix, ...transformPoint(corner, x, y)));
  return extent.box!;
}
