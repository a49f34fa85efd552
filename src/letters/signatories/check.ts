/**
 * Checks a list of signatories row by row. Somebody may be in danger for a name in it: whatever could be a name that is withheld
 * goes no further than here, and messages about its row say the row and do not quote it. What is not understood is an error and
 * never a guess, since the guess would be printed.
 */
import type { Report, SourceSpan } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { foldName } from '../lists/fold-name.ts';
import { mangledKind, mangledText, withoutDirectionMarks } from '../lists/mangled.ts';
import { RowFaults, type RowReport } from '../lists/row-faults.ts';
import { isBlank, type Table, type TableRow } from '../lists/table.ts';
import { answerNamed, columnNamed, kindNamed, SIGNATORY_COLUMNS, type SignatoryColumn } from './columns.ts';
import type { Signatory, SignatoryKind, SignatoryList } from './signatory.ts';

type Columns = ReadonlyMap<SignatoryColumn, number>;

/** The signatories in a table; undefined when it names no column. */
export function checkSignatories(table: Table, report: Report): SignatoryList | undefined {
  const columns = readHeader(table, report);
  if (!columns) return undefined;
  const shielded = {
    ...table,
    span: (row?: TableRow, column?: number) => spanOf(table, columns, row, column),
  };
  const faults = new RowFaults(shielded, report);
  const named: Signatory[] = [];
  const withheld = { organisation: 0, person: 0 };
  const places = new Map<string, string>();
  for (const row of table.rows) {
    const told = faults.of(row);
    if (!isBlank(row.cells.slice(table.columns.length))) {
      const hint = 'put a value that has the separator in it between quotation marks "';
      told.error('signatory-column', undefined, 'has more cells than there are columns', hint);
      continue;
    }
    const isWithheld = readWithheld(columns, told);
    if (isWithheld === undefined) continue;
    const kind = readKind(columns, told);
    if (kind === undefined) continue;
    if (isWithheld) withheld[kind]++;
    else {
      const signatory = readSignatory(kind, columns, told);
      if (!signatory) continue;
      reportTwin(signatory, places, table.place(row), columns, told);
      named.push(signatory);
    }
  }
  faults.finish();
  return { file: table.file, named, withheld };
}

/** Where a fault is: the line of a row that may be withheld is not told, since messages quote lines. */
function spanOf(table: Table, columns: Columns, row?: TableRow, column?: number): SourceSpan {
  if (!row) return table.span(row, column);
  const at = columns.get('withheld');
  const answer = at === undefined ? 'no' : answerOf(row.cells[at] ?? '');
  const isPlain = answer === 'no' && isBlank(row.cells.slice(table.columns.length));
  return isPlain ? table.span(row, column) : { file: table.file };
}

function readHeader(table: Table, report: Report): Columns | undefined {
  const columns = new Map<SignatoryColumn, number>();
  const unknown: number[] = [];
  for (const [index, written] of table.columns.entries()) {
    const column = columnNamed(written);
    if (column === undefined) unknown.push(index);
    else if (columns.has(column))
      report.error(
        'signatory-column',
        table.span(undefined, index),
        `the column “${column}” is there twice`,
        {
          hint: 'keep one of the two',
        },
      );
    else columns.set(column, index);
  }
  if (!columns.has('name') && !columns.has('organisation')) {
    // The first line may be a row of the list, with a name in it.
    report.error(
      'signatories-invalid',
      { file: table.file },
      'the first row names no column of a list of signatories',
      {
        hint: `put a row above it with the names of the columns: ${SIGNATORY_COLUMNS.join(', ')}`,
      },
    );
    return undefined;
  }
  for (const index of unknown) reportUnknown(table, index, report);
  return columns;
}

/** A misspelt “withheld” would print the names it is for. */
function reportUnknown(table: Table, index: number, report: Report): void {
  const name = table.columns[index]!.trim();
  if (name === '' && table.rows.every(({ cells }) => (cells[index] ?? '').trim() === '')) return;
  const guess = nearest(foldName(name), SIGNATORY_COLUMNS);
  const message =
    name === ''
      ? `column ${index + 1} has values and no name`
      : `the column “${name.slice(0, 40)}” is not known, and might say what must not be printed`;
  report.error('signatory-column', table.span(undefined, index), message, {
    hint:
      guess === undefined
        ? `the columns are ${SIGNATORY_COLUMNS.join(', ')}; delete others`
        : `did you mean “${guess}”?`,
  });
}

