/** Tables: rows and cells as pdfmake's table, with head and body rows and the scope of headings in the tag tree. */
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { Node, TableCell, TableNode, TableRules } from '../../document/nodes.ts';
import { elementIn, type StructureElement, structureElement } from '../../document/tags.ts';
import { colorAt } from '../environment.ts';
import { inside, rulesOf, type Scope, within } from '../scope.ts';
import { frameOf, type Own, paddingOf, type Styled } from '../styled.ts';
import { type CellHeaders, cellHeaders } from './table-headers.ts';

export interface CellInput {
  /** A heading for its row. */
  readonly header?: boolean;
  readonly colSpan?: number;
  readonly fill?: string;
  /** Makes the cell's content under its TH or TD. */
  readonly content: (scope: Scope, element: StructureElement | undefined) => Node[];
}

export interface RowInput {
  readonly header: boolean;
  readonly cells: readonly CellInput[];
}

export interface TableInput {
  readonly rows: readonly RowInput[];
  /** One for each column; by what stands in them where they are not given. */
  readonly widths?: readonly (number | string)[];
  readonly lines?: 'none' | 'horizontal';
  readonly span: SourceSpan;
}

/** Builds the node and its part of the tag tree. Rows shorter than the longest are filled with empty cells. */
export function table(styled: Styled, { rows, widths, lines, span }: TableInput, own?: Own): Node[] {
  const { scope, rule } = styled;
  const count = rows.reduce((most, { cells }) => Math.max(most, columnsOf(cells)), 0);
  if (count === 0) return [];
  const headRule = rulesOf(scope, 'table-header', span);
  const head = within(scope, headRule, span);
  const element = elementIn(scope, 'Table');
  const firstBody = rows.findIndex((row) => !row.header);
  const heads = firstBody < 0 ? rows.length : firstBody;
  const headElement = element && heads > 0 ? structureElement('THead', element) : undefined;
  const bodyElement = element && heads < rows.length ? structureElement('TBody', element) : undefined;
  const name = `table.${scope.environment.nextTable()}`;
  const headers = element && cellHeaders(rows, name);
  const body = rows.map((row, index) => {
    const section = index < heads ? headElement : bodyElement;
    const tr = section && structureElement('TR', section);
    const [inner, fill] = row.header ? [head, headRule.fill] : [scope, undefined];
    const cells = row.cells.flatMap((cell, column) => {
      const tags = tr && cellElement(tr, cell, row.header, headers?.[index]?.[column]);
      return cellNodes(cell, inner, tags, fill, span);
    });
    const missing = Array.from({ length: count - cells.length }, (): TableCell => {
      if (tr) structureElement('TD', tr);
      return { stack: [] };
    });
    return [...cells, ...missing];
  });
  const rules = rulesOfTable(styled, lines, span);
  const node: TableNode = {
    table: {
      ...(widths?.length === count && { widths }),
      body,
      headerRows: heads < rows.length ? heads : 0,
      padding: paddingOf(rule, scope),
      ...(rules && { rules }),
    },
    ...frameOf(styled, own),
  };
  return [node];
}

/** How many columns the cells of a row take. */
export function columnsOf(cells: readonly CellInput[]): number {
  return cells.reduce((sum, { colSpan = 1 }) => sum + colSpan, 0);
}

/** The TH or TD of a cell. */
function cellElement(
  tr: StructureElement,
  { header = false, colSpan = 1 }: CellInput,
  headerRow: boolean,
  headers: CellHeaders = {},
): StructureElement {
  const heading = headerRow || header;
  return structureElement(heading ? 'TH' : 'TD', tr, {
    ...(heading && { scope: headerRow ? ('Column' as const) : ('Row' as const) }),
    ...(colSpan > 1 && { colSpan }),
    ...headers,
  });
}

/** A cell, and an empty one for each further column that it spans. */
function cellNodes(
  { colSpan = 1, fill, content }: CellInput,
  scope: Scope,
  element: StructureElement | undefined,
  rowFill: string | undefined,
  span: SourceSpan,
): TableCell[] {
  const color = fill ?? rowFill;
  const cell: TableCell = {
    stack: content(inside(scope, element), element),
    ...(colSpan > 1 && { colSpan }),
    ...(color && { fill: colorAt(scope.environment, color, span) }),
  };
  return [cell, ...Array.from({ length: colSpan - 1 }, (): TableCell => ({ stack: [] }))];
}

function rulesOfTable({ scope, rule }: Styled, lines = rule.lines, span: SourceSpan): TableRules | undefined {
  if (lines !== 'horizontal') return undefined;
  const { lineWidth = 0, edgeWidth = lineWidth, lineColor } = rule;
  const color = lineColor === undefined ? scope.color : colorAt(scope.environment, lineColor, span);
  return { color, width: lineWidth, edgeWidth };
}
