/** What a build has to do: plans the editions and judges each by the manifest, before anything is made. */
import type { Report } from '../diagnostics/diagnostic.ts';
import { projectPath } from '../files/containment.ts';
import { ProjectFiles } from '../files/project-files.ts';
import { Trace, type TraceEntry } from '../files/trace.ts';
import { type PlannedEdition, type PlanOptions, planEditions } from '../project/plan.ts';
import type { Project } from '../project/project.ts';
import { type JudgedText, judge, type Surroundings } from './graph.ts';
import { MANIFEST_FILE, manifestFile, type PlanRecord, readManifest } from './manifest.ts';
import { type Shard, shardNumber } from './shard.ts';
import { toolInputs } from './tool.ts';

export interface AssessOptions extends PlanOptions {
  /** Absolute path of the output folder, when it is not the project's; may be anywhere. */
  readonly output?: string;
  /** Puts the Markdown into each PDF, which is then PDF/A-3a. */
  readonly attachSource?: boolean;
  /** Makes everything again, whether it changed or not. */
  readonly force?: boolean;
  /** Only the editions of this share. */
  readonly shard?: Shard;
  /** The door to the project, when there is one already. */
  readonly files?: ProjectFiles;
  /** PDFs of the right size are taken for those that were built: for whoever looks again and again. */
  readonly trustOutputs?: boolean;
}

export interface Assessment {
  /** What was asked for, in the order of the plan. */
  readonly judged: readonly JudgedText<PlannedEdition>[];
  /** All content files of the project, as far as they could be found. */
  readonly all: readonly PlannedEdition[];
  /** How they were found; undefined when not all of the project could be read. */
  readonly plan: PlanRecord | undefined;
  readonly surroundings: Surroundings;
  /** What the plan was made from: the folders that were listed. */
  readonly trace: readonly TraceEntry[];
  /** An option named no content, language or kind, and nothing is planned. */
  readonly misused: boolean;
}

/** Faults of the plan go to the report. Reads the disk and writes nothing. */
export function assess(project: Project, options: AssessOptions, report: Report): Assessment {
  const before = [...report.diagnostics];
  const own = report.child();
  const files = options.files ?? new ProjectFiles(project.root);
  const planning = new Trace();
  const { editions: all } = planEditions(project, {}, own, files.recording(planning));
  const complete = !own.hasErrors;
  const warnings = [...before, ...own.diagnostics];
  const isPart = options.slugs ?? options.langs ?? options.kinds;
  const { editions: asked, misused } = isPart
    ? planEditions(project, options, own, files.recording(planning))
    : { editions: all, misused: false };
  const { shard } = options;
  const editions = shard ? asked.filter((edition) => shardNumber(edition, shard.of) === shard.number) : asked;
  const trace = planning.entries();
  const tools = toolInputs();
  const surroundings: Surroundings = {
    files,
    output: options.output ?? project.outputFolder,
    tools,
    attachSource: options.attachSource === true,
    ...(options.trustOutputs && { trustOutputs: true }),
  };
  const judged = judge(editions, readManifest(surroundings.output), surroundings);
  reportManifest(surroundings.output, report);
  return {
    judged: options.force ? judged.map(unread) : judged,
    all,
    plan: complete
      ? {
          output: projectPath(project.root, project.outputFolder),
          inputs: [...tools, ...project.trace, ...trace],
          warnings,
        }
      : undefined,
    surroundings,
    trace,
    misused,
  };
}

/** A manifest that is there and cannot be read is no reason to stop, but one to build everything. */
function reportManifest(output: string, report: Report): void {
  const { fault, problem = '' } = { problem: undefined, ...manifestFile(output) };
  // In what is no folder there is none, which is told when something is to be written.
  if (fault === undefined || fault === 'absent' || fault === 'not-a-folder') return;
  report.warning(
    'file-unreadable',
    { file: MANIFEST_FILE },
    `the manifest in ${output} ${problem}: what was built before is not known`,
    { hint: 'remove it; the next build writes another' },
  );
}

/** As if nothing were known of it, but what lies there. */
function unread<T extends PlannedEdition>({ planned, documents }: JudgedText<T>): JudgedText<T> {
  const reasons = ['--force'];
  return { planned, reasons, documents: documents.map((document) => ({ ...document, reasons })) };
}
