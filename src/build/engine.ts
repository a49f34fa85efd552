/**
 * What a build needs of the stages below it: read a content file, make a PDF. Handed in as values, so that a
 * build can be tested, and the stages loaded only when there is something to build.
 */
import type { Edition } from '../content/edition.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { ProjectFiles } from '../files/project-files.ts';
import type { Trace } from '../files/trace.ts';
import type { Project } from '../project/project.ts';
import type { LetterVariables } from '../template/apply.ts';
import type { Workspace } from './workspace.ts';

/** One content file: a `PlannedEdition` is one. */
export interface ContentFile {
  /** Relative to the project folder. */
  readonly file: string;
  readonly slug: string;
  /** Canonical BCP 47 tag. */
  readonly lang: string;
  /** Its text, when that is not the file's: as it stands in an editor, for instance. */
  readonly source?: string;
}

export interface PdfJob {
  readonly edition: Edition;
  readonly kind: string;
  /** Puts the Markdown into the PDF, which is then PDF/A-3a. */
  readonly attachSource?: boolean;
  /** Whom a letter goes to. */
  readonly letter?: LetterVariables;
}

export interface MadePdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Milliseconds by stage. */
  readonly timings: Readonly<Record<string, number>>;
}

/** The stages, opened for one project. `trace` notes what a result was made from, also when nothing came of it. */
export interface Stages {
  read(content: ContentFile, report: Report, trace: Trace): Edition | undefined;
  make(job: PdfJob, report: Report, trace: Trace): Promise<MadePdf | undefined>;
  /** Warns of what an author wrote and none of the kinds of the text prints. */
  checkPrinted(edition: Edition, report: Report, trace: Trace): void;
  /** Frees what was opened. */
  close(): void;
}

export interface Engine {
  open(project: Project, files: ProjectFiles): Stages;
}

/** Loads Bayan's own stages. */
export async function loadEngine(): Promise<Engine> {
  const [stagesIn, { openWorkspace }] = await Promise.all([loadStages(), import('./workspace.ts')]);
  return { open: (project, files) => stagesIn(openWorkspace(project, files)) };
}

/** Loads Bayan's own stages, for a workspace that is there or yet to be opened. */
export async function loadStages(): Promise<(workspace: Workspace) => Stages> {
  const [{ readForPrint }, { makePdf }, { reportUnprinted }] = await Promise.all([
    import('./stale-translation.ts'),
    import('./make.ts'),
    import('../template/unprinted.ts'),
  ]);
  return (workspace) => ({
    read: (content, report, trace) => readForPrint(workspace, content, report, trace),
    make: (job, report, trace) => makePdf(workspace, job, report, trace),
    checkPrinted: (edition, report, trace) =>
      reportUnprinted(edition, workspace.templates(trace), report, trace),
    close: () => workspace.close(),
  });
}
