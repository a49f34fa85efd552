/** The blocks of a document, as the anchors of its PDF say where they are. */
import type { Anchor } from '../../protocol.ts';

/** The smallest block at a point of a page: a paragraph, not the list or table around it. */
export function blockAt(anchors: readonly Anchor[], page: number, x: number, y: number): Anchor | undefined {
  let found: Anchor | undefined;
  for (const anchor of anchors) {
    const isThere =
      anchor.page === page &&
      x >= anchor.x &&
      x <= anchor.x + anchor.width &&
      y >= anchor.y &&
      y <= anchor.y + anchor.height;
    if (isThere && (!found || anchor.width * anchor.height < found.width * found.height)) found = anchor;
  }
  return found;
}

/** The same block in another edition of the document, or after an edit: what says the same, else what has its key. */
export function sameBlock(anchors: readonly Anchor[], block: Anchor): Anchor | undefined {
  const same = anchors.filter(({ file, text }) => file === block.file && text === block.text);
  return same.find(({ key }) => key === block.key) ?? same[0] ?? anchors.find(({ key }) => key === block.key);
}
