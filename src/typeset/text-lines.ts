/** The lines of a paragraph in its column. Where a word is wider than that, words are hyphenated whatever their style says. */
import { breakLines } from '../text/break/break-lines.ts';
import type { TextLine } from '../text/break/line.ts';
import type { LayoutText } from './layout-nodes.ts';

export function textLines({ inColumn }: LayoutText, width: number): readonly TextLine[] {
  const prepared = inColumn(width);
  const narrow = prepared.minWidth > width + 0.01 && !prepared.style.hyphenate;
  return breakLines(narrow ? inColumn(width, { hyphenate: true }) : prepared, width);
}
