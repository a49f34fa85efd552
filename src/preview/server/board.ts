/** All that is known of the documents at one moment, from which each state is drawn up. */
import type { BuildResult } from '../../build/build.ts';
import { type ManifestEntry, readManifest, type TextRecord } from '../../build/manifest.ts';
import type { Workspace } from '../../build/workspace.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { sha256 } from '../../files/source-file.ts';
import { pageFingerprints } from '../../pdf/inspect/page-fingerprints.ts';
import { readPdf } from '../../pdf/inspect/read.ts';
import { localize } from '../../project/brand.ts';
import type { Plan, PlannedEdition, PlannedSet } from '../../project/plan.ts';
import type { Project } from '../../project/project.ts';
import type { PreviewPage, PreviewState } from '../protocol.ts';
import { readPdfFile } from './files.ts';
import { Found } from './found.ts';
import { documentsOf, previewDiagnostics, publicationsOf, type ShownDocument } from './publications.ts';
import { TranslationStates } from './translation-states.ts';

/** What a build leaves. */
export interface Outcome {
  readonly project: Project;
  /** Absolute path of the output folder. */
  readonly output: string;
  readonly plan: Plan;
  readonly result: BuildResult;
}

export class Board {
  /** Content files that are built now. */
  building: ReadonlySet<string> = new Set();
  readonly checked = new TranslationStates();
  readonly #pages = new Map<string, readonly PreviewPage[]>();
  #entries = new Map<string, ManifestEntry>();
  #kinds: ReadonlyMap<string, readonly string[]> = new Map();
  /** What the texts of each publication were read from, as a digest. */
  #texts: ReadonlyMap<string, string> = new Map();
  /** With all languages of each, also of those that were not asked for. */
  #whole: readonly PlannedSet[] = [];
  #sets: readonly PlannedSet[] = [];
  #found = new Found(undefined, [], []);
  #faults: readonly Diagnostic[] = [];
  #project: Project | undefined;
  #output = '';
  #revision = 0;

  /** Publications that are shown. */
  get slugs(): readonly string[] {
    return this.#sets.map(({ slug }) => slug);
  }

  get output(): string {
    return this.#output;
  }

  /** Takes in what a build has done. Without an outcome, the project could not be read: what there was stays. */
  take(outcome: Outcome | undefined, diagnostics: readonly Diagnostic[]): void {
    if (outcome) {
      const { project, output, plan, result } = outcome;
      this.#project = project;
      this.#output = output;
      this.#whole = plan.sets;
      this.#sets = plan.sets.flatMap(({ slug }) => {
        const editions = plan.editions.filter((planned) => planned.slug === slug);
        return editions.length > 0 ? [{ slug, editions }] : [];
      });
      const manifest = readManifest(output);
      this.#texts = textsOf(manifest.texts);
      this.#kinds = kindsOf(plan.editions, manifest.texts, result);
      this.#entries = new Map(manifest.editions.map((entry) => [entry.path, entry]));
    }
    this.#found = new Found(
      outcome?.result,
      diagnostics,
      this.#sets.flatMap(({ editions }) => editions),
    );
    this.#faults = [];
    this.building = new Set();
  }

  /** Takes in what went wrong since the last build, with none of its documents. */
  tell(fault: Diagnostic): void {
    this.#faults = [...this.#faults, fault];
  }

  /** Takes in a PDF that was written, and looks at its pages. */
  async enter(entry: ManifestEntry): Promise<void> {
    this.#entries.set(entry.path, entry);
    if (this.#pages.has(entry.sha256)) return;
    const file = await readPdfFile(this.#output, entry);
    if (file) this.#pages.set(entry.sha256, pageFingerprints(readPdf(file)));
  }

  /** Looks at the PDFs of a publication that nobody has looked at; tells whether there were any. */
  async look(slug: string): Promise<boolean> {
    const entries = this.documents(slug).flatMap(({ entry }) => entry ?? []);
    const unseen = entries.filter(({ sha256 }) => !this.#pages.has(sha256));
    for (const entry of unseen) await this.enter(entry);
    return unseen.length > 0;
  }

  /** Checks the translations of a publication, if they changed; tells whether they did. */
  check(slug: string, workspace: Workspace): boolean {
    const set = this.whole(slug);
    return set !== undefined && this.checked.update(set, workspace);
  }

  /** A publication with all its languages. */
  whole(slug: string): PlannedSet | undefined {
    return this.#whole.find((set) => set.slug === slug);
  }

  /** Another one when a text of the publication is, as it could last be read. */
  texts(slug: string): string {
    return this.#texts.get(slug) ?? '';
  }

  /** Forgets pages of PDFs that are not there any more. */
  forget(): void {
    const used = new Set([...this.#entries.values()].map(({ sha256 }) => sha256));
    for (const digest of this.#pages.keys()) if (!used.has(digest)) this.#pages.delete(digest);
  }

  /** The documents of a publication, or of all. */
  documents(slug?: string): readonly ShownDocument[] {
    const sets = slug === undefined ? this.#sets : this.#sets.filter((set) => set.slug === slug);
    const known = { kinds: this.#kinds, entries: this.#entries };
    return sets.flatMap(({ editions }) => editions.flatMap((planned) => documentsOf(planned, known)));
  }

  /** The state as it is now; each call makes a newer one. */
  state(building: boolean): PreviewState {
    const project = this.#project;
    const publications = project
      ? publicationsOf({
          project,
          sets: this.#sets,
          kinds: this.#kinds,
          texts: this.#texts,
          entries: this.#entries,
          pages: this.#pages,
          found: this.#found,
          checked: this.checked,
          building: this.building,
        })
      : [];
    return {
      revision: ++this.#revision,
      organisation: localize(project?.brand.organisation.name, project?.source ?? 'en') ?? '',
      building,
      publications,
      diagnostics: previewDiagnostics([...this.#found.project, ...this.#faults, ...this.#ofSets()], project),
    };
  }

  /** What checks say of no text that there is: languages that are missing. */
  #ofSets(): readonly Diagnostic[] {
    return this.#whole.flatMap(({ slug, editions }) => {
      const files = new Set(editions.map(({ file }) => file));
      return (this.checked.get(slug)?.diagnostics ?? []).filter(({ span }) => !files.has(span?.file ?? ''));
    });
  }
}

function textsOf(texts: readonly TextRecord[]): ReadonlyMap<string, string> {
  const answers = new Map<string, string[]>();
  for (const { slug, file, read } of texts) {
    const known = answers.get(slug) ?? [];
    known.push(file, ...(read?.inputs ?? []).map(({ answer }) => answer));
    answers.set(slug, known);
  }
  return new Map([...answers].map(([slug, known]) => [slug, sha256(known.join('\n'))]));
}

/** The kinds of each content file: as it was built, or as it was when it could last be read. */
function kindsOf(
  editions: readonly PlannedEdition[],
  texts: readonly TextRecord[],
  { documents }: BuildResult,
): ReadonlyMap<string, readonly string[]> {
  const records = new Map(texts.map((text) => [text.file, text.read?.kinds]));
  const kinds = new Map<string, readonly string[]>();
  for (const { slug, lang, file, kinds: wanted } of editions) {
    const built = documents.filter((each) => each.slug === slug && each.lang === lang);
    const known = records.get(file)?.filter((kind) => wanted?.includes(kind) !== false);
    const all = built.length > 0 ? built.map(({ kind }) => kind) : known;
    if (all && all.length > 0) kinds.set(file, all);
  }
  return kinds;
}
