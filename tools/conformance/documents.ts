/**
 * The documents of the conformance checks: the sample in every language and kind, the hard documents of
 * test/conformance/fixtures/project, and the sample with its Markdown attached.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../src/build/build.ts';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { packageRoot } from '../../src/files/package-root.ts';
import { loadProject } from '../../src/project/project.ts';

/** A standard as veraPDF names it. */
export type Flavour = 'ua1' | '2a' | '3a';

export interface BuiltDocument {
  /** `hard: hard.en.hard.pdf` */
  readonly name: string;
  readonly path: string;
  /** What it must keep. */
  readonly flavours: readonly Flavour[];
}

interface DocumentSet {
  readonly name: string;
  readonly project: string;
  /** The Markdown goes with the PDF; then PDF/A-3a takes the place of PDF/A-2a. */
  readonly attachSource?: boolean;
}

const SETS: readonly DocumentSet[] = [
  { name: 'sample', project: packageRoot() },
  { name: 'hard', project: join(packageRoot(), 'test/conformance/fixtures/project') },
  { name: 'attached', project: packageRoot(), attachSource: true },
];

/** Builds all sets into a temporary folder, which the caller removes. Throws when one does not build. */
export async function buildDocuments(): Promise<{ folder: string; documents: readonly BuiltDocument[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'bayan-conformance-'));
  const documents: BuiltDocument[] = [];
  for (const set of SETS)
    try {
      documents.push(...(await buildSet(set, join(folder, set.name))));
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  return { folder, documents };
}

async function buildSet(
  { name, project: home, attachSource }: DocumentSet,
  output: string,
): Promise<BuiltDocument[]> {
  const report = new Report();
  const project = loadProject(home, report);
  const built = project && (await build(project, { output, jobs: 1, attachSource }, report));
  const errors = report.diagnostics.filter(({ severity }) => severity === 'error');
  if (!built || errors.length > 0 || built.documents.length === 0) {
    const told = errors.map(({ code, message, span }) => `${span?.file}:${span?.line} ${code}: ${message}`);
    throw new Error(`${name} does not build\n${told.join('\n')}`);
  }
  return built.documents.map(({ path }) => ({
    name: `${name}: ${path.split('/').pop()}`,
    path: join(output, path),
    flavours: ['ua1', attachSource ? '3a' : '2a'],
  }));
}
