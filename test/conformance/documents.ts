/** Builds one document of test/conformance/fixtures/project, or of a project with files changed, in this process. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makePdf } from '../../src/build/make.ts';
import { parseEdition } from '../../src/content/parse.ts';
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
  const edition =
    project &&
    parseEdition({ root: project.root, file, slug, lang, bytes: readFileSync(`${root}/${file}`) }, report);
  const made = project && edition && (await makePdf({ edition, kind, project, attachSource }, report));
  return { bytes: made?.bytes, diagnostics: report.diagnostics };
}
