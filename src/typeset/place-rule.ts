/** Rules: they take the width of their column, which is known when they are placed. */
import type { RuleNode } from '../document/nodes.ts';
import { lengthIn } from './column-widths.ts';
import type { Writer } from './pdfmake.ts';

export function placeRule(writer: Writer, { rule: { color, thickness, length } }: RuleNode): void {
  if (writer.context().availableHeight < thickness) writer.moveToNextPage();
  const { x, y, availableWidth } = writer.context();
  const w = Math.min(lengthIn(availableWidth, length) ?? availableWidth, availableWidth);
  writer.addVector({ type: 'rect', x, y, w, h: thickness, color, lineWidth: 0 }, true, true);
  writer.context().moveDown(thickness);
}
