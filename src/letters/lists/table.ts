/** What a list of people is in whatever form it was written: named columns, rows of text, and where each cell stands. */
import type { Report, SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../files/source-file.ts';

/** What a spreadsheet took the content of a cell for; text where the file holds nothing but text. */
export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error' | 'formula';

export interface TableRow {
  /** As a spreadsheet counts: the header is row 1. In YAML, which item it is. */
  readonly number: number;
  /** By column, shorter than `columns` where nothing follows, longer where a cell has no column. */
  readonly cells: readonly string[];
  /** Of cells that are not text. */
  readonly kinds?: ReadonlyMap<number, CellKind>;
}

export interface Table {
  /** As diagnostics print it. */
  readonly file: string;
  /** Names of columns as they are written. */
  readonly columns: readonly string[];
  /** Those with something in them. */
  readonly rows: readonly TableRow[];
  /** Where a cell stands; its row where no column is named, its column's name where there is no row. */
  span(row: TableRow | undefined, column?: number): SourceSpan;
  /** What a person calls the place, for messages: `row 7`, `cell B7`, `recipient 3`. */
  place(row: TableRow, column?: number): string;
}

/** What a list is of, in the words of messages. */
export interface ListSubject {
  /** For a list that cannot be read. */
  readonly invalid: 'recipients-invalid' | 'signatories-invalid';
  /** What an item of it is: `recipient`. */
  readonly one: string;
  /** What the list is of: `recipients`. */
  readonly many: string;
  /** A key that items begin with, for hints. */
  readonly first: string;
}

export type ReadTable = (file: SourceFile, subject: ListSubject, report: Report) => Table | undefined;

/** Whether a row has nothing in it; spreadsheets write many such rows. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
