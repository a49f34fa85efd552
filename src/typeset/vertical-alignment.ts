/** What stands in the middle or at the foot of its row is moved there, when the row is done and its height is known. */
import type { PlacedItem, VerticalAlignment } from './pdfmake.ts';

/** Text, pictures and shapes: what is left when everything stands in its place. */
export type SettledItem = Exclude<PlacedItem, { readonly item: VerticalAlignment }>;

/** Moves the items of a page that are vertically aligned to their places. */
export function settleVertically(placed: readonly PlacedItem[]): SettledItem[] {
  const settled: SettledItem[] = [];
  const around: number[] = [];
  let down = 0;
  for (const each of placed) {
    if (each.type === 'beginVerticalAlignment') {
      around.push(down);
      down += roomAbove(each.item);
    } else if (each.type === 'endVerticalAlignment') down = around.pop() ?? 0;
    else {
      moveDown(each, down);
      settled.push(each);
    }
  }
  return settled;
}

/** How far down something moves in a row that is higher than it is; nothing that a page break parts is moved. */
function roomAbove(aligned: VerticalAlignment): number {
  const { verticalAlignment, isCellContentMultiPage } = aligned;
  if (isCellContentMultiPage || verticalAlignment === 'top') return 0;
  const room = aligned.getViewHeight() - aligned.getNodeHeight();
  return verticalAlignment === 'middle' ? room / 2 : room;
}

function moveDown(settled: SettledItem, down: number): void {
  if (settled.type !== 'vector') settled.item.y += down;
  else if (settled.item.type === 'rect') settled.item.y += down;
  else {
    settled.item.y1 += down;
    settled.item.y2 += down;
  }
}
