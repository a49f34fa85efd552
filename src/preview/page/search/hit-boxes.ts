/** Where on its page something found is, line by line, as the text over the picture lies. */
import type { Box, Sheet } from '../pane/sheet.ts';
import type { PageText } from '../pdf/open-pdf.ts';
import type { Hit } from './find.ts';

/** None while the page is not drawn. */
export function boxesOf({ start, end }: Hit, { pieces }: PageText, sheet: Sheet): Box[] {
  const elements = sheet.drawing?.text?.elements;
  if (!elements) return [];
  const page = sheet.element.getBoundingClientRect();
  const scale = sheet.page.width / page.width;
  const boxes: Box[] = [];
  let from = 0;
  for (const [index, piece] of pieces.entries()) {
    const text = elements[index]?.firstChild;
    const length = text?.textContent?.length ?? 0;
    const first = Math.max(0, start - from);
    const last = Math.min(length, end - from);
    from += piece.length;
    if (!text || first >= last) continue;
    const range = document.createRange();
    range.setStart(text, first);
    range.setEnd(text, last);
    for (const { left, top, width, height } of range.getClientRects())
      boxes.push({
        x: (left - page.left) * scale,
        y: (top - page.top) * scale,
        width: width * scale,
        height: height * scale,
      });
  }
  return boxes;
}
