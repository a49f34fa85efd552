/** Builds tables; markdown-it gives their cells no position, so cells are found again in their line. */

import type { Token } from 'markdown-it';
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import { PositionMap, type Segment } from '../../files/position-map.ts';
import type { Alignment, Block, TableCell } from '../edition.ts';
import type { BlockBuilder } from './blocks.ts';
import { wrapTrailing } from './inlines.ts';
import { closing } from './tokens.ts';

/** In Markdown's left-to-right words; on the page, `left` is the side on which reading starts. */
const ALIGNMENTS: Readonly<Record<string, Alignment>> = { left: 'start', center: 'center', right: 'end' };

/** @param inner the tokens between `table_open` and `table_close` */
export function buildTable(inner: readonly Token[], span: SourceSpan, builder: BlockBuilder): Block {
  const rows: (readonly TableCell[])[] = [];
  for (let index = 0; index < inner.length; index++) {
    if (inner[index]!.type !== 'tr_open') continue;
    const end = closing(inner, index);
    rows.push(buildRow(inner[index]!, inner.slice(index + 1, end), builder));
    index = end;
  }
  const align = inner
    .filter((token) => token.type === 'th_open')
    .map((token) => ALIGNMENTS[String(token.attrGet('style') ?? '').replace('text-align:', '')]);
  const [header = [], ...body] = rows;
  if (header.every((cell) => cell.children.length === 0)) {
    builder.context.report.error('table-header', span, 'the header row of the table is empty', {
      hint: 'name every column: screen readers read the names out with each cell',
    });
  }
  return { type: 'table', align, header, rows: body, attributes: {}, span };
}

function buildRow(row: Token, inner: readonly Token[], builder: BlockBuilder): readonly TableCell[] {
  const inlines = inner.filter((token) => token.type === 'inline');
  const lineIndex = builder.source.bodyLine + (row.map?.[0] ?? 0);
  const line = builder.source.lines[lineIndex] ?? '';
  const starts = cellStarts(line, inlines[0]?.content ?? '');
  return inlines.map((inline, index) => {
    const column = starts[index] ?? line.length;
    const map = mapCell(builder.context.file, line, lineIndex + 1, column, inline.content);
    const children = wrapTrailing(builder.inlines(inline, map), inline.content, map);
    return { children, span: map.span(0, inline.content.length) };
  });
}

/**
 * Indexes in a table line at which the text of each cell starts.
 *
 * @param first text of the first cell: a line may start with `|` or without, after the marks of a list or quote
 */
function cellStarts(line: string, first: string): number[] {
  const parts: { text: string; start: number }[] = [];
  let start = 0;
  for (let index = 0; index <= line.length; index++) {
    if (index < line.length && (line[index] !== '|' || line[index - 1] === '\\')) continue;
    parts.push({ text: line.slice(start, index), start });
    start = index + 1;
  }
  const before = (parts[0]?.text ?? '').trimEnd().replaceAll('\\|', '|');
  const bare = first !== '' && before.endsWith(first);
  const cells = bare ? parts : parts.slice(1);
  return cells.map(({ text, start: at }, index) => {
    if (index === 0 && bare) return at + text.trimEnd().length - first.replaceAll('|', '\\|').length;
    return at + (text.length - text.trimStart().length);
  });
}

/** In cells, `\|` stands for `|`. */
function mapCell(
  file: string,
  line: string,
  lineNumber: number,
  start: number,
  content: string,
): PositionMap {
  const segments: Segment[] = [{ offset: 0, line: lineNumber, column: start + 1 }];
  let source = start;
  for (let offset = 0; offset < content.length; offset++) {
    if (content[offset] === '|' && line[source] === '\\') {
      source += 1;
      segments.push({ offset, line: lineNumber, column: source + 1 });
    }
    source += 1;
  }
  return new PositionMap(file, segments);
}
