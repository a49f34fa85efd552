/** Reads whole publications, all languages of each, with what their translations were made from. */
import { gatherFields } from '../content/fields/gather.ts';
import { Report } from '../diagnostics/diagnostic.ts';
import { Trace } from '../files/trace.ts';
import type { PlannedSet } from '../project/plan.ts';
import type { FieldedEdition } from '../translation/blocks.ts';
import type { DocumentSet, SetMember } from '../translation/document-set.ts';
import { readRecord } from '../translation/record/record.ts';
import type { ContentFile } from './engine.ts';
import { readEdition } from './read.ts';
import type { Workspace } from './workspace.ts';

/**
 * A publication as it is on disk. What is wrong with its files goes to the report, and leaves them without content.
 *
 * @param trace notes what was read, and the records that were looked for
 */
export function readDocumentSet(
  workspace: Workspace,
  { slug, editions }: PlannedSet,
  report: Report,
  trace = new Trace(),
): DocumentSet {
  const files = workspace.files.recording(trace);
  const members = editions.map((planned): SetMember => {
    const content = readContent(workspace, planned, report, trace);
    const record = readRecord(files, planned.file, report);
    return { planned, ...(content && { content }), ...(record && { record }) };
  });
  return { slug, members };
}

/** One edition with the fields of its kinds. */
export function readContent(
  workspace: Workspace,
  content: ContentFile,
  report: Report,
  trace = new Trace(),
): FieldedEdition | undefined {
  const edition = readEdition(workspace, content, report, trace);
  if (!edition) return undefined;
  const kinds = workspace.kindFields(trace);
  const fields = gatherFields(edition.frontMatter.kinds, kinds, new Report(), () => undefined);
  return { edition, fields };
}
