/** Builds content files one after another in this thread, or in worker threads when there are many. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { ProjectFiles } from '../files/project-files.ts';
import { type BuildTarget, type BuiltEdition, buildEdition, type EditionJob } from './edition.ts';
import { type Engine, loadEngine } from './engine.ts';

/** A worker needs about as long to load the stages as to build this many editions; fewer are not worth one. */
const EDITIONS_PER_WORKER = 8;

export interface RunOptions {
  /** Worker threads; 1 builds in this thread. By default one a core, when there is work for them. */
  readonly jobs?: number;
  /** Called for each content file in order, as soon as those before it are done. */
  readonly onEdition?: (built: BuiltEdition) => void;
  /**
   * Asked before each content file that is built in this thread: waits as long as others need their turn; false ends the
   * build, and what is left stays stale.
   */
  readonly proceed?: () => Promise<boolean>;
}

/** What became of each that was built, in order. `engine` stands in for Bayan's own stages, and keeps the work in this thread. */
export async function runJobs(
  jobs: readonly EditionJob[],
  target: BuildTarget,
  files: ProjectFiles,
  options: RunOptions,
  engine: Engine | undefined,
): Promise<readonly BuiltEdition[]> {
  if (jobs.length === 0) return [];
  const results: BuiltEdition[] = [];
  let told = 0;
  const done = (index: number, built: BuiltEdition): void => {
    results[index] = built;
    for (let next = results[told]; next; next = results[++told]) options.onEdition?.(next);
  };
  const worker = new URL('../bin/worker.cjs', import.meta.url);
  const size =
    options.jobs ?? Math.min(availableParallelism(), Math.floor(jobs.length / EDITIONS_PER_WORKER));
  // Beside the source there is no bundle: threads are for the bundled command line and library.
  if (!engine && !target.rename && size > 1 && existsSync(worker)) {
    const { runPool } = await import('./pool.ts');
    await runPool(jobs, target, { worker, size, done });
  } else {
    const stages = (engine ?? (await loadEngine())).open(target.project, files);
    for (const [index, job] of jobs.entries()) {
      if (options.proceed && !(await options.proceed())) break;
      done(index, await buildEdition(job, target, stages));
    }
    stages.close();
  }
  return results;
}
