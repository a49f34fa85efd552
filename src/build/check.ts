/** What `bayan build` would do, without doing it: for `--check`, and for whoever wants to know why. */
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Project } from '../project/project.ts';
import { type AssessOptions, assess } from './assess.ts';
import { clearOrphans } from './prune.ts';

/** A PDF that a build would make, or a content file of which it is not known what it gives. */
export interface Stale {
  readonly slug: string;
  readonly lang: string;
  /** Relative to the project folder. */
  readonly file: string;
  readonly kind?: string;
  /** Relative to the output folder. */
  readonly path?: string;
  /** `templates/brief.hbs changed`. */
  readonly reasons: readonly string[];
}

export interface CheckResult {
  readonly stale: readonly Stale[];
  /** How many PDFs are as a build would leave them. */
  readonly fresh: number;
  readonly misused: boolean;
}

/** Lists what is stale and why; what was warned of when the rest was built goes to the report. Writes nothing. */
export function checkBuild(project: Project, options: AssessOptions, report: Report): CheckResult {
  const assessment = assess(project, options, report);
  const stale: Stale[] = [];
  let fresh = 0;
  for (const { planned, record, reasons, documents } of assessment.judged) {
    const { slug, lang, file } = planned;
    if (!record?.read) stale.push({ slug, lang, file, reasons });
    else report.addAll(record.read.warnings);
    for (const document of documents) {
      const { kind, path } = document;
      if (document.reasons.length > 0)
        stale.push({ slug, lang, file, kind, path, reasons: document.reasons });
      else {
        fresh++;
        report.addAll(document.record?.warnings ?? []);
      }
    }
  }
  clearOrphans(assessment, { ...options, prune: false }, report);
  return { stale, fresh, misused: assessment.misused };
}
