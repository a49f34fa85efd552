/**
 * Builds a project: plans the editions, builds each one here or in worker threads, and keeps the manifest.
 */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Report } from '../diagnostics/diagnostic.ts';
import { reasonOf } from '../files/disk.ts';
import { ProjectFiles } from '../files/project-files.ts';
import { Trace, type TraceEntry } from '../files/trace.ts';
import { type PlannedEdition, type PlanOptions, planEditions } from '../project/plan.ts';
import type { Project } from '../project/project.ts';
import {
  type BuildTarget,
  type BuiltDocument,
  type BuiltEdition,
  buildEdition,
  prepareOutput,
} from './edition.ts';
import { type Engine, loadEngine } from './engine.ts';
import { type ManifestEntry, updateManifest, withdrawEntries } from './manifest.ts';
import { runPool } from './pool.ts';

/** A worker needs about as long to load the stages as to build this many editions; fewer are not worth one. */
const EDITIONS_PER_WORKER = 8;

export interface BuildOptions extends PlanOptions {
  /** Absolute path of the output folder, when it is not the project's; may be anywhere. */
  readonly output?: string;
  /** Worker threads; 1 builds in this thread. By default one a core, when there is work for them. */
  readonly jobs?: number;
  /** Puts the Markdown into each PDF, which is then PDF/A-3a. */
  readonly attachSource?: boolean;
  readonly onPlan?: (plan: readonly PlannedEdition[]) => void;
  /** Called for each edition in the order of the plan, as soon as those before it are done. */
  readonly onEdition?: (built: BuiltEdition) => void;
}

export interface BuildResult {
  readonly documents: readonly BuiltDocument[];
  /** Content files that could not be read or parsed, so that it is not known what they would have given. */
  readonly unparsed: readonly PlannedEdition[];
  /** What the plan was made from: the folders that were listed. */
  readonly trace: readonly TraceEntry[];
  /** Nothing was built because an option named no content, language or kind. */
  readonly misused: boolean;
}

/**
 * Builds what `options` ask for. Faults go to the report; an edition with errors is not written and does not
 * stop the others. `engine` stands in for Bayan's own stages, and keeps the build in this thread.
 */
export async function build(
  project: Project,
  options: BuildOptions,
  report: Report,
  engine?: Engine,
): Promise<BuildResult> {
  const own = report.child();
  const files = new ProjectFiles(project.root);
  const planning = new Trace();
  const { editions, misused } = planEditions(project, options, own, files.recording(planning));
  const trace = planning.entries();
  if (misused || editions.length === 0) return { documents: [], unparsed: [], trace, misused };
  options.onPlan?.(editions);
  const target: BuildTarget = {
    project,
    output: options.output ?? project.outputFolder,
    ...(options.attachSource && { attachSource: true }),
  };
  prepareOutput(editions, target.output);
  const withdrawn: ManifestEntry[] = [];
  const writable = keepManifest(target.output, own, () =>
    withdrawn.push(...withdrawEntries(target.output, editions)),
  );
  const built = await runPlan(editions, target, files, options, engine);
  for (const { diagnostics } of built) own.addAll(diagnostics);
  const documents = built.flatMap((edition) => edition.documents);
  const entries = documents.flatMap((document) => document.entry ?? []);
  if (writable && entries.length + withdrawn.length > 0)
    keepManifest(target.output, own, () => updateManifest(target.output, entries, withdrawn));
  const unparsed = built.filter((edition) => edition.documents.length === 0).map(({ planned }) => planned);
  if (options.kinds && documents.length === 0 && !own.hasErrors) {
    const kinds = options.kinds.map((kind) => `"${kind}"`).join(', ');
    own.error('kind-unknown', undefined, `no content asks for the kind ${kinds}`, {
      hint: 'add it to `kinds` in the front matter',
    });
    return { documents, unparsed, trace, misused: true };
  }
  return { documents, unparsed, trace, misused: false };
}

async function runPlan(
  plan: readonly PlannedEdition[],
  target: BuildTarget,
  files: ProjectFiles,
  options: BuildOptions,
  engine: Engine | undefined,
): Promise<readonly BuiltEdition[]> {
  const results: BuiltEdition[] = [];
  let told = 0;
  const done = (index: number, built: BuiltEdition): void => {
    results[index] = built;
    for (let next = results[told]; next; next = results[++told]) options.onEdition?.(next);
  };
  const worker = new URL('../bin/worker.cjs', import.meta.url);
  const size =
    options.jobs ?? Math.min(availableParallelism(), Math.floor(plan.length / EDITIONS_PER_WORKER));
  // Beside the source there is no bundle: threads are for the bundled command line and library.
  if (!engine && size > 1 && existsSync(worker)) {
    await runPool(plan, target, { worker, size, done });
  } else {
    const stages = (engine ?? (await loadEngine())).open(target.project, files);
    for (const [index, planned] of plan.entries()) done(index, await buildEdition(planned, target, stages));
    stages.close();
  }
  return results;
}

/** Whether the manifest could be written; reports when not. */
function keepManifest(output: string, report: Report, write: () => unknown): boolean {
  try {
    write();
    return true;
  } catch (error) {
    report.error(
      'file-unreadable',
      { file: 'manifest.json' },
      `the manifest in ${output} cannot be written (${reasonOf(error)})`,
    );
    return false;
  }
}
