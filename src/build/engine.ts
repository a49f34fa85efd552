/**
 * What a build needs of the stages below it: read a content file, make a PDF. Handed in as values, so that a
 * build can be tested, and the stages loaded only when there is something to build.
 */
import type { Edition } from '../content/edition.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Project } from '../project/project.ts';

export interface ContentSource {
  /** Absolute path of the project folder. */
  readonly root: string;
  /** Relative to the project folder. */
  readonly file: string;
  readonly slug: string;
  readonly lang: string;
  readonly bytes: Uint8Array;
}

export interface PdfJob {
  readonly edition: Edition;
  readonly kind: string;
  readonly project: Project;
  /** Puts the Markdown into the PDF, which is then PDF/A-3a. */
  readonly attachSource?: boolean;
}

export interface MadePdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Milliseconds by stage. */
  readonly timings: Readonly<Record<string, number>>;
}

export type ParseEdition = (source: ContentSource, report: Report) => Edition | undefined;
export type MakePdf = (job: PdfJob, report: Report) => Promise<MadePdf | undefined>;

export interface Engine {
  readonly parse: ParseEdition;
  readonly make: MakePdf;
}

/** Loads Bayan's own stages. */
export async function loadEngine(): Promise<Engine> {
  const [{ parseEdition }, { makePdf }] = await Promise.all([
    import('../content/parse.ts'),
    import('./make.ts'),
  ]);
  return { parse: parseEdition, make: makePdf };
}
