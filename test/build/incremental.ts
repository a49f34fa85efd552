/** Compares what a build left with what a build from nothing makes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type BuildOptions, type BuildResult, build } from '../../src/build/build.ts';
import { readManifest } from '../../src/build/manifest.ts';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { renderJson } from '../../src/diagnostics/render.ts';
import { loadProject } from '../../src/project/project.ts';
import { temporaryFolder } from '../project/temporary-project.ts';

export interface Built {
  /** Diagnostics, but for those of PDFs without a source. */
  readonly told: readonly unknown[];
  readonly orphans: readonly string[];
  readonly failed: boolean;
  /** Paths of PDFs that were made, from the output folder. */
  readonly made: readonly string[];
}

/** Builds the project in a folder as the command line does. */
export async function buildAll(root: string, options: BuildOptions = {}): Promise<Built> {
  const report = new Report();
  const project = loadProject(root, report);
  return builtBy(project && (await build(project, { jobs: 1, ...options }, report)), report);
}

/** What a build did and told. */
export function builtBy(result: BuildResult | undefined, report: Report): Built {
  const orphaned = report.diagnostics.filter(({ code }) => code === 'output-orphaned');
  return {
    told: renderJson(report.diagnostics.filter((each) => !orphaned.includes(each))),
    orphans: orphaned.map(({ message }) => message),
    failed: report.hasErrors,
    made: (result?.documents ?? [])
      .filter(({ entry, unchanged }) => entry && !unchanged)
      .map(({ path }) => path),
  };
}

/** Every file below a folder. */
export function filesOf(folder: string): ReadonlyMap<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(names.sort().map((name) => [name.slice(folder.length + 1), readFileSync(name)]));
}

/** Builds what changed, and from nothing, and holds the one to the other. */
export async function expectAsClean(
  root: string,
  what: string,
  buildChanges: () => Promise<Built> = () => buildAll(root),
): Promise<void> {
  const built = await buildChanges();
  const elsewhere = temporaryFolder();
  const clean = await buildAll(root, { output: elsewhere.root });
  expect(built.told, what).toEqual(clean.told);
  const made = filesOf(elsewhere.root);
  const there = made.size > 0 ? filesOf(join(root, 'out')) : new Map<string, Buffer>();
  for (const [name, bytes] of made)
    if (name !== 'manifest.json') expect(there.get(name)?.equals(bytes), `${name} after ${what}`).toBe(true);
    else if (!clean.failed) expect(there.get(name)?.toString(), what).toBe(bytes.toString());
  // Where something has errors, its last good PDF stays in the manifest.
  const known = readManifest(join(root, 'out')).editions;
  expect(known, what).toEqual(expect.arrayContaining([...readManifest(elsewhere.root).editions]));
  // Beside them are only PDFs of texts that have errors now, and those that were told to have no source.
  if (!clean.failed) {
    const more = [...there.keys()].filter((name) => !made.has(name));
    expect(built.orphans, what).toEqual(
      more.map((name) => `${join(root, 'out', name)} has no source any more`),
    );
  }
  expect(await buildAll(root), `${what}: nothing is left to build`).toMatchObject(
    clean.failed ? { told: clean.told } : { told: clean.told, made: [] },
  );
}
