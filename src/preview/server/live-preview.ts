/**
 * A project that is kept built while it is looked at: what is saved is built at once, and each change of how a document
 * stands makes a new state for the page. There is no other way to a PDF than the session's.
 */
import { setImmediate } from 'node:timers/promises';
import type { AssessOptions } from '../../build/assess.ts';
import type { BuildOptions, BuildResult } from '../../build/build.ts';
import type { BuiltEdition } from '../../build/edition.ts';
import type { ManifestEntry } from '../../build/manifest.ts';
import { Session } from '../../build/session.ts';
import { type FileWatch, watchFiles } from '../../build/watch-files.ts';
import { type Diagnostic, Report } from '../../diagnostics/diagnostic.ts';
import { unexpected } from '../../diagnostics/unexpected.ts';
import { isWithin, projectPath } from '../../files/containment.ts';
import { planEditions } from '../../project/plan.ts';
import type { Anchor, PreviewState } from '../protocol.ts';
import { anchorsOf } from './anchors.ts';
import { Board } from './board.ts';
import { documentId, type ShownDocument } from './publications.ts';
import type { PreviewSource } from './server.ts';

export interface LiveOptions {
  /** Absolute path of the folder with bayan.yaml. */
  readonly root: string;
  /** What is built and shown. */
  readonly asked: AssessOptions;
  /** Called before each build; told what it does, and what it has done. */
  readonly onBuild?: (changed: readonly string[] | undefined) => BuildWitness;
  /** Told why not all files are watched. */
  readonly onFault?: (reason: string) => void;
}

export interface BuildWitness extends Pick<BuildOptions, 'onPlan' | 'onEdition'> {
  end(result: BuildResult | undefined, diagnostics: readonly Diagnostic[]): void;
}

interface KnownAnchors {
  /** Of the PDF. */
  readonly digest: string;
  /** Of the texts of the publication: keys of a translation are those of its original. */
  readonly texts: string;
  readonly anchors: readonly Anchor[];
}

export class LivePreview implements PreviewSource {
  readonly #options: LiveOptions;
  readonly #session: Session;
  readonly #board = new Board();
  readonly #listeners = new Set<() => void>();
  #documents: ReadonlyMap<string, ShownDocument> = new Map();
  readonly #anchors = new Map<string, KnownAnchors>();
  #state = this.#board.state(true);
  #watching: FileWatch | undefined;
  #isClosed = false;
  #follow: () => void = () => {};

  constructor(options: LiveOptions) {
    this.#options = options;
    this.#session = new Session(options.root);
  }

  get state(): PreviewState {
    return this.#state;
  }

  get output(): string {
    return this.#options.asked.output ?? this.#session.project?.outputFolder ?? this.#session.files.root;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  pdf(id: string): ManifestEntry | undefined {
    return this.#documents.get(id)?.entry;
  }

  async anchors(id: string): Promise<readonly Anchor[] | undefined> {
    const { planned, kind, entry } = this.#documents.get(id) ?? {};
    const set = planned && this.#board.whole(planned.slug);
    if (!set || !planned || kind === undefined || !entry) return undefined;
    const before = this.#anchors.get(id);
    const known = before?.digest === entry.sha256 ? before : undefined;
    if (known?.texts === this.#board.texts(planned.slug)) return known.anchors;
    const anchors = await this.#session.use((workspace, stages) =>
      // What was saved while this waited for its turn has another PDF by now.
      this.pdf(id)?.sha256 === entry.sha256
        ? anchorsOf({ set, planned, kind }, workspace, stages)
        : undefined,
    );
    // As the text stands now there is no PDF: the last one is of the text before.
    if (!anchors) return known?.anchors;
    this.#anchors.set(id, { digest: entry.sha256, texts: this.#board.texts(planned.slug), anchors });
    return anchors;
  }

