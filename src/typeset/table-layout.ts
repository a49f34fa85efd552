/** How pdfmake asks for the rules and padding of a table. */
import type { TableNode } from '../document/nodes.ts';

/** pdfmake calls these with the index of a row, a column or a line between them. */
export interface TableLayout {
  hLineWidth(line: number): number;
  vLineWidth(): number;
  hLineColor(): string;
  paddingLeft(column: number): number;
  paddingRight(column: number): number;
  paddingTop(): number;
  paddingBottom(): number;
}

/** @param tight - share of its padding that the table keeps between columns, when it would be too wide */
export function tableLayout({ table }: TableNode, tight = 1): TableLayout {
  const { body, headerRows, padding, rules } = table;
  const [top, bottom] = [padding[1], padding[3]];
  const [start, end] = [padding[0] * tight, padding[2] * tight];
  const heads = headerRows || body.length;
  const last = (body[0]?.length ?? 0) - 1;
  return {
    hLineWidth: (line) =>
      line === 0 || line === body.length || line === heads ? (rules?.edgeWidth ?? 0) : (rules?.width ?? 0),
    vLineWidth: () => 0,
    hLineColor: () => rules?.color ?? '#000000',
    paddingLeft: (column) => (column === 0 ? start / 2 : start),
    paddingRight: (column) => (column === last ? end / 2 : end),
    paddingTop: () => top,
    paddingBottom: () => bottom,
  };
}
