/** Tells pictures that stand for themselves from pictures among words. */
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

/**
 * Lines of the source that hold pictures and no words, in a text that has words on others: a picture with its credit on the
 * next line, or with a call of a footnote. What stands on such a line is no picture among words.
 */
export function pictureLines(inlines: readonly Inline[]): ReadonlySet<number> {
  const lines = new Map<number, boolean>();
  for (const inline of inlines) {
    const kind = inline.type === 'footnote-reference' ? undefined : picturesOnly([inline]);
    const { line } = inline.span;
    if (line !== undefined && kind !== undefined) lines.set(line, kind && lines.get(line) !== false);
  }
  return new Set([...lines].filter(([, only]) => only).map(([line]) => line));
}

/** Whether inlines hold pictures alone; undefined when they hold nothing that is seen. */
function picturesOnly(inlines: readonly Inline[]): boolean | undefined {
  let found: boolean | undefined;
  for (const inline of inlines) {
    if (inline.type === 'break' || (inline.type === 'text' && inline.text.trim() === '')) continue;
    const only = 'children' in inline ? picturesOnly(inline.children) : inline.type === 'image';
    if (only === false) return false;
    found ??= only;
  }
  return found;
}
