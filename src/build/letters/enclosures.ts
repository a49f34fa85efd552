/** What letters enclose: documents of the project, each laid out once in a language and painted into every letter that has it. */
import type { Edition } from '../../content/edition.ts';
import { plainText } from '../../content/plain-text.ts';
import { Report } from '../../diagnostics/diagnostic.ts';
import { projectPath } from '../../files/containment.ts';
import { Trace } from '../../files/trace.ts';
import { canonicalTag } from '../../language/tag.ts';
import type { PlannedEdition } from '../../project/plan.ts';
import { type LaidDocument, layOutDocument } from '../laid-document.ts';
import { readForPrint } from '../stale-translation.ts';
import type { Workspace } from '../workspace.ts';

export interface Enclosure {
  readonly title: string;
  /** Undefined when it has errors. */
  readonly laid: LaidDocument | undefined;
  readonly report: Report;
  readonly trace: Trace;
}

/** An entry of `enclose`. */
interface Asked {
  readonly slug: string;
  readonly kind: string;
  readonly fallback?: string;
}

export class Enclosures {
  readonly #workspace: Workspace;
  readonly #planned: ReadonlyMap<string, PlannedEdition>;
  readonly #made = new Map<string, Promise<Enclosure>>();

  /** @param planned all editions of the project */
  constructor(workspace: Workspace, planned: readonly PlannedEdition[]) {
    this.#workspace = workspace;
    this.#planned = new Map(planned.map((edition) => [`${edition.slug} ${edition.lang}`, edition]));
  }

  /** The content folder, from the project folder. */
  get #content(): string {
    const { root, contentFolder } = this.#workspace.project;
    return projectPath(root, contentFolder);
  }

  /** What a letter encloses, in its order; what is not there is reported where the letter names it; `trace` notes where it was looked for. */
  async of(letter: Edition, report: Report, trace: Trace): Promise<readonly Enclosure[]> {
    const { enclose } = letter.declared;
    const found: Enclosure[] = [];
    for (const [index, asked] of (Array.isArray(enclose) ? (enclose as readonly Asked[]) : []).entries()) {
      const planned = this.#find(asked, letter.lang);
      // Which languages it has decides which of them is taken: one may be added.
      this.#workspace.files.recording(trace).list(`${this.#content}/${asked.slug}`);
      const place = letter.places.get(`enclose.${index}`) ??
        letter.places.get('enclose') ?? { file: letter.file };
      if (planned) found.push(await this.#enclosure(planned, asked.kind));
      else
        report.error('enclosure-missing', place, `there is no “${asked.slug}” in ${letter.lang} to enclose`, {
          hint: `write content/${asked.slug}/${letter.lang}.md, or add “fallback:” with a language that it has`,
        });
    }
    return found;
  }

  #find({ slug, fallback }: Asked, lang: string): PlannedEdition | undefined {
    const other = fallback === undefined ? undefined : canonicalTag(fallback);
    return this.#planned.get(`${slug} ${lang}`) ?? this.#planned.get(`${slug} ${other}`);
  }

  #enclosure(planned: PlannedEdition, kind: string): Promise<Enclosure> {
    const key = `${planned.file} ${kind}`;
    const made = this.#made.get(key) ?? this.#make(planned, kind);
    this.#made.set(key, made);
    return made;
  }

  async #make(planned: PlannedEdition, kind: string): Promise<Enclosure> {
    const report = new Report();
    const trace = new Trace();
    const edition = readForPrint(this.#workspace, planned, report, trace);
    const title =
      plainText(edition?.inline.get('title') ?? []) || (edition?.frontMatter.title ?? planned.slug);
    const laid = edition && (await layOutDocument(this.#workspace, { edition, kind }, report, trace));
    return { title, laid: report.hasErrors ? undefined : laid, report, trace };
  }
}
