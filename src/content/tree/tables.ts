/** Builds tables; markdown-it gives their cells no position, so cells are found again in their line. */

import type { Token } from 'markdown-it';
import type { Report, SourceSpan } from '../../diagnostics/diagnostic.ts';
import { PositionMap, type Segment } from '../../files/position-map.ts';
import type { Alignment, Attributes, Block, TableCell } from '../edition.ts';
import type { BlockBuilder } from './blocks.ts';
import type { TreeContext } from './context.ts';
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

/** Widths are for tables, one for each column. */
export function checkWidths({ widths }: Attributes, block: Block, span: SourceSpan, report: Report): void {
  if (!widths) return;
  if (block.type !== 'table')
    report.error('attribute-invalid', span, 'only a table can have widths', {
      hint: 'put them below the table they are for',
    });
  else if (widths.length !== block.header.length)
    report.error(
      'attribute-invalid',
      span,
      `there are ${widths.length} widths and ${block.header.length} columns`,
      { hint: 'write one width for each column; `auto` is as wide as its text, `*` takes what is left' },
    );
}

/** What Markdown leaves out of a row that is longer than the header is told, and a row that is shorter. */
function reportCells(
  line: string,
  lineIndex: number,
  starts: readonly number[],
  columns: number,
  { file, report }: TreeContext,
): void {
  // Behind the last border there is no cell.
  const written = line.slice(starts.at(-1)).trim() === '' ? starts.length - 1 : starts.length;
  if (written === columns) return;
  const column = written > columns ? starts[columns]! + 1 : 1;
  report.warning(
    'table-row',
    { file, line: lineIndex + 1, column, length: line.trimEnd().length - column + 1 },
    `the row has ${written} ${written === 1 ? 'cell' : 'cells'} and the table ${columns} columns`,
    {
      hint:
        written > columns
          ? 'what is too much is not printed: take it out, or write \\| for a line that is no border'
          : 'leave cells empty: | one |  |',
    },
  );
}

function buildRow(row: Token, inner: readonly Token[], builder: BlockBuilder): readonly TableCell[] {
  const inlines = inner.filter((token) => token.type === 'inline');
  const lineIndex = builder.source.bodyLine + (row.map?.[0] ?? 0);
  const line = builder.source.lines[lineIndex] ?? '';
  const starts = cellStarts(line, inlines[0]?.content ?? '');
  reportCells(line, lineIndex, starts, inlines.length, builder.context);
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
