/**
 * Pictures in a line of text. How large one is printed depends on the column only where its author says a share of it, or
 * where it would be wider; so most paragraphs are prepared once, and the others once for each column they are tried in.
 */
import type { InlinePictureNode, TextNode } from '../document/nodes.ts';
import type { InlineObject, TextSpan } from '../document/style.ts';
import type { TextLine } from '../text/break/line.ts';
import type { LayoutText } from './layout-nodes.ts';
import { naturalSize, type Size, sizeIn } from './picture-size.ts';

/** Height of a picture whose author gives it no size, and how much of it hangs below the baseline, em. */
const HEIGHT = 1.2;
const DEPTH = 0.22;

/** The spans of a paragraph in a column, each picture as large as it is printed there and no higher than `maxHeight`, pt. */
export function spansIn(
  { spans, pictures }: TextNode,
  column: number,
  maxHeight: number,
): readonly TextSpan[] {
  if (!pictures) return spans;
  return spans.map((span) => {
    const picture = span.element === undefined ? undefined : pictures.get(span.element);
    return picture ? { ...span, object: objectOf(picture, span.style.size, column, maxHeight) } : span;
  });
}

function objectOf(picture: InlinePictureNode, em: number, column: number, maxHeight: number): InlineObject {
  const natural = naturalSize(picture);
  const byWords = picture.amongWords && picture.width === undefined;
  const asked = byWords ? { height: Math.min(HEIGHT * em, natural.height) } : picture;
  const { width, height }: Size = sizeIn(column, natural, asked, maxHeight);
  // One that is higher than the letters stands on the line.
  return { width, height, depth: height <= HEIGHT * em ? Math.min(DEPTH * em, height / 2) : 0 };
}

/** Height of a line in pt: that of its paragraph, and more where a picture rises above it. */
export function lineHeightOf({ node, baseline }: LayoutText, line: TextLine): number {
  return node.paragraph.lineHeight + riseOf(line, baseline);
}

/** By how much the pictures of a line rise above its top, when its baseline is `baseline` pt below that. */
export function riseOf({ fragments, paragraph }: TextLine, baseline: number): number {
  let rise = 0;
  for (const { span } of fragments) {
    const { object } = paragraph.spans[span]!;
    if (object) rise = Math.max(rise, object.height - object.depth - baseline);
  }
  return rise;
}
