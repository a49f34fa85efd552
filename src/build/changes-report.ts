/** The files that tell what has changed in a publication: changes.html, and changes.pdf, which is printed like any other. */
import { CHANGES_KIND, changesEdition } from '../changes/changes-edition.ts';
import { changesPage } from '../changes/changes-page.ts';
import type { PublicationChanges } from '../changes/publication.ts';
import type { Edition } from '../content/edition.ts';
import { plainText } from '../content/plain-text.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { makePdf } from './make.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

/** Where the templates of Bayan’s own reports are, which are no kinds that a text may name. */
const REPORT_TEMPLATES = 'bayan:templates/reports';

/** changes.html. `edition` is one of the publication, whose title it has. */
export function changesHtml(changes: PublicationChanges, { lang, inline, frontMatter }: Edition): Uint8Array {
  const title = plainText(inline.get('title') ?? []) || frontMatter.title;
  return Buffer.from(changesPage(changes, { text: title, lang }), 'utf8');
}

/** changes.pdf, in the brand of the project; undefined after reporting why there is none. */
export async function changesPdf(
  { project, files }: Workspace,
  changes: PublicationChanges,
  edition: Edition,
  report: Report,
): Promise<Uint8Array | undefined> {
  const templateFolders = [REPORT_TEMPLATES, ...project.templateFolders];
  const workspace = openWorkspace({ ...project, templateFolders }, files);
  try {
    const made = await makePdf(
      workspace,
      { edition: changesEdition(changes, edition), kind: CHANGES_KIND },
      report,
    );
    return made?.bytes;
  } finally {
    workspace.close();
  }
}
