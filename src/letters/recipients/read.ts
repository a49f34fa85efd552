/** Finds the list of recipients beside a letter, of which there is one, and reads it in whatever form it is. */
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { SourceReader } from '../../files/project-files.ts';
import { reportFault } from '../../files/source-file.ts';
import { READERS } from '../lists/readers.ts';
import type { ListSubject } from '../lists/table.ts';
import { checkTable, type Letter } from './check.ts';
import type { RecipientList } from './recipient.ts';

const SUBJECT: ListSubject = {
  invalid: 'recipients-invalid',
  one: 'recipient',
  many: 'recipients',
  first: 'id',
};
/** Names of files that hold a list of recipients. */
export const LIST_NAMES: readonly string[] = Object.keys(READERS).map((ending) => `recipients.${ending}`);

/** Whether there is a list of recipients in a folder. */
export function hasRecipients(folder: string, files: SourceReader): boolean {
  const listing = files.list(folder);
  return listing.fault === undefined && listing.entries.some(({ name }) => LIST_NAMES.includes(name));
}

/**
 * The recipients of a letter, and what is wrong with their list: `recipients-…` of the whole, `recipient-…` of one of them.
 *
 * @param files the door; what is read is noted there
 * @returns undefined after reporting that there is no list, or none that can be read
 */
export function readRecipients(
  letter: Letter,
  files: SourceReader,
  report: Report,
): RecipientList | undefined {
  const listing = files.list(letter.folder);
  if (listing.fault !== undefined) return reportFault(listing, report);
  const names = listing.entries.map(({ name }) => name);
  const found = LIST_NAMES.filter((name) => names.includes(name));
  const [name, other] = found;
  if (name === undefined) return reportMissing(letter, names, report);
  if (other !== undefined) {
    const message = `there is ${found.join(' and ')}, and only one can be the list of recipients`;
    report.error('recipients-several', { file: `${letter.folder}/${name}` }, message, {
      hint: 'keep the one that is right, and delete or rename the others',
    });
    return undefined;
  }
  const file = files.read(`${letter.folder}/${name}`);
  if (file.fault !== undefined) return reportFault(file, report);
  const table = READERS[name.slice('recipients.'.length)]!(file, SUBJECT, report);
  return table && checkTable(table, letter, report);
}

function reportMissing({ folder }: Letter, names: readonly string[], report: Report): undefined {
  const near = names.find((name) =>
    /^recipients?[^/]*\.(?:csv|tsv|txt|xlsx?|xlsm|ods|numbers|ya?ml|json)$/i.test(name),
  );
  const hint =
    near === undefined
      ? `write ${folder}/recipients.csv, recipients.xlsx or recipients.yaml; docs/letters.md says how`
      : /\.(?:xlsx|csv|ya?ml)$/i.test(near)
        ? `rename ${near} to recipients${near.slice(near.lastIndexOf('.')).toLowerCase().replace('.yml', '.yaml')}`
        : `open ${near} and save it as recipients.xlsx, or as recipients.csv in UTF-8`;
  report.error('recipients-missing', { file: folder }, 'there is no list of recipients', { hint });
  return undefined;
}
