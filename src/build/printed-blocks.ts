/** Where the blocks of a content file are printed: it is laid out as for its PDF, and not painted. */
import type { Edition } from '../content/edition.ts';
import { Report } from '../diagnostics/diagnostic.ts';
import { Trace } from '../files/trace.ts';
import { type PrintedPlace, printedPlaces } from '../typeset/printed-places.ts';
import { layOutDocument } from './laid-document.ts';
import type { Workspace } from './workspace.ts';

/** In the order of reading; undefined when the text has errors, which its build tells. */
export async function printedBlocks(
  workspace: Workspace,
  edition: Edition,
  kind: string,
): Promise<readonly PrintedPlace[] | undefined> {
  const laid = await layOutDocument(workspace, { edition, kind }, new Report(), new Trace());
  return laid && printedPlaces(laid.pages, edition.file);
}
