/** Finds the list of those who have signed a text, if there is one beside it, and reads it in whatever form it is. */
import { Report } from '../../diagnostics/diagnostic.ts';
import type { SourceReader } from '../../files/project-files.ts';
import { reportFault } from '../../files/source-file.ts';
import { READERS } from '../lists/readers.ts';
import type { ListSubject } from '../lists/table.ts';
import { checkSignatories } from './check.ts';
import type { SignatoryList } from './signatory.ts';

const SUBJECT: ListSubject = {
  invalid: 'signatories-invalid',
  one: 'signatory',
  many: 'signatories',
  first: 'name',
};

/**
 * The signatories of the texts in a folder.
 *
 * @param folder as the door takes it: `content/open-letter`
 * @param files the door; each name that a list may have is looked for by itself, so that no other file of the folder counts
 * @returns undefined when there is no list, and after reporting what is wrong with it
 */
export function readSignatories(
  folder: string,
  files: SourceReader,
  report: Report,
): SignatoryList | undefined {
  const found = Object.keys(READERS).flatMap((ending) => {
    const path = `${folder}/signatories.${ending}`;
    const there = files.look(path);
    return there.fault === 'absent' ? [] : [{ ending, path }];
  });
  const [first, other] = found;
  if (!first) return undefined;
  if (other) {
    const names = found.map(({ path }) => path.slice(folder.length + 1));
    const message = `there is ${names.join(' and ')}, and only one can be the list of signatories`;
    report.error('signatories-several', { file: first.path }, message, {
      hint: 'keep the one that is right, and delete or rename the others',
    });
    return undefined;
  }
  const file = files.read(first.path);
  if (file.fault !== undefined) return reportFault(file, report);
  const faults = new Report();
  const table = READERS[first.ending]!(file, SUBJECT, faults);
  // What cannot be read may be a name that must not be told: a message says the line, and does not quote it.
  for (const { span, message, ...fault } of faults.diagnostics) {
    const line = span?.line === undefined ? '' : ` (line ${span.line})`;
    report.add({ ...fault, message: `${message}${line}`, span: { file: first.path } });
  }
  if (!table || faults.hasErrors) return undefined;
  return checkSignatories(table, report);
}
