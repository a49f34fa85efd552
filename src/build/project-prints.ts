/** A publication as a project prints it, now or at a commit: one side of what `bayan diff` compares. */
import type { PrintedEdition } from '../changes/printed.ts';
import { printedPages } from '../changes/printed-pages.ts';
import { printedPdf } from '../changes/printed-pdf.ts';
import type { PrintSource, Unreadable } from '../changes/publication.ts';
import type { Edition } from '../content/edition.ts';
import { Report } from '../diagnostics/diagnostic.ts';
import { Trace } from '../files/trace.ts';
import type { PlannedEdition } from '../project/plan.ts';
import { layOutDocument } from './laid-document.ts';
import { makePdf } from './make.ts';
import { readEdition } from './read.ts';
import { readForPrint } from './stale-translation.ts';
import type { Workspace } from './workspace.ts';

/** Where prints are read off. */
export type ReadOff =
  /** Pages as they are laid out, without the mark of a draft that a build gives a stale translation. */
  | 'pages'
  /** The PDF that a build would make, to be compared with another PDF. */
  | 'pdf';

export class ProjectPrints implements PrintSource {
  readonly langs: readonly string[];
  readonly #workspace: Workspace;
  readonly #planned: ReadonlyMap<string, PlannedEdition>;
  readonly #readOff: ReadOff;
  readonly #onFault: (planned: PlannedEdition, faults: Report) => Unreadable;
  readonly #editions = new Map<string, Edition | Unreadable>();

  /**
   * @param editions those of one slug
   * @param onFault says why an edition cannot be compared, by what was reported of it
   */
  constructor(
    workspace: Workspace,
    editions: readonly PlannedEdition[],
    readOff: ReadOff,
    onFault: (planned: PlannedEdition, faults: Report) => Unreadable,
  ) {
    this.#workspace = workspace;
    this.#planned = new Map(editions.map((planned) => [planned.lang, planned]));
    this.langs = [...this.#planned.keys()];
    this.#readOff = readOff;
    this.#onFault = onFault;
  }

  /** The edition of a language that there is, or why it cannot be read. */
  edition(lang: string): Edition | Unreadable {
    const before = this.#editions.get(lang);
    if (before) return before;
    const planned = this.#planned.get(lang)!;
    const report = new Report();
    const read = this.#readOff === 'pdf' ? readForPrint : readEdition;
    const edition = read(this.#workspace, planned, report, new Trace());
    const found = edition && !report.hasErrors ? edition : this.#onFault(planned, report);
    this.#editions.set(lang, found);
    return found;
  }

  kinds(lang: string): readonly string[] | Unreadable {
    const edition = this.edition(lang);
    return 'reason' in edition ? edition : edition.frontMatter.kinds;
  }

  async print(lang: string, kind: string): Promise<PrintedEdition | Unreadable> {
    const edition = this.edition(lang);
    if ('reason' in edition) return edition;
    const report = new Report();
    const printed = await this.#print(edition, kind, report);
    return printed ?? this.#onFault(this.#planned.get(lang)!, report);
  }

  async #print(edition: Edition, kind: string, report: Report): Promise<PrintedEdition | undefined> {
    const job = { edition, kind };
    if (this.#readOff === 'pdf') {
      const made = await makePdf(this.#workspace, job, report);
      return made && printedPdf(made.bytes);
    }
    const laid = await layOutDocument(this.#workspace, job, report, new Trace());
    return laid && printedPages(laid.pages, laid.bitmaps);
  }
}
