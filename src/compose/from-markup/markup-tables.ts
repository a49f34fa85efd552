/** `<table>` with its rows and cells. */
import type { Node } from '../../document/nodes.ts';
import type { MarkupElement } from '../../template/markup/markup-tree.ts';
import { textIn } from '../builders/paragraph.ts';
import { type CellInput, columnsOf, table } from '../builders/table.ts';
import { inside, type Scope } from '../scope.ts';
import { isLine, markupInlines } from './markup-inlines.ts';
import { type Flow, ownOf, styledElement } from './markup-look.ts';

export function tableElement(element: MarkupElement<'table'>, outer: Scope, flow: Flow): Node[] {
  const rowElements = element.children.filter(
    (child): child is MarkupElement<'row'> => child.type === 'element' && child.name === 'row',
  );
  const rows = rowElements.map((row) => ({
    header: row.attributes.header === true,
    cells: row.children
      .filter((child): child is MarkupElement<'cell'> => child.type === 'element' && child.name === 'cell')
      .map((cell) => cellInput(cell, flow)),
  }));
  const counts = rows.map(({ cells }) => columnsOf(cells));
  const columns = Math.max(0, ...counts);
  rowElements.forEach(({ span }, i) => {
    if (counts[i]! < columns)
      outer.environment.report.warning(
        'table-row',
        span,
        `the row has cells for ${counts[i]} of the ${columns} columns of the table`,
        { hint: 'write <cell/> where nothing stands, or colspan where a cell is wider' },
      );
  });
  if (rows.length > 0 && !rows.some((row) => row.header || row.cells.some((cell) => cell.header)))
    outer.environment.report.error('table-header', element.span, 'the table has no header row', {
      hint: 'write <row header="true">; for blocks that are no table of data, write <columns>',
    });
  const { widths, lines } = element.attributes;
  if (widths && widths.length !== columns)
    outer.environment.report.error(
      'layout-attribute',
      element.span,
      `widths: there are ${widths.length} widths and ${columns} columns`,
      { hint: 'write one width for each column: "auto" is as wide as its text, "*" takes what is left' },
    );
  const input = { rows, span: element.span, ...(widths && { widths }), ...(lines && { lines }) };
  return table(styledElement(element, outer), input, ownOf(element, outer));
}

function cellInput(cell: MarkupElement<'cell'>, flow: Flow): CellInput {
  const { header, colspan, fill } = cell.attributes;
  return {
    ...(header && { header }),
    ...(colspan !== undefined && { colSpan: colspan }),
    ...(fill && { fill }),
    content: (outer, owner) => {
      const scope = inside(styledElement(cell, outer).scope, owner);
      const [only, ...more] = cell.children;
      return only && more.length === 0 && isLine(only)
        ? [textIn(scope, owner, markupInlines(only.children))]
        : flow(cell.children, scope);
    },
  };
}
