/**
 * What a build needs of the stages below it: read a content file, make a PDF. Handed in as values, so that a
 * build can be tested, and the stages loaded only when there is something to build.
 */
import type { Edition } from '../content/edition.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { ProjectFiles, SourceReader } from '../files/project-files.ts';
import type { Trace } from '../files/trace.ts';
import type { Project } from '../project/project.ts';

export interface ContentSource {
  /** The door to read it through, and to look for its pictures. */
  readonly files: SourceReader;
  /** Relative to the project folder. */
  readonly file: string;
  readonly slug: string;
  readonly lang: string;
}

export interface PdfJob {
  readonly edition: Edition;
  readonly kind: string;
  /** Puts the Markdown into the PDF, which is then PDF/A-3a. */
  readonly attachSource?: boolean;
}

export interface MadePdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Milliseconds by stage. */
  readonly timings: Readonly<Record<string, number>>;
}

/** The stages, opened for one project. `trace` notes what a result was made from, also when nothing came of it. */
export interface Stages {
  parse(source: ContentSource, report: Report, trace: Trace): Edition | undefined;
  make(job: PdfJob, report: Report, trace: Trace): Promise<MadePdf | undefined>;
  /** Frees what was opened. */
  close(): void;
}

export interface Engine {
  open(project: Project, files: ProjectFiles): Stages;
}

/** Loads Bayan's own stages. */
export async function loadEngine(): Promise<Engine> {
  const [{ parseEdition }, { makePdf }, { openWorkspace }] = await Promise.all([
    import('../content/parse.ts'),
    import('./make.ts'),
    import('./workspace.ts'),
  ]);
  return {
    open(project, files) {
      const workspace = openWorkspace(project, files);
      return {
        parse: (source, report, trace) =>
          parseEdition({ ...source, kindFields: workspace.kindFields(trace) }, report),
        make: (job, report, trace) => makePdf(workspace, job, report, trace),
        close: () => workspace.close(),
      };
    },
  };
}
