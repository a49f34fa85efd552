/** Builds one document of test/conformance/fixtures/project, or of a project with files changed, in this process. */
import { fileURLToPath } from 'node:url';
import { makePdf } from '../../src/build/make.ts';
import { readEdition } from '../../src/build/read.ts';
import { openWorkspace } from '../../src/build/workspace.ts';
import { type Diagnostic, Report } from '../../src/diagnostics/diagnostic.ts';
import { loadProject } from '../../src/project/project.ts';

export const PROJECT = fileURLToPath(new URL('fixtures/project', import.meta.url));

export interface Made {
  readonly bytes: Uint8Array | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes one PDF. */
export async function makeDocument(
  slug: string,
  lang: string,
  kind = 'hard',
  root = PROJECT,
  attachSource = false,
): Promise<Made> {
  const report = new Report();
  const project = loadProject(root, report);
  const file = `content/${slug}/${lang}.md`;
  const workspace = project && openWorkspace(project);
  const edition = workspace && readEdition(workspace, { file, slug, lang }, report);
  const made = edition && (await makePdf(workspace, { edition, kind, attachSource }, report));
  workspace?.close();
  return { bytes: made?.bytes, diagnostics: report.diagnostics };
}
