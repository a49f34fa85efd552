/** changes.pdf: what has changed in a publication, printed like any other. */
import { CHANGES_KIND, changesEdition } from '../changes/changes-edition.ts';
import type { PublicationChanges, PublicationTitle } from '../changes/publication.ts';
import type { Edition } from '../content/edition.ts';
import { plainText } from '../content/plain-text.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { makePdf } from './make.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

/** Where the templates of Bayan’s own reports are, which are no kinds that a text may name. */
const REPORT_TEMPLATES = 'bayan:templates/reports';

/** The title of a publication: that of one of its editions. */
export function titleOf({ lang, inline, frontMatter }: Edition): PublicationTitle {
  const text = plainText(inline.get('title') ?? []) || frontMatter.title;
  return { text, lang, date: frontMatter.date };
}

/** changes.pdf, in the brand of the project; undefined after reporting why there is none. */
export async function changesPdf(
  { project, files }: Workspace,
  changes: PublicationChanges,
  title: PublicationTitle,
  report: Report,
): Promise<Uint8Array | undefined> {
  const templateFolders = [REPORT_TEMPLATES, ...project.templateFolders];
  const workspace = openWorkspace({ ...project, templateFolders }, files);
  try {
    const made = await makePdf(
      workspace,
      { edition: changesEdition(changes, title), kind: CHANGES_KIND },
      report,
    );
    return made?.bytes;
  } finally {
    workspace.close();
  }
}
