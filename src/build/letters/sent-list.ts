/** sent-list.csv: which letters there are, for whoever sends them and keeps a record. Nobody is named in it. */
import { byCodeUnit } from '../../diagnostics/code-unit-order.ts';
import type { EditionRecord } from '../manifest.ts';

export const SENT_LIST = 'sent-list.csv';

export interface SentLetter {
  readonly id: string;
  readonly record: Pick<EditionRecord, 'path' | 'pages' | 'bytes' | 'sha256'>;
}

/** The file, with a line for each letter, sorted by id. */
export function sentList(letters: readonly SentLetter[]): string {
  const rows = letters
    .toSorted((a, b) => byCodeUnit(a.id, b.id))
    .map(({ id, record: { path, pages, bytes, sha256 } }) =>
      [id, path, pages, bytes, sha256].map(cell).join(','),
    );
  return `${['id,file,pages,bytes,sha256', ...rows].join('\r\n')}\r\n`;
}

/** RFC 4180; a sign that a spreadsheet takes for the beginning of a formula is no part of an id or a name that Bayan gives. */
function cell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
