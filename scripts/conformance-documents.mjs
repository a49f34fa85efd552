// Builds the documents of the conformance checks with the library as it is in src/: the sample in every language and
// kind, the hard documents of test/conformance/fixtures/project, and the same with their Markdown attached.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleSource, root } from './bundle-source.mjs';

export { root };

/** Bundles Bayan's library from its source; resolves with the path of the module. */
export const bundleLibrary = () => bundleSource('src/index.ts', 'conformance-library');

/** What is built: a project, and whether the Markdown goes with it (then PDF/A-3a takes the place of PDF/A-2a). */
const SETS = [
  { name: 'sample', project: root },
  { name: 'hard', project: join(root, 'test/conformance/fixtures/project') },
  { name: 'attached', project: root, attachSource: true },
];

/**
 * Builds all sets into a temporary folder, which the caller removes.
 *
 * @returns the folder and the documents: `name`, `path`, and the flavours of veraPDF that each must keep
 */
export async function buildDocuments() {
  const { build, loadProject, Report } = await import(pathToFileURL(await bundleLibrary()).href);
  const folder = mkdtempSync(join(tmpdir(), 'bayan-conformance-'));
  const documents = [];
  for (const { name, project: home, attachSource } of SETS) {
    const report = new Report();
    const project = loadProject(home, report);
    const output = join(folder, name);
    const built = project
      ? await build(project, { output, jobs: 1, ...(attachSource && { attachSource }) }, report)
      : { documents: [] };
    const errors = report.diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
    if (errors.length > 0 || built.documents.length === 0) {
      rmSync(folder, { recursive: true, force: true });
      const told = errors.map(({ code, message, span }) => `${span?.file}:${span?.line} ${code}: ${message}`);
      throw new Error(`${name} does not build\n${told.join('\n')}`);
    }
    for (const { path } of built.documents)
      documents.push({
        name: `${name}: ${path.split('/').pop()}`,
        path: join(output, path),
        flavours: ['ua1', attachSource ? '3a' : '2a'],
      });
  }
  return { folder, documents };
}

/** The bytes of a built document by the end of its name. */
export function documentBytes(documents, ending) {
  return readFileSync(documents.find(({ name }) => name.endsWith(ending)).path);
}
