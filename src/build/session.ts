/**
 * A project that is built again and again in one process: what its documents share stays in memory, and each build takes
 * in what has changed on disk.
 */
import { setImmediate } from 'node:timers/promises';
import { Report } from '../diagnostics/diagnostic.ts';
import { ProjectFiles } from '../files/project-files.ts';
import { Trace } from '../files/trace.ts';
import { planEditions } from '../project/plan.ts';
import { loadProject, type Project } from '../project/project.ts';
import { type BuildOptions, type BuildResult, build } from './build.ts';
import { type Engine, loadStages, type Stages } from './engine.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

/**
 * How many texts are made, each in all its kinds, while nobody saves: with fewer, V8 has not compiled yet what a build runs
 * most. It takes as long as so many builds, a second or less for the brief of the benchmark, and stops at the first save.
 */
const WARM = 12;

export interface SessionBuild {
  /** Undefined while the project cannot be read. */
  readonly result: BuildResult | undefined;
  readonly report: Report;
}

export class Session {
  /** The door that everything is read through. */
  readonly files: ProjectFiles;
  #project: Project | undefined;
  #workspace: Workspace | undefined;
  #stages: Stages | undefined;
  /** One piece of work at a time: nothing is taken in from disk while something is made of what was. */
  #last: Promise<unknown> = Promise.resolve();

  /** @param root absolute path of the folder with bayan.yaml */
  constructor(root: string) {
    this.files = new ProjectFiles(root);
  }

  /** The project as it was last read without an error. */
  get project(): Project | undefined {
    return this.#project;
  }

  /**
   * Builds what is stale. The first time, that may be in worker threads.
   *
   * @param changed what may have changed on disk since, absolute; everything that was read when left out
   */
  build(options: BuildOptions, changed?: readonly string[]): Promise<SessionBuild> {
    return this.#inTurn(() => this.#build(options, changed));
  }

  /**
   * Does something with the project as it was last taken in, when nothing else is done with it; undefined before the first
   * build of a project that could be read.
   */
  use<T>(work: (workspace: Workspace, stages: Stages) => T | Promise<T>): Promise<T | undefined> {
    return this.#inTurn(async () =>
      this.#workspace && this.#stages ? work(this.#workspace, this.#stages) : undefined,
    );
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #build(options: BuildOptions, changed?: readonly string[]): Promise<SessionBuild> {
    const report = new Report();
    const isFirst = this.#workspace === undefined;
    if (this.#workspace) this.#workspace.refresh(changed);
    else this.files.refresh(changed);
    const project = loadProject(this.files.root, report, this.files, new Trace());
    if (!project) return { result: undefined, report };
    this.#project = project;
    const result = await build(
      project,
      { ...options, files: this.files, trustOutputs: !isFirst },
      report,
      isFirst ? undefined : await this.#engine(project),
    );
    if (isFirst) await this.#engine(project);
    return { result, report };
  }

  /**
   * Makes the PDFs of one text in each language and throws them away, so that the next one of an author finds fonts open and
   * code compiled.
   *
   * @param isWanted asked between two of them
   */
  async warmUp(isWanted: () => boolean): Promise<void> {
    await this.use(({ project }, stages) => this.#makeSome(project, stages, isWanted));
  }

  async #makeSome(project: Project, stages: Stages, isWanted: () => boolean): Promise<void> {
    const { editions } = planEditions(project, {}, new Report(), this.files);
    const byLanguage = [...new Map(editions.map((planned) => [planned.lang, planned])).values()];
    // Of few texts each is made more than once: code is compiled when it has run some times.
    for (let made = 0; made < Math.max(WARM, byLanguage.length); made++) {
      const report = new Report();
      const edition = stages.read(byLanguage[made % byLanguage.length]!, report, new Trace());
      for (const kind of edition?.frontMatter.kinds ?? []) {
        // Making is no waiting: without a turn for them, nobody is told of saves.
        await setImmediate();
        if (!edition || !isWanted()) return;
        // What goes wrong here goes wrong again in a build, which says so.
        await stages.make({ edition, kind }, report, new Trace()).catch(() => undefined);
      }
    }
  }

  /** Frees the fonts. */
  close(): void {
    this.#workspace?.close();
  }

  async #engine(project: Project): Promise<Engine> {
    const stagesIn = await loadStages();
    this.#workspace ??= openWorkspace(project, this.files);
    this.#stages ??= { ...stagesIn(this.#workspace), close: () => {} };
    const stages = this.#stages;
    return { open: () => stages };
  }
}
