/** From a row of a list to a recipient: what a letter needs is there, and every value fits its column. */
import type { FieldValue } from '../../content/fields/field.ts';
import { ancestors } from '../../language/tag.ts';
import { slugKey, slugProblem, suggestSlug } from '../../project/slug.ts';
import type { RowReport } from '../lists/row-faults.ts';
import { isTooLong, readCell } from './cells.ts';
import type { Column } from './header.ts';

/** Lines of the address itself that a window shows, with two above them for the person and the office (DIN 5008). */
const MOST_LINES = 6;

export type Values = ReadonlyMap<string, FieldValue>;
export type Columns = ReadonlyMap<string, Column>;

/** The values of a row, each checked by itself; those that do not fit are told and left out. */
export function readRow(
  columns: Columns,
  ids: Map<string, string>,
  place: string,
  report: RowReport,
): Values {
  const idColumn = columns.get('id');
  // First of all, so that every message names whom it is about.
  report.id = idColumn && readId(idColumn, ids, place, report);
  const values = new Map<string, FieldValue>(report.id === undefined ? [] : [['id', report.id]]);
  for (const column of columns.values()) {
    const value = column === idColumn ? undefined : readValue(column, report);
    if (value !== undefined) values.set(column.name, value);
  }
  return values;
}

/** @param ids keys of the ids so far, and where each was first */
function readId(
  column: Column,
  ids: Map<string, string>,
  place: string,
  report: RowReport,
): string | undefined {
  const index = column.indexes[0]!;
  const written = readValue(column, report);
  const value = typeof written === 'string' ? written.normalize('NFC') : undefined;
  if (value === undefined) {
    const hint = 'type a short name of your own, such as interior-uk';
    return isFilled(column, report)
      ? undefined
      : report.error('recipient-missing', index, 'there is no id', hint);
  }
  const problem = slugProblem(value);
  if (problem !== undefined) {
    const better = suggestSlug(value);
    const hint = better === undefined ? 'for example interior-uk' : `write ${better}`;
    return report.error('recipient-value', index, problem, hint);
  }
  const key = slugKey(value);
  const first = ids.get(key);
  if (first === undefined) ids.set(key, place);
  else {
    report.id = value;
    const hint = 'give one of the two another id, or delete it';
    report.error('recipient-duplicate', index, `“${value}” is also the id of ${first}`, hint);
  }
  return value;
}

function readValue({ name, field, indexes }: Column, report: RowReport): FieldValue | undefined {
  const { cells, kinds } = report.row;
  const items: FieldValue[] = [];
  for (const index of indexes) {
    const text = cells[index] ?? '';
    if (text === '') continue;
    const { value, problems } = readCell(text, kinds?.get(index) ?? 'text', name, field);
    for (const { severity, code, problem, hint } of problems)
      report.add(severity, `recipient-${code}`, index, problem, hint);
    if (value === undefined) continue;
    if (field.type !== 'markdown' && isTooLong(value)) {
      const hint = 'is it a text that belongs into the letter?';
      report.warning('recipient-length', index, `has ${String(value).length} characters`, hint);
    }
    if (!Array.isArray(value)) return value;
    items.push(...value);
  }
  if (name === 'address' && items.length > MOST_LINES) {
    const problem = `has ${items.length} lines, and a window of an envelope shows ${MOST_LINES}`;
    report.warning('recipient-length', indexes[0], problem, 'put two on one line');
  }
  return items.length > 0 ? items : undefined;
}

/** Tells of a row that says nobody, or not where to send the letter. */
export function requireSomebody(columns: Columns, values: Values, report: RowReport): void {
  if (!['name', 'office', 'organisation'].some((name) => isFilled(columns.get(name), report)))
    report.error(
      'recipient-missing',
      undefined,
      'there is no name, no office and no organisation',
      'fill in one of them',
    );
  const address = columns.get('address');
  if (isFilled(address, report)) return;
  // A letter may go by e-mail alone.
  const severity = values.has('email') ? 'warning' : 'error';
  const hint = 'type its lines in one cell, or in columns “address 1”, “address 2” …';
  report.add(severity, 'recipient-missing', address?.indexes[0], 'there is no address', hint);
}

/**
 * The text of the letter that is meant: `en-GB` takes the one in `en`.
 *
 * @param folder of the letter, for hints
 */
export function chooseText(
  { columns, languages, folder }: { columns: Columns; languages: readonly string[]; folder: string },
  values: Values,
  report: RowReport,
): string | undefined {
  const column = columns.get('language');
  const wanted = values.get('language');
  if (typeof wanted === 'string') {
    const found = ancestors(wanted).find((tag) => languages.includes(tag));
    if (found !== undefined) return found;
    const hint = `it has ${languages.join(', ') || 'none yet'}; write one of them, or ${folder}/${wanted}.md`;
    const problem = `the letter has no text in “${wanted}”`;
    return report.error('recipient-language', column?.indexes[0], problem, hint);
  }
  if (isFilled(column, report)) return undefined;
  if (languages.length === 1) return languages[0];
  const hint = `write one of ${languages.join(', ')}`;
  return report.error('recipient-language', column?.indexes[0], 'there is no language', hint);
}

/** Whether something is written there; that it cannot be used is told already. */
function isFilled(column: Column | undefined, { row }: RowReport): boolean {
  return (column?.indexes ?? []).some((index) => (row.cells[index] ?? '').trim() !== '');
}
