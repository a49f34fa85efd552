/** What layout has to say about text that does not go where it was meant to: where it stands, and how many millimetres. */
import type { Diagnostic, SourceSpan } from '../diagnostics/diagnostic.ts';
import { BREAK_HYPHEN, NO_BREAK } from '../text/break/opportunities.ts';
import type { Paragraph } from '../text/paragraph.ts';
import type { LayoutNode, LayoutTable } from './layout-nodes.ts';
import type { PageLine } from './page-line.ts';
import { LEAST_TABLE_SCALE } from './table-fit.ts';

/** Points as whole millimetres, at least 1. */
export function millimetres(points: number): string {
  return `${Math.max(1, Math.round((points * 25.4) / 72))} mm`;
}

/** Longer words are shown by their beginning. */
const SHOWN = 24;

/** A word that was cut because its column of `width` pt is narrower; undefined unless `line` is where it was first cut. */
export function cutWord(line: PageLine, before: PageLine | undefined, width: number): Diagnostic | undefined {
  const { paragraph, end, cut } = line.line;
  if (!cut) return undefined;
  // Cut again on the next line: said once.
  if (before?.line.cut && isWhole(paragraph, before.line.end, end)) return undefined;
  const word = wordAround(paragraph, end);
  const text = paragraph.text.slice(word.start, word.end).trimEnd();
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  const span = placeOf(paragraph, word.start, text.length) ?? line.node.source;
  return {
    severity: 'warning',
    code: 'text-too-wide',
    message: `"${shown}" is ${millimetres(word.width)} wide and its column ${millimetres(width)}: it is cut`,
    hint: 'make the column wider or the type smaller, or write a soft hyphen (U+00AD) where the word may be parted',
    ...(span && { span }),
  };
}

/** A table whose words do not go in beside one another, small as its type is set. `missing` pt are lacking. */
export function crampedTable({ node, scale }: LayoutTable, missing: number): Diagnostic {
  const at =
    scale === LEAST_TABLE_SCALE ? `, even with type at ${LEAST_TABLE_SCALE * 100} % of its size` : '';
  return {
    severity: 'warning',
    code: 'table-too-wide',
    message: `the table is ${millimetres(missing)} too wide for its column${at}: words are cut`,
    hint: 'take columns out, shorten their longest words, or turn the page with orientation="landscape"',
    ...(node.source && { span: node.source }),
  };
}

/** A header that `missing` pt of do not go into the margin above the text. */
export function highHeader({ node }: LayoutNode, missing: number): Diagnostic {
  return {
    severity: 'warning',
    code: 'header-too-high',
    message: `the header is ${millimetres(missing)} higher than the margin above the text, and runs into it`,
    hint: 'make the top margin of <document> larger, or the header lower',
    ...(node.source && { span: node.source }),
  };
}

/** A block at a fixed place that `excess` pt of do not go into it. */
export function highBlock({ node }: LayoutNode, excess: number): Diagnostic {
  return {
    severity: 'error',
    code: 'place-overflow',
    message: `what stands here is ${millimetres(excess)} higher than its place on the page`,
    hint: 'shorten it, give <place> more height, or set it in smaller type',
    ...(node.source && { span: node.source }),
  };
}

/** The word around an index of a paragraph's text: the stretch without breaks but at hyphens. */
function wordAround(paragraph: Paragraph, index: number) {
  const { text, clusters } = paragraph;
  let start = index;
  let end = index;
  while (start > 0 && isWhole(paragraph, start, start)) start--;
  while (end < text.length && isWhole(paragraph, end, end)) end++;
  const inside = clusters.filter((cluster) => cluster.start >= start && cluster.end <= end && !cluster.space);
  return { start, end, width: inside.reduce((sum, cluster) => sum + cluster.width, 0) };
}

/** Whether a word goes on at each index from `from` to `to`. */
function isWhole({ breaks }: Paragraph, from: number, to: number): boolean {
  for (let at = from; at <= to; at++)
    if (breaks[at] !== NO_BREAK && breaks[at] !== BREAK_HYPHEN) return false;
  return true;
}

function placeOf({ spans }: Paragraph, index: number, length: number): SourceSpan | undefined {
  let at = 0;
  for (const { text, source } of spans) {
    if (index < at + text.length)
      return source?.column === undefined
        ? source
        : { ...source, column: source.column + index - at, length };
    at += text.length;
  }
  return undefined;
}
