/** The kinds of document of a project and the fields they have, for commands that build nothing. */
import { frontMatterJsonSchema, type JsonSchema } from '../content/fields/json-schema.ts';
import type { KindFields } from '../content/fields/kind-fields.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { nearestHint } from '../diagnostics/nearest.ts';
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

/** The JSON Schema of front matter: the common fields, and those of these kinds. */
export function schemaOf(kinds: readonly string[], kindFields: KindFields, report: Report): JsonSchema {
  const declared = kinds.map((kind) => [kind, kindFields.declaration(kind, report).fields] as const);
  return frontMatterJsonSchema(Object.fromEntries(declared));
}

/** Reports kinds that no template makes; whether there is a template for all of them. */
export function checkKinds(kinds: readonly string[], { kinds: known }: KindFields, report: Report): boolean {
  const unknown = kinds.filter((kind) => !known.includes(kind));
  for (const kind of unknown)
    report.error('kind-unknown', undefined, `no template makes documents of the kind "${kind}"`, {
      hint: nearestHint(kind, known),
    });
  return unknown.length === 0;
}