  /** Builds what is stale; false when an option named nothing that there is. What is saved meanwhile waits for `follow`. */
  async open(): Promise<boolean> {
    const { root } = this.#session.files;
    const following = new Promise<void>((resolve) => {
      this.#follow = resolve;
    });
    // Watched before the first build, so that what is saved meanwhile is not lost.
    this.#watching = await watchFiles({
      root,
      isOutput: (path) => this.output !== root && isWithin(this.output, path),
      work: async (paths) => {
        await following;
        if (this.#isClosed) return;
        await this.#build(paths);
        await this.#lookAtAll();
      },
      onFault: (reason) => this.#options.onFault?.(reason),
    });
    const result = await this.#build();
    return !result?.misused;
  }

  /** Looks at all documents and their translations, and builds from now on what is saved. */
  async follow(): Promise<void> {
    await this.#lookAtAll();
    this.#follow();
    // What goes wrong here goes wrong again in a build, which says so.
    await this.#session.warmUp(() => !this.#isClosed && !this.#watching?.pending).catch(() => undefined);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#follow();
    await this.#watching?.close();
    this.#session.close();
  }

  async #build(changed?: readonly string[]): Promise<BuildResult | undefined> {
    const { asked, onBuild } = this.#options;
    const witness = onBuild?.(changed);
    const made: BuiltEdition[] = [];
    const options: BuildOptions = {
      ...asked,
      // What its author has just saved is looked at now.
      ...(changed && { first: changed.map((path) => projectPath(this.#session.files.root, path)) }),
      onPlan: (jobs) => {
        witness?.onPlan?.(jobs);
        this.#board.building = new Set(jobs.map(({ file }) => file));
        this.#publish(true);
      },
      onEdition: (built) => {
        witness?.onEdition?.(built);
        made.push(built);
      },
      proceed: async () => {
        await this.#show(made.splice(0));
        return this.#proceed();
      },
    };
    try {
      const { result, report } = await this.#session.build(options, changed);
      witness?.end(result, report.diagnostics);
      await this.#take(result, report.diagnostics);
      return result;
    } catch (error) {
      const fault = [unexpected(error)];
      witness?.end(undefined, fault);
      await this.#take(undefined, fault);
      return undefined;
    }
  }

  /** Whether nothing more urgent waits, when everything else has had its turn. */
  async #proceed(): Promise<boolean> {
    await setImmediate();
    return !this.#isClosed && !this.#watching?.pending;
  }

  /** Shows PDFs of a build that goes on. */
  async #show(made: readonly BuiltEdition[]): Promise<void> {
    if (made.length === 0) return;
    const done = new Set(made.map(({ planned }) => planned.file));
    this.#board.building = new Set([...this.#board.building].filter((file) => !done.has(file)));
    for (const { entry } of made.flatMap(({ documents }) => documents))
      if (entry) await this.#board.enter(entry);
    this.#publish(true);
  }

  async #take(result: BuildResult | undefined, diagnostics: readonly Diagnostic[]): Promise<void> {
    const { project, files } = this.#session;
    const plan = project && planEditions(project, this.#options.asked, new Report(), files);
    const outcome = project && plan && result && { project, output: this.output, plan, result };
    this.#board.take(outcome, diagnostics);
    // Those that were there before are looked at when there is time.
    for (const { entry, unchanged } of result?.documents ?? [])
      if (entry && !unchanged) await this.#board.enter(entry);
    this.#publish();
  }

  /** Looks at PDFs that are new here, and at translations that changed, until something is saved. */
  async #lookAtAll(): Promise<void> {
    for (const slug of this.#board.slugs) {
      if (!(await this.#proceed())) return;
      try {
        const isSeen = await this.#board.look(slug);
        const isChecked = await this.#session.use((workspace) => this.#board.check(slug, workspace));
        if (isSeen || isChecked) this.#publish();
      } catch (error) {
        this.#board.tell(unexpected(error));
        this.#publish();
      }
    }
    this.#board.forget();
    for (const id of this.#anchors.keys()) if (!this.#documents.has(id)) this.#anchors.delete(id);
  }

  #publish(building = false): void {
    this.#documents = new Map(
      this.#board.documents().map((document) => [documentId(document.planned, document.kind), document]),
    );
    this.#state = this.#board.state(building);
    for (const listener of this.#listeners) listener();
  }
}
