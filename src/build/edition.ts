/**
 * Builds one content file: reads it once, makes a PDF for each of its kinds and writes those that have no
 * error. Whatever goes wrong stays with this edition, and its last good PDF stays where it is.
 */
import { type Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import { unexpected } from '../diagnostics/unexpected.ts';
import { sha256 } from '../files/source-file.ts';
import { Trace, type TraceEntry } from '../files/trace.ts';
import type { Rename } from '../files/write-file.ts';
import { outputName } from '../project/output-name.ts';
import type { PlannedEdition } from '../project/plan.ts';
import type { Project } from '../project/project.ts';
import type { Stages } from './engine.ts';
import type { ManifestEntry } from './manifest.ts';
import { writeOutput } from './write-output.ts';

/** A content file to build. */
export interface EditionJob extends PlannedEdition {
  /** Kinds whose PDF is as it would be made; the file is read and judged all the same. */
  readonly fresh?: readonly string[];
}

/** One PDF: written, or not for the reasons in the diagnostics. */
export interface BuiltDocument {
  readonly slug: string;
  readonly lang: string;
  readonly kind: string;
  /** Relative to the output folder, with `/` separators. */
  readonly path: string;
  /** Undefined when it was not written. */
  readonly entry?: ManifestEntry;
  /** It was there as it would be made, and was left. */
  readonly unchanged?: true;
  /** What was told about it alone. */
  readonly diagnostics: readonly Diagnostic[];
  /** Milliseconds by stage. */
  readonly timings: Readonly<Record<string, number>>;
  /** What it was made from, or could not be made from. */
  readonly trace: readonly TraceEntry[];
}

/** What became of a content file. Plain data, so that a worker can send it. */
export interface BuiltEdition {
  readonly planned: PlannedEdition;
  /** All its kinds, those that were not asked for too; undefined when it could not be read without errors. */
  readonly kinds?: readonly string[];
  readonly documents: readonly BuiltDocument[];
  /** What was told about the content file. */
  readonly remarks: readonly Diagnostic[];
  /** The same with what was told about its PDFs. */
  readonly diagnostics: readonly Diagnostic[];
  /** What its messages rest on: itself, pictures that were looked for, templates that were asked what they print. */
  readonly trace: readonly TraceEntry[];
}

export interface BuildTarget {
  readonly project: Project;
  /** Absolute path of the output folder. */
  readonly output: string;
  /** Puts the Markdown into each PDF, which is then PDF/A-3a. */
  readonly attachSource?: boolean;
  /** Stands in for the disk's own. */
  readonly rename?: Rename;
}

/** Builds every wanted kind of one content file. Never throws. */
export async function buildEdition(
  planned: EditionJob,
  target: BuildTarget,
  stages: Stages,
): Promise<BuiltEdition> {
  const report = new Report();
  const documents: BuiltDocument[] = [];
  const parsing = new Trace();
  const checking = new Trace();
  let kinds: readonly string[] | undefined;
  let remarks: readonly Diagnostic[] = report.diagnostics;
  try {
    const started = performance.now();
    const { slug, lang, file } = planned;
    const edition = stages.read({ file, slug, lang }, report, parsing);
    const parse = performance.now() - started;
    const broken = report.hasErrors;
    if (edition) stages.checkPrinted(edition, report, checking);
    remarks = [...report.diagnostics];
    if (edition && !report.hasErrors) kinds = edition.frontMatter.kinds;
    for (const kind of edition?.frontMatter.kinds ?? []) {
      if (!edition || planned.kinds?.includes(kind) === false || planned.fresh?.includes(kind)) continue;
      const own = report.child();
      const trace = new Trace();
      trace.addAll(parsing);
      const timings: Record<string, number> = { parse: documents.length === 0 ? parse : 0 };
      const entry = await guard(planned, own, async () => {
        const job = { edition, kind, ...(target.attachSource && { attachSource: true }) };
        const made = await stages.make(job, own, trace);
        Object.assign(timings, made?.timings);
        return made && !broken && !own.hasErrors
          ? write(planned, kind, made, target, own, timings)
          : undefined;
      });
      documents.push({
        slug,
        lang,
        kind,
        path: outputName(planned, kind),
        ...(entry && { entry }),
        diagnostics: own.diagnostics,
        timings,
        trace: trace.entries(),
      });
    }
  } catch (error) {
    report.add(unexpected(error, planned.file));
  }
  checking.addAll(parsing);
  const { diagnostics } = report;
  return { planned, ...(kinds && { kinds }), documents, remarks, diagnostics, trace: checking.entries() };
}

async function guard<T>(
  planned: PlannedEdition,
  report: Report,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    report.add(unexpected(error, planned.file));
    return undefined;
  }
}

function write(
  planned: PlannedEdition,
  kind: string,
  made: { bytes: Uint8Array; pages: number },
  { output, rename }: BuildTarget,
  report: Report,
  timings: Record<string, number>,
): ManifestEntry | undefined {
  const started = performance.now();
  const path = outputName(planned, kind);
  const place = { file: planned.file };
  if (!writeOutput({ output, path, bytes: made.bytes }, place, report, rename)) return undefined;
  timings.write = performance.now() - started;
  const { slug, lang } = planned;
  return { slug, lang, kind, path, pages: made.pages, bytes: made.bytes.length, sha256: sha256(made.bytes) };
}
