/**
 * Tells what is wrong in a list row by row, within bounds: a column of 50,000 cells that all have the same fault is told by its
 * first twenty and a count. What stands in a cell is never repeated, since messages are kept in logs.
 */
import type { DiagnosticCode } from '../../diagnostics/catalogue.ts';
import type { Report, Severity } from '../../diagnostics/diagnostic.ts';
import type { Table, TableRow } from './table.ts';

/** A fault, without what is written in the cell. */
export interface RowFault {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly row: number;
  readonly id?: string;
  /** As the list calls it. */
  readonly column?: string;
}

/** Of one kind in one column. */
const MOST_ALIKE = 20;

interface Kind {
  readonly severity: Severity;
  readonly code: DiagnosticCode;
  readonly column: string | undefined;
  count: number;
}

export class RowFaults {
  readonly all: RowFault[] = [];
  readonly #table: Table;
  readonly #report: Report;
  readonly #kinds = new Map<string, Kind>();

  constructor(table: Table, report: Report) {
    this.#table = table;
    this.#report = report;
  }

  /**
   * @param column index in the table; undefined for what is wrong with the whole row
   * @param problem in words that follow the place: `row 7, column “email”: …`
   */
  add(
    severity: Severity,
    code: DiagnosticCode,
    row: TableRow,
    column: number | undefined,
    problem: string,
    options: { readonly hint?: string; readonly id?: string } = {},
  ): void {
    const { hint, id } = options;
    const name = column === undefined ? undefined : this.#table.columns[column]?.trim();
    this.all.push({
      severity,
      code,
      row: row.number,
      ...(id !== undefined && { id }),
      ...(name !== undefined && { column: name }),
    });
    const key = `${code} ${severity} ${column ?? ''} ${problem.replace(/“[^”]*”/gu, '')}`;
    const kind = this.#kinds.get(key) ?? { severity, code, column: name, count: 0 };
    kind.count++;
    this.#kinds.set(key, kind);
    if (kind.count > MOST_ALIKE) return;
    const who = id === undefined ? '' : ` (${id})`;
    const where = `${this.#table.place(row, column)}${who}${name === undefined ? '' : `, “${name}”`}`;
    this.#report.add({
      severity,
      code,
      message: `${where}: ${problem}`,
      span: this.#table.span(row, column),
      ...(hint !== undefined && { hint }),
    });
  }

  /** What is to be told of one row. */
  of(row: TableRow): RowReport {
    return new RowReport(this, row);
  }

  /** Counts what was not told; to be called once, at the end. */
  finish(): void {
    for (const { severity, code, column, count } of this.#kinds.values()) {
      if (count <= MOST_ALIKE) continue;
      const more = (count - MOST_ALIKE).toLocaleString('en');
      const where = column === undefined ? '' : ` in the column “${column}”`;
      const message = `and ${more} more of the same kind${where}`;
      this.#report.add({ severity, code, message, span: { file: this.#table.file } });
    }
  }
}

/** Tells what is wrong with one row, and with whom, once that is known. */
export class RowReport {
  id: string | undefined;
  worst: Severity | undefined;
  readonly row: TableRow;
  readonly #faults: RowFaults;

  constructor(faults: RowFaults, row: TableRow) {
    this.#faults = faults;
    this.row = row;
  }

  error(code: DiagnosticCode, column: number | undefined, problem: string, hint: string): undefined {
    this.add('error', code, column, problem, hint);
  }

  warning(code: DiagnosticCode, column: number | undefined, problem: string, hint: string): undefined {
    this.add('warning', code, column, problem, hint);
  }

  add(
    severity: Severity,
    code: DiagnosticCode,
    column: number | undefined,
    problem: string,
    hint: string,
  ): void {
    if (this.worst !== 'error') this.worst = severity;
    const { id } = this;
    this.#faults.add(severity, code, this.row, column, problem, { hint, ...(id !== undefined && { id }) });
  }
}
