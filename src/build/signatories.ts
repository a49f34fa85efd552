/** Those who have signed a text: their list is read once for all its documents, and their counts are put into its text. */
import { dirname } from 'node:path/posix';
import type { Edition } from '../content/edition.ts';
import { Report } from '../diagnostics/diagnostic.ts';
import type { Trace } from '../files/trace.ts';
import { findLanguage } from '../language/language.ts';
import { fillCounts } from '../letters/signatories/fill.ts';
import { readSignatories } from '../letters/signatories/read.ts';
import { signatoryVariables } from '../letters/signatories/variables.ts';
import type { SignatoryVariables } from '../template/apply.ts';
import { type PhraseContext, phrase } from '../template/words/plural.ts';
import type { StringTable } from '../template/words/words.ts';
import type { Workspace } from './workspace.ts';

export interface SignedEdition {
  readonly edition: Edition;
  /** Undefined when there is no list beside the text, or none that can be read. */
  readonly signatories: SignatoryVariables | undefined;
}

/**
 * An edition with its signatories, and with their counts in the places that ask for them.
 *
 * @param trace notes where a list was looked for, and what was read
 */
export function withSignatories(
  workspace: Workspace,
  edition: Edition,
  strings: StringTable,
  report: Report,
  trace: Trace,
): SignedEdition {
  const folder = dirname(edition.file);
  const { list, faults } = workspace.signatories.get(folder, trace, (own) => {
    const told = new Report();
    return { list: readSignatories(folder, workspace.files.recording(own), told), faults: told };
  });
  report.addAll(faults.diagnostics);
  checkColumns(edition, report);
  const language = findLanguage(edition.lang)!;
  const signatories = list && signatoryVariables(list, edition.frontMatter.signatories, language);
  if (faults.hasErrors) return { edition, signatories };
  const context = { strings: strings.recording(trace), edition, language, report };
  const inWords = (counts: SignatoryVariables) => signedBy(counts, context);
  return { edition: fillCounts(edition, { signatories, language, inWords }, report), signatories };
}

function checkColumns({ frontMatter, places, file }: Edition, report: Report): void {
  const columns = frontMatter.signatories?.columns;
  if (columns === undefined || [1, 2, 3, 4].includes(columns)) return;
  const span = places.get('signatories.columns') ?? { file };
  report.error('front-matter-invalid', span, `names cannot be set in ${columns} columns`, {
    hint: 'write 1, 2, 3 or 4, or leave it out',
  });
}

/** “212 organisations and 28 people”. */
function signedBy({ organisations, people }: SignatoryVariables, context: PhraseContext): string {
  const words = (key: string, values: Readonly<Record<string, string | number>>) =>
    phrase(`signatories.${key}`, values, context) ?? '';
  const counted = {
    organisations: words('organisations', { count: organisations }),
    people: words('people', { count: people }),
  };
  if (people === 0) return counted.organisations;
  return organisations === 0 ? counted.people : words('both', counted);
}
