/** Tables: rows and cells as pdfmake's table, with head and body rows and the scope of headings in the tag tree. */
import type { Margin, Node, TableCell, TableNode } from '../../document/nodes.ts';
import {
  elementIn,
  type StructureElement,
  type StructureScope,
  structureElement,
} from '../../document/tags.ts';

export interface CellInput {
  readonly header: boolean;
  readonly colSpan: number;
  readonly fill?: string;
  /** Makes the cell's content under its TH or TD. */
  readonly content: (parent: StructureElement | undefined) => Node[];
}

export interface RowInput {
  readonly header: boolean;
  readonly cells: readonly CellInput[];
}

export interface TableLook {
  readonly lines: boolean;
  readonly lineColor: string;
  /** Inside each cell. */
  readonly padding: Margin;
  readonly headerFill?: string;
}

/** Builds the node and its part of the tag tree. Rows shorter than the longest are filled with empty cells. */
export function tableNode(
  rows: readonly RowInput[],
  widths: readonly (number | string)[] | undefined,
  look: TableLook,
  scope: StructureScope,
): TableNode | undefined {
  const count = rows.reduce(
    (most, row) =>
      Math.max(
        most,
        row.cells.reduce((sum, cell) => sum + cell.colSpan, 0),
      ),
    0,
  );
  if (count === 0) return undefined;
  const table = elementIn(scope, 'Table');
  const headerRows = rows.findIndex((row) => !row.header);
  const heads = headerRows < 0 ? rows.length : headerRows;
  const head = table && heads > 0 ? structureElement('THead', table) : undefined;
  const body = table && structureElement('TBody', table);
  const cells = rows.map((row, index) => {
    const section = index < heads ? head : body;
    const tr = section && structureElement('TR', section);
    const line: TableCell[] = [];
    for (const cell of row.cells) {
      const heading = row.header || cell.header;
      const element =
        tr &&
        structureElement(heading ? 'TH' : 'TD', tr, {
          ...(heading && { scope: row.header ? ('Column' as const) : ('Row' as const) }),
          ...(cell.colSpan > 1 && { colSpan: cell.colSpan }),
        });
      const fill = cell.fill ?? (index < heads ? look.headerFill : undefined);
      line.push({
        stack: cell.content(element),
        ...(cell.colSpan > 1 && { colSpan: cell.colSpan }),
        ...(fill && { fill }),
      });
      for (let i = 1; i < cell.colSpan; i++) line.push({ stack: [] });
    }
    while (line.length < count) {
      if (tr) structureElement('TD', tr);
      line.push({ stack: [] });
    }
    return line;
  });
  return {
    table: {
      widths: widths && widths.length === count ? widths : columnWidths(count),
      body: cells,
      headerRows: heads < rows.length ? heads : 0,
      padding: look.padding,
      ...(look.lines && { rules: look.lineColor }),
    },
  };
}

/** Equal shares: a table of text reads best when no column starves. */
function columnWidths(count: number): (number | string)[] {
  return new Array<string>(count).fill('*');
}
