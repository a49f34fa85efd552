/**
 * Quotes a source line under a diagnostic: the stretch around the fault, and a caret below it. Where the line
 * has right-to-left text no column can be trusted, so the fragment itself is printed in place of a caret.
 */
import type { SourceSpan } from './diagnostic.ts';
import { displayWidth, graphemes, isRightToLeft, printable } from './display-width.ts';

export interface QuotedSource {
  readonly line: string;
  /** What goes under the line; undefined when the span has no column. */
  readonly caret?: string;
}

const TAB_WIDTH = 4;
/** FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (UAX #9). */
const [FSI, PDI] = ['\u2068', '\u2069'];
const MAX_FRAGMENT = 60;

/** Quotes `line`, cut to about `width` terminal cells around the column of `span`. */
export function quoteSource(line: string, span: SourceSpan, width: number, terminal = false): QuotedSource {
  const column = span.column === undefined ? undefined : Math.min(span.column - 1, line.length);
  const [start, end] = windowAround(line, column ?? 0, Math.max(20, width));
  const shown = printable(expandTabs(line.slice(start, end)));
  const [before, after] = [start > 0 ? '…' : '', end < line.length ? '…' : ''];
  const rtl = isRightToLeft(shown);
  const quoted = `${before}${shown}${after}`;
  const isolated = rtl && terminal ? `${FSI}${quoted}${PDI}` : quoted;
  if (column === undefined) return { line: isolated };
  if (rtl) {
    const fragment = printable(fragmentAt(line, column, span.length));
    const shownFragment = terminal ? `${FSI}${fragment}${PDI}` : fragment;
    return { line: isolated, ...(fragment && { caret: `^ at “${shownFragment}”` }) };
  }
  const lead = displayWidth(before + printable(expandTabs(line.slice(start, column))));
  const stop = Math.min(column + Math.max(1, span.length ?? 1), end);
  const under = displayWidth(printable(expandTabs(line.slice(start, stop)))) + before.length - lead;
  return { line: quoted, caret: `${' '.repeat(lead)}${'^'.repeat(Math.max(1, under))}` };
}

/** Offsets of a stretch of whole grapheme clusters, at most `width` cells wide, a third of it before `column`. */
function windowAround(line: string, column: number, width: number): readonly [number, number] {
  if (line.length <= width * 4 && displayWidth(expandTabs(line)) <= width) return [0, line.length];
  // No cluster is wanted from further away, and segmenting a line of 5 MB would take seconds.
  const from = Math.max(0, column - width * 4);
  const near = graphemes(line.slice(from, column + width * 4));
  const at = Math.max(
    0,
    near.findLastIndex(({ index }) => from + index <= column),
  );
  const cells = (segment: string): number => (segment === '\t' ? TAB_WIDTH : displayWidth(segment));
  let first = at;
  let used = 2;
  while (first > 0 && used + cells(near[first - 1]!.segment) <= width / 3)
    used += cells(near[--first]!.segment);
  let last = at;
  while (last < near.length && used + cells(near[last]!.segment) <= width)
    used += cells(near[last++]!.segment);
  const start = near[first]?.index ?? 0;
  const end = last < near.length ? near[last]!.index : line.length - from;
  return [from + start, from + end];
}

/** What stands at a column: the length that was given, or the word there. */
function fragmentAt(line: string, column: number, length: number | undefined): string {
  if (length !== undefined && length > 1) {
    const text = line.slice(column, column + Math.min(length, MAX_FRAGMENT));
    return length > MAX_FRAGMENT ? `${text}…` : text;
  }
  const before = /[^\s]*$/u.exec(line.slice(Math.max(0, column - MAX_FRAGMENT / 2), column))?.[0] ?? '';
  const after = /^[^\s]*/u.exec(line.slice(column, column + MAX_FRAGMENT / 2))?.[0] ?? '';
  return after
    ? before + after
    : line
        .slice(column)
        .trim()
        .slice(0, MAX_FRAGMENT / 2);
}

/** Every tab becomes the same number of spaces: the quoted line starts in no known column anyway. */
function expandTabs(text: string): string {
  return text.replaceAll('\t', ' '.repeat(TAB_WIDTH));
}
