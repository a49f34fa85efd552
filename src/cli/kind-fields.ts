/** The kinds of document of a project and the fields they have, for commands that build nothing. */
import type { KindFields } from '../content/fields/kind-fields.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { ProjectFiles } from '../files/project-files.ts';
import type { Project } from '../project/project.ts';

/** Looks through the template folders; what cannot be read is reported. */
export async function openKindFields(project: Project, report: Report): Promise<KindFields> {
  // Handlebars is loaded with templates, which most commands do without.
  const [{ loadTemplates }, { templateFolder }] = await Promise.all([
    import('../template/load.ts'),
    import('../template/template-folder.ts'),
  ]);
  const files = new ProjectFiles(project.root);
  const roots = project.templateFolders.map((folder) => templateFolder(files, folder));
  return loadTemplates(roots, report).templates.kindFields;
}
