/** What the columns of a list mean: those of every list, in whatever language they are named, and the letter's own fields. */
import type { Field, Fields } from '../../content/fields/field.ts';
import type { Report } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { foldName } from '../lists/fold-name.ts';
import type { Table } from '../lists/table.ts';
import { columnNamed } from './column-names.ts';
import { fitsCell, RECIPIENT_COLUMNS } from './columns.ts';

export interface Column {
  readonly name: string;
  readonly field: Field;
  /** Where it is in the table: one index, or one for each line of an address, in order. */
  readonly indexes: readonly number[];
}

interface FoundColumn {
  readonly field: Field;
  readonly at: { readonly index: number; readonly line: number }[];
}

/**
 * The columns of a table by name; what is none is reported (`recipient-column`), and what is in it is not read.
 *
 * @param own fields of the letter's own, which its template declares
 */
export function readHeader(table: Table, own: Fields, report: Report): ReadonlyMap<string, Column> {
  const declared = new Map(
    Object.entries(own)
      .filter(([name, field]) => !Object.hasOwn(RECIPIENT_COLUMNS, name) && fitsCell(field))
      .map(([name, field]) => [foldName(name), { name, field }]),
  );
  const known = [...Object.keys(RECIPIENT_COLUMNS), ...[...declared.values()].map(({ name }) => name)];
  const found = new Map<string, FoundColumn>();
  const unknown: number[] = [];
  for (const [index, written] of table.columns.entries()) {
    const meant = columnNamed(written);
    const declaration = declared.get(foldName(written));
    const name = meant?.column ?? declaration?.name;
    const field = meant ? RECIPIENT_COLUMNS[meant.column] : declaration?.field;
    if (name === undefined || field === undefined) {
      unknown.push(index);
      continue;
    }
    const column: FoundColumn = found.get(name) ?? { field, at: [] };
    const line = meant?.line ?? 0;
    const twin = column.at.find((other) => other.line === line);
    if (twin) reportTwin(table, name, twin.index, index, report);
    else column.at.push({ index, line });
    found.set(name, column);
  }
  // A list without a header has somebody's name there, which is nothing for a message.
  if (found.size > 0) for (const index of unknown) reportUnknown(table, index, known, report);
  return new Map(
    [...found].map(([name, { field, at }]) => {
      const indexes = at.sort((a, b) => a.line - b.line).map(({ index }) => index);
      return [name, { name, field, indexes }];
    }),
  );
}

function reportUnknown(table: Table, index: number, known: readonly string[], report: Report): void {
  const name = table.columns[index]!.trim();
  const span = table.span(undefined, index);
  if (name === '') {
    if (table.rows.every(({ cells }) => (cells[index] ?? '').trim() === '')) return;
    report.warning('recipient-column', span, `column ${index + 1} has values and no name, and is not read`, {
      hint: 'name it in the first line, or delete it',
    });
    return;
  }
  const guess = nearest(foldName(name), known);
  report.warning('recipient-column', span, `the column “${shorten(name)}” is not known, and is not read`, {
    hint:
      guess === undefined
        ? `the columns are ${known.join(', ')}; a letter's own are declared in templates/letter.yaml`
        : `did you mean “${guess}”?`,
  });
}

function reportTwin(table: Table, name: string, first: number, second: number, report: Report): void {
  const [one, other] = [first, second].map((index) => `“${table.columns[index]!.trim()}”`);
  const message =
    one === other
      ? `the column ${one} is there twice`
      : `the columns ${one} and ${other} are both the “${name}”`;
  report.error('recipient-column', table.span(undefined, second), message, {
    hint: 'keep one of the two; the second is not read',
  });
}

const shorten = (name: string): string => (name.length > 40 ? `${name.slice(0, 40)}…` : name);
