/**
 * Builds a project: plans the editions, makes those PDFs that are not as a build would leave them, here or in worker
 * threads, and keeps the manifest.
 */
import type { Report } from '../diagnostics/diagnostic.ts';
import { reasonOf } from '../files/disk.ts';
import { lookAt } from '../files/disk-answer.ts';
import type { TraceEntry } from '../files/trace.ts';
import type { PlannedEdition } from '../project/plan.ts';
import type { Project } from '../project/project.ts';
import { type Assessment, type AssessOptions, assess } from './assess.ts';
import type { BuildTarget, BuiltDocument, BuiltEdition, EditionJob } from './edition.ts';
import type { Engine } from './engine.ts';
import { isFresh, type JudgedText } from './graph.ts';
import type { EditionRecord } from './manifest.ts';
import { recordBuild, withdrawEditions } from './manifest-update.ts';
import { cleanOutput } from './output-folder.ts';
import { clearOrphans } from './prune.ts';
import { editionRecord, textRecord, unchangedDocument } from './records.ts';
import { type RunOptions, runJobs } from './run-jobs.ts';
import { askedFor, type Division, type Shard } from './shard.ts';

export interface BuildOptions extends AssessOptions, RunOptions {
  /** Removes PDFs that no content gives any more; they are only reported otherwise. */
  readonly prune?: boolean;
  /** Stands in for the disk's own, in this thread. */
  readonly rename?: BuildTarget['rename'];
  /** Content files, from the project folder, that are built before the others: somebody waits for them. */
  readonly first?: readonly string[];
  /** Called once with the content files that are built, unless there are none. */
  readonly onPlan?: (jobs: readonly PlannedEdition[]) => void;
}

export interface BuildResult {
  /** Those that were asked for: made, failed, or left as they are. */
  readonly documents: readonly BuiltDocument[];
  /** Content files that could not be read or parsed, so that it is not known what they would have given. */
  readonly unparsed: readonly PlannedEdition[];
  /** PDFs that had no source any more and were removed, from the output folder. */
  readonly pruned: readonly string[];
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
  const assessment = assess(project, options, report);
  const { judged, surroundings, trace, misused } = assessment;
  const { shard } = options;
  if (misused || (judged.length === 0 && !shard))
    return { documents: [], unparsed: [], pruned: [], trace, misused };
  const own = report.child();
  const { output, files, attachSource } = surroundings;
  const inTheWay = whatIsInTheWay(output);
  if (inTheWay !== undefined) {
    own.error('file-unreadable', undefined, `the output folder ${output} ${inTheWay}`, {
      hint: 'name another folder in bayan.yaml (output: pdf) or with --out, or move what is there',
    });
    return { documents: [], unparsed: judged.map(({ planned }) => planned), pruned: [], trace, misused };
  }
  const target: BuildTarget = {
    project,
    output,
    ...(attachSource && { attachSource }),
    ...(options.rename && { rename: options.rename }),
  };
  if (!surroundings.trustOutputs) cleanOutput(output);
  const stale = judged.filter((text) => !isFresh(text));
  const isFirst = ({ planned }: JudgedText<PlannedEdition>): boolean =>
    options.first?.includes(planned.file) === true;
  const jobs = [...stale.filter(isFirst), ...stale.filter((text) => !isFirst(text))].map(jobOf);
  const withdrawn = stale.flatMap(({ documents }) =>
    documents.flatMap(({ record, reasons }) => (record && reasons.length > 0 ? [record] : [])),
  );
  if (jobs.length > 0) options.onPlan?.(jobs);
  const writable = withdrawn.length === 0 || withdraw(output, withdrawn, shard, own);
  const built = await runJobs(jobs, target, files, options, engine);
  const results = new Map(built.map((each) => [each.planned.file, each]));
  const documents: BuiltDocument[] = [];
  const unparsed: PlannedEdition[] = [];
  for (const text of judged) {
    const result = results.get(text.planned.file);
    own.addAll(result?.diagnostics ?? text.record?.read?.warnings ?? []);
    const given = documentsOf(text, result);
    for (const { unchanged, diagnostics } of given) if (unchanged) own.addAll(diagnostics);
    documents.push(...given);
    if (result && !result.kinds && given.length === 0) unparsed.push(text.planned);
  }
  if (writable) record(assessment, built, withdrawn, { project, options }, own);
  const pruned = clearOrphans(assessment, options, own);
  const wrongKind = options.kinds !== undefined && !shard && documents.length === 0 && !own.hasErrors;
  if (wrongKind) reportKinds(options.kinds, own);
  return { documents, unparsed, pruned, trace, misused: wrongKind };
}

/** Why PDFs cannot be written to a folder, in words that follow its name; undefined when they may. */
function whatIsInTheWay(output: string): string | undefined {
  const found = lookAt(output);
  if (found.fault === undefined) return found.kind === 'folder' ? undefined : 'is a file, not a folder';
  return found.fault === 'absent' ? undefined : found.problem;
}

function jobOf({ planned, documents }: JudgedText<PlannedEdition>): EditionJob {
  const fresh = documents.filter(({ reasons }) => reasons.length === 0).map(({ kind }) => kind);
  return fresh.length > 0 ? { ...planned, fresh } : planned;
}

/** The PDFs of a content file: those that were made or failed, and those that were left. */
function documentsOf(text: JudgedText<PlannedEdition>, built: BuiltEdition | undefined): BuiltDocument[] {
  const left = text.documents.flatMap(({ record, reasons }) =>
    record && reasons.length === 0 && built?.kinds?.includes(record.kind) !== false
      ? [unchangedDocument(record)]
      : [],
  );
  const kinds = built?.kinds ?? [];
  return [...(built?.documents ?? []), ...left].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
}

function withdraw(
  output: string,
  records: readonly EditionRecord[],
  shard: Shard | undefined,
  report: Report,
): boolean {
  return keepManifest(output, report, () =>
    withdrawEditions(output, new Set(records.map(({ path }) => path)), shard),
  );
}

function record(
  { surroundings: { output, tools, attachSource }, all: planned, plan }: Assessment,
  built: readonly BuiltEdition[],
  withdrawn: readonly EditionRecord[],
  { project, options }: { readonly project: Project; readonly options: BuildOptions },
  report: Report,
): void {
  const texts = built.flatMap((each) => textRecord(each, [...tools, ...project.trace]) ?? []);
  const editions = built.flatMap(({ documents }) =>
    documents.flatMap((document) => editionRecord(document, tools, attachSource) ?? []),
  );
  const extent = extentOf(options);
  keepManifest(output, report, () =>
    recordBuild(output, { editions, withdrawn, texts, planned, plan, extent }),
  );
}

/** How much of the project a build looks at. */
function extentOf({ shard, ...options }: BuildOptions): 'whole' | Division | undefined {
  const only = askedFor(options);
  if (shard) return { of: shard.of, done: [shard.number], ...(only && { only }) };
  return only ? undefined : 'whole';
}

/** Whether the manifest could be written; reports when not. */
function keepManifest(output: string, report: Report, write: () => void): boolean {
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

function reportKinds(kinds: readonly string[] | undefined, report: Report): void {
  const quoted = kinds?.map((kind) => `"${kind}"`).join(', ');
  report.error('kind-unknown', undefined, `no content asks for the kind ${quoted}`, {
    hint: 'add it to `kinds` in the front matter',
  });
}
