/** Reads a list of recipients for tests, without a folder on disk, and says what it said. */
import type { Fields } from '../../src/content/fields/field.ts';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { absentFault, ReadFile } from '../../src/files/source-file.ts';
import { readRecipients } from '../../src/letters/recipients/read.ts';
import type { RecipientList } from '../../src/letters/recipients/recipient.ts';

export interface ReadList {
  readonly list: RecipientList | undefined;
  /** Place, code and message of each diagnostic, in the order in which they came. */
  readonly told: readonly string[];
  readonly hints: readonly string[];
}

/** @param files name → content, of what lies beside the letter */
export function readList(
  files: Readonly<Record<string, string | Uint8Array>>,
  letter: { readonly languages?: readonly string[]; readonly fields?: Fields } = {},
): ReadList {
  const report = new Report();
  const entries = Object.keys(files).map((name) => ({ name, kind: 'file' as const }));
  const list = readRecipients(
    { folder: 'content/letter', languages: ['en'], fields: {}, ...letter },
    {
      list: (path) => ({ path, entries, digest: '' }),
      look: (path) => absentFault(path),
      read: (path) => {
        const content = files[path.replace('content/letter/', '')];
        return content === undefined ? absentFault(path) : new ReadFile(path, Buffer.from(content));
      },
    },
    report,
  );
  return {
    list,
    told: report.diagnostics.map(({ severity, code, message, span }) => {
      const place = [span?.file.replace('content/letter/', ''), span?.line, span?.column].filter(Boolean);
      return `${place.join(':')} ${severity}[${code}] ${message}`;
    }),
    hints: report.diagnostics.map(({ hint = '' }) => hint),
  };
}

/** What a list of one form says: a header and rows. */
export function readCsvList(text: string, letter: Parameters<typeof readList>[1] = {}): ReadList {
  return readList({ 'recipients.csv': text }, letter);
}
