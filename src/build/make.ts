/** Makes a PDF: documents are laid out and painted into one file. */
import type { Edition } from '../content/edition.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { firstMoment, type Metadata } from '../document/metadata.ts';
import { Trace } from '../files/trace.ts';
import { type FilePart, type PartsOptions, paintParts } from '../paint/paint.ts';
import type { Attachment } from '../pdf/attachment.ts';
import { PDF_A_2A, PDF_A_3A } from '../pdf/standards/pdf-a.ts';
import { PDF_UA_1 } from '../pdf/standards/pdf-ua.ts';
import type { MadePdf, PdfJob } from './engine.ts';
import { layOutDocument, reporting } from './laid-document.ts';
import type { Workspace } from './workspace.ts';

/**
 * Makes the PDF of an edition in one kind; undefined when an error stands in its way. A pure function of workspace and
 * job: the same bytes, whatever was made before.
 *
 * @param trace notes what the PDF was made from, also when none could be made
 */
export function makePdf(
  workspace: Workspace,
  job: PdfJob,
  report: Report,
  trace = new Trace(),
): Promise<MadePdf | undefined> {
  return makeFile(workspace, [job], report, trace);
}

/** A document in a file of several. */
export interface FileJob extends PdfJob {
  /** Leads to its first page, above the bookmarks of its headings, which stand alone when there is none. */
  readonly bookmark?: string;
}

export interface FileDescription {
  /** What the file says of itself: what its first document does when left out. */
  readonly metadata?: Metadata;
}

/**
 * Makes one PDF of several documents, each with its own language, paper and page numbers; undefined when an error stands in
 * the way of any of them. The first one's language is the file's, and its Markdown goes with it where its job says so.
 */
export async function makeFile(
  workspace: Workspace,
  jobs: readonly [FileJob, ...FileJob[]],
  report: Report,
  trace = new Trace(),
  { metadata }: FileDescription = {},
): Promise<MadePdf | undefined> {
  const timings: Record<string, number> = {};
  const parts: FilePart[] = [];
  for (const job of jobs) {
    const laid = await layOutDocument(workspace, job, report, trace);
    for (const [stage, ms] of Object.entries(laid?.timings ?? {}))
      timings[stage] = (timings[stage] ?? 0) + ms;
    if (laid) parts.push({ ...laid, ...(job.bookmark !== undefined && { bookmark: job.bookmark }) });
  }
  const [first, ...others] = parts;
  if (!first || parts.length < jobs.length) return undefined;
  const [{ attachSource, edition }] = jobs;
  const start = performance.now();
  const painted = await reporting(edition.file, report, () =>
    paintFile([first, ...others], {
      ...(attachSource && { source: sourceOf(edition) }),
      ...(metadata && { metadata }),
    }),
  );
  timings.paint = performance.now() - start;
  return painted && { ...painted, timings };
}

/** Paints documents that are laid out into one file: PDF/UA-1 and PDF/A-2a, or PDF/A-3a where its source goes with it. */
export async function paintFile(
  parts: readonly [FilePart, ...FilePart[]],
  options: Omit<PartsOptions, 'standards'> = {},
): Promise<Pick<MadePdf, 'bytes' | 'pages'>> {
  const standards = [options.source ? PDF_A_3A : PDF_A_2A, PDF_UA_1];
  const bytes = await paintParts(parts, { ...options, standards });
  return { bytes, pages: parts.reduce((sum, { pages }) => sum + pages.pages.length, 0) };
}

/** The content file as an attachment; its date is the document's, so that the bytes do not depend on the machine. */
function sourceOf({ slug, lang, source, frontMatter, discreet }: Edition): Attachment {
  return {
    name: `${slug}.${lang}.md`,
    bytes: Buffer.from(source, 'utf8'),
    mediaType: 'text/markdown',
    modified: firstMoment(frontMatter.date),
    description: `${discreet?.title ?? frontMatter.title} (Markdown)`,
    relationship: 'Source',
  };
}
