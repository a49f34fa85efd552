/** Who a letter goes to. Plain data, which can be sent to a worker; it is never written to disk but into the letter itself. */

import type { Fields, FieldValue } from '../../content/fields/field.ts';
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { RowFault } from '../lists/row-faults.ts';
import type { Gender, Role } from './columns.ts';

export interface Recipient {
  /** Unique in its list, and fit for a name of a file. */
  readonly id: string;
  /** Tag of the text of the letter that is meant: one of the letter's own. */
  readonly language: string;
  readonly role?: Role;
  readonly gender?: Gender;
  /** Lines, from the name of the street to the last; without the country where that has a column of its own. */
  readonly address: readonly string[];
  readonly cc: readonly string[];
  readonly enclosures: readonly string[];
  readonly email: readonly string[];
  /** Word for word, in place of the salutation of the role. */
  readonly salutation?: string;
  /**
   * What has a value, by the name of its column: those above, and every other, also fields of the letter's own. A map, so that
   * no name leads to anything but what is in the list.
   */
  readonly values: ReadonlyMap<string, FieldValue>;
  readonly source: RecipientSource;
}

/** Where a recipient stands in the list. */
export interface RecipientSource {
  readonly span: SourceSpan;
  /** What a person calls the place: `row 7`. */
  readonly place: string;
  readonly row: number;
}

export interface RecipientList {
  /** As diagnostics print it. */
  readonly file: string;
  /** Names of the columns that the list has, as `values` calls them; a merge field that is none of them is a mistake. */
  readonly columns: readonly string[];
  /** What each of these columns holds. */
  readonly fields: Fields;
  /** Those without an error, in the order of the list. */
  readonly recipients: readonly Recipient[];
  /** Every row of the list, with or without errors, and what was found in it. */
  readonly rows: readonly CheckedRow[];
  /** What was found, one by one; the report has the same in words. */
  readonly faults: readonly RowFault[];
}

export interface CheckedRow {
  readonly row: number;
  readonly id?: string;
  readonly name?: string;
  readonly language?: string;
  readonly enclosures: number;
  readonly state: 'ok' | 'warning' | 'error';
}

/** What the list has in a column as text, with something in it. */
export function textIn({ values }: Pick<Recipient, 'values'>, column: string): string | undefined {
  const value = values.get(column);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** What a recipient is called: the person, or else the office, or else the organisation. */
export function nameOf(recipient: Pick<Recipient, 'values'>): string | undefined {
  return textIn(recipient, 'name') ?? textIn(recipient, 'office') ?? textIn(recipient, 'organisation');
}
