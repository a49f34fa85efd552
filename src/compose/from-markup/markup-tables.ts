/** `<table>` with its rows and cells. */
import type { Node } from '../../document/nodes.ts';
import type { MarkupElement } from '../../template/markup/markup-tree.ts';
import { textIn } from '../builders/paragraph.ts';
import { type CellInput, table } from '../builders/table.ts';
import { inside, type Scope } from '../scope.ts';
import { isLine, markupInlines } from './markup-inlines.ts';
import { type Flow, ownOf, styledElement } from './markup-look.ts';

export function tableElement(element: MarkupElement<'table'>, outer: Scope, flow: Flow): Node[] {
  const rows = element.children
    .filter((child): child is MarkupElement<'row'> => child.type === 'element' && child.name === 'row')
    .map((row) => ({
      header: row.attributes.header === true,
      cells: row.children
        .filter((child): child is MarkupElement<'cell'> => child.type === 'element' && child.name === 'cell')
        .map((cell) => cellInput(cell, flow)),
    }));
  if (rows.length > 0 && !rows.some((row) => row.header || row.cells.some((cell) => cell.header)))
    outer.environment.report.error('table-header', element.span, 'the table has no header row', {
      hint: 'write <row header="true">; for blocks that are no table of data, write <columns>',
    });
  const { widths, lines } = element.attributes;
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
