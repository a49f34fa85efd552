/** Reads one content file of a workspace: the first of the three functions that every build consists of; see ./make.ts. */
import type { Edition } from '../content/edition.ts';
import { parseEdition } from '../content/parse.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { Trace } from '../files/trace.ts';
import type { ContentFile } from './engine.ts';
import type { Workspace } from './workspace.ts';

/**
 * The edition in a content file, with the fields that the project's templates declare; undefined after reporting what is
 * wrong with it.
 *
 * @param trace notes what was read and looked for: the file, its pictures, declarations of fields
 */
export function readEdition(
  workspace: Workspace,
  { file, slug, lang, source }: ContentFile,
  report: Report,
  trace = new Trace(),
): Edition | undefined {
  const files = workspace.files.recording(trace);
  const kindFields = workspace.kindFields(trace);
  return parseEdition(
    { files, file, slug, lang, kindFields, ...(source !== undefined && { source }) },
    report,
  );
}
