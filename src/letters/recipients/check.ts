/** Checks a list row by row: a row with an error gives no letter, and never keeps another from being written. */
import type { Fields, FieldValue } from '../../content/fields/field.ts';
import type { Report } from '../../diagnostics/diagnostic.ts';
import { RowFaults } from '../lists/row-faults.ts';
import { isBlank, type Table, type TableRow } from '../lists/table.ts';
import { type Columns, chooseText, readRow, requireSomebody, type Values } from './check-row.ts';
import type { Gender, Role } from './columns.ts';
import { readHeader } from './header.ts';
import type { CheckedRow, Recipient, RecipientList } from './recipient.ts';

export interface Letter {
  /** Its folder, as the door takes it: `content/open-letter`. */
  readonly folder: string;
  /** Canonical tags of its texts. */
  readonly languages: readonly string[];
  /** Fields that its template declares, of which recipients may have their own values. */
  readonly fields: Fields;
}

/** The recipients in a table; what is wrong with it goes to the report, by row and column. */
export function checkTable(table: Table, letter: Letter, report: Report): RecipientList {
  const columns = readHeader(table, letter.fields, report);
  reportEmpty(table, columns, report);
  if (columns.size === 0)
    return { file: table.file, columns: [], fields: {}, recipients: [], rows: [], faults: [] };
  const faults = new RowFaults(table, report);
  const ids = new Map<string, string>();
  const recipients: Recipient[] = [];
  const rows = table.rows.map((row): CheckedRow => {
    const told = faults.of(row);
    const values = readRow(columns, ids, table.place(row), told);
    if (!isBlank(row.cells.slice(table.columns.length))) {
      const hint = 'put a value that has the separator in it between quotation marks "';
      told.error('recipient-column', undefined, 'has more cells than there are columns', hint);
    }
    requireSomebody(columns, values, told);
    const language = chooseText({ ...letter, columns }, values, told);
    if (told.worst !== 'error' && told.id !== undefined && language !== undefined)
      recipients.push(recipientOf(told.id, language, values, table, row));
    return {
      row: row.number,
      ...texts(values, 'id', 'name'),
      ...(language !== undefined && { language }),
      enclosures: listOf(values, 'enclosures').length,
      state: told.id === undefined ? 'error' : (told.worst ?? 'ok'),
    };
  });
  faults.finish();
  const fields = Object.fromEntries([...columns].map(([name, { field }]) => [name, field]));
  const names = [...columns.keys()];
  return { file: table.file, columns: names, fields, recipients, rows, faults: faults.all };
}

function reportEmpty(table: Table, columns: Columns, report: Report): void {
  if (table.rows.length === 0)
    report.error('recipients-invalid', { file: table.file }, 'the list has nobody in it', {
      hint: 'the first line names the columns (id, office, address, language …); each line below it is a recipient',
    });
  else if (columns.size === 0)
    report.error(
      'recipients-invalid',
      table.span(undefined),
      'the first row names no column of a list of recipients',
      {
        hint: 'put a row above it with the names of the columns: id, office, address, language …',
      },
    );
  else if (!columns.has('id'))
    report.error('recipient-missing', table.span(undefined), 'the list has no column “id”', {
      hint: 'add one, with a short name of your own for each recipient: interior-uk',
    });
}

function recipientOf(id: string, language: string, values: Values, table: Table, row: TableRow): Recipient {
  return {
    id,
    language,
    ...texts(values, 'salutation'),
    ...(values.has('role') && { role: values.get('role') as Role }),
    ...(values.has('gender') && { gender: values.get('gender') as Gender }),
    address: listOf(values, 'address'),
    cc: listOf(values, 'cc'),
    email: listOf(values, 'email'),
    enclosures: listOf(values, 'enclosures'),
    values,
    source: { span: table.span(row), place: table.place(row), row: row.number },
  };
}

/** Those of these values that are there, as texts. */
function texts<Name extends string>(
  values: Values,
  ...names: readonly Name[]
): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = values.get(name);
    if (typeof value === 'string') found[name] = value;
  }
  return found;
}

function listOf(values: Values, name: string): readonly string[] {
  const value = values.get(name);
  return Array.isArray(value) ? value.map((item: FieldValue) => String(item)) : [];
}