function answerOf(cell: string): 'yes' | 'no' | undefined {
  const text = withoutDirectionMarks(cell).trim();
  return text === '' ? 'no' : answerNamed(text);
}

/** Undefined after reporting that it is not clear. */
function readWithheld(columns: Columns, told: RowReport): boolean | undefined {
  const index = columns.get('withheld');
  if (index === undefined) return false;
  const answer = answerOf(told.row.cells[index] ?? '');
  if (answer !== undefined) return answer === 'yes';
  return told.error('signatory-value', index, 'is neither yes nor no', 'write yes, or leave the cell empty');
}

/** What is said, or else what the columns say: a person has a name, and perhaps an organisation. */
function readKind(columns: Columns, told: RowReport): SignatoryKind | undefined {
  const index = columns.get('kind');
  const text = index === undefined ? '' : (told.row.cells[index] ?? '').trim();
  if (text !== '') {
    const kind = kindNamed(withoutDirectionMarks(text));
    const hint = 'write organisation, or person';
    return kind ?? told.error('signatory-value', index, 'is neither an organisation nor a person', hint);
  }
  const has = (column: SignatoryColumn) => (told.row.cells[columns.get(column) ?? -1] ?? '').trim() !== '';
  if (has('name')) return 'person';
  if (has('organisation')) return 'organisation';
  const hint =
    'fill in one of them; for a name that is not even in the list, write organisation or person as its “kind”';
  return told.error('signatory-value', undefined, 'there is no name and no organisation', hint);
}

function readSignatory(kind: SignatoryKind, columns: Columns, told: RowReport): Signatory | undefined {
  const name = readText('name', columns, told);
  const organisation = readText('organisation', columns, told);
  const office = readText('office', columns, told);
  const country = readText('country', columns, told);
  if (told.worst === 'error') return undefined;
  const own = kind === 'organisation' ? (organisation ?? name) : name;
  if (own === undefined) {
    const hint = 'fill it in, or say that the name is withheld';
    return told.error('signatory-value', columns.get('name'), `the ${kind} has no name`, hint);
  }
  return {
    kind,
    name: own,
    ...(kind === 'person' && office !== undefined && { office }),
    ...(kind === 'person' && organisation !== undefined && { organisation }),
    ...(country !== undefined && { country }),
  };
}

function readText(column: SignatoryColumn, columns: Columns, told: RowReport): string | undefined {
  const index = columns.get(column) ?? -1;
  const cell = withoutDirectionMarks(told.row.cells[index] ?? '').trim();
  // A quotation mark too many makes one cell of several rows, and one of them may be withheld.
  if (/[\n\r\v\f\u2028\u2029]/.test(cell)) {
    const hint = 'put it on one line, and look for quotation marks " that are not in pairs';
    return told.error('signatory-value', index, 'has several lines', hint);
  }
  const text = cell.replace(/\s+/gu, ' ').trim();
  const kind = told.row.kinds?.get(index) ?? 'text';
  const damaged = mangledKind(kind, 'text') ?? (text === '' ? undefined : mangledText(text));
  if (damaged) told.add(damaged.severity, `signatory-${damaged.code}`, index, damaged.problem, damaged.hint);
  return text === '' ? undefined : text;
}

/** Warns of somebody who has signed twice. */
function reportTwin(
  { kind, name, organisation, country }: Signatory,
  places: Map<string, string>,
  place: string,
  columns: Columns,
  told: RowReport,
): void {
  const key = JSON.stringify([kind, ...[name, organisation, country].map((text = '') => foldName(text))]);
  const first = places.get(key);
  if (first === undefined) places.set(key, place);
  else {
    const index = columns.get(kind === 'person' ? 'name' : 'organisation') ?? columns.get('name');
    told.warning('signatory-duplicate', index, `has signed already, in ${first}`, 'delete one of the two');
  }
}
