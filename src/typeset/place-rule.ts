/** Rules: they take the width of their column, which is known when they are placed. */
import type { RuleNode } from '../document/nodes.ts';
import type { Writer } from './pdfmake.ts';

export function placeRule(writer: Writer, { rule: { color, thickness, length } }: RuleNode): void {
  if (writer.context().availableHeight < thickness) writer.moveToNextPage();
  const { x, y, availableWidth } = writer.context();
  const w = Math.min(lengthIn(availableWidth, length), availableWidth);
  writer.addVector({ type: 'rect', x, y, w, h: thickness, color, lineWidth: 0 }, true, true);
  writer.context().moveDown(thickness);
}

/** The length of a rule in a column, pt. */
function lengthIn(column: number, length: number | string | undefined): number {
  return typeof length === 'string' ? (Number.parseFloat(length) / 100) * column : (length ?? column);
}
