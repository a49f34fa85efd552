/** Tells pictures that stand for themselves from pictures in a line of text. */
import type { FigurePicture, Inline, PictureRow } from './edition.ts';

/**
 * The pictures of a paragraph or cell that holds nothing else, row by row: beside each other as they are written, in a
 * new row after a line break. Undefined when there is text between them, or no picture.
 */
export function pictureRows(inlines: readonly Inline[]): readonly PictureRow[] | undefined {
  const rows: FigurePicture[][] = [[]];
  for (const inline of inlines) {
    if (inline.type === 'text' && inline.text.trim() === '') continue;
    if (inline.type === 'break') {
      rows.push([]);
      continue;
    }
    const picture = pictureOf(inline);
    if (!picture) return undefined;
    rows.at(-1)!.push(picture);
  }
  const filled = rows.filter((row) => row.length > 0);
  return filled.length > 0 ? filled : undefined;
}

/** A picture, or a link around one. */
function pictureOf(inline: Inline): FigurePicture | undefined {
  if (inline.type === 'image') return { image: inline.image, span: inline.span };
  if (inline.type !== 'link') return undefined;
  const [only, ...more] = inline.children.filter(
    (child) => child.type !== 'text' || child.text.trim() !== '',
  );
  if (only?.type !== 'image' || more.length > 0) return undefined;
  const { url, title } = inline;
  return { image: only.image, link: { url, ...(title && { title }) }, span: inline.span };
}
