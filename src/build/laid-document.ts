/**
 * Lays out one document: template → markup tree → document definition → pages and pictures, with what the documents of a
 * workspace share. What is laid out can be painted into any number of files.
 */
import { compose } from '../compose/compose.ts';
import { wantedPictures } from '../compose/pictures.ts';
import { DiagnosticError, type Report } from '../diagnostics/diagnostic.ts';
import type { Trace } from '../files/trace.ts';
import type { FontBook } from '../fonts/book.ts';
import { missingCompanion, missingFace, suggestFace } from '../fonts/suggestion.ts';
import { findLanguage, type Language } from '../language/language.ts';
import { neededPixels } from '../paint/printed-size.ts';
import type { PreparedImage } from '../pdf/images/prepared.ts';
import { brandFor } from '../project/brand.ts';
import { applyTemplate } from '../template/apply.ts';
import type { Paragraph } from '../text/paragraph.ts';
import { type Pages, typeset } from '../typeset/typeset.ts';
import type { PdfJob } from './engine.ts';
import type { Bitmap } from './picture-files.ts';
import { prepareBitmaps, readPictures } from './pictures.ts';
import { withSignatories } from './signatories.ts';
import type { Workspace } from './workspace.ts';

/** A document that is ready to be painted. */
export interface LaidDocument {
  readonly pages: Pages;
  /** Bitmaps by the name that composition gave them, in the sizes that these pages need. */
  readonly images: ReadonlyMap<string, PreparedImage>;
  /** Bitmaps by the same names, as they were read. */
  readonly bitmaps: ReadonlyMap<string, Bitmap>;
  /** Milliseconds by stage. */
  readonly timings: Readonly<Record<string, number>>;
}

/** Lays out an edition in one kind; undefined after reporting what is wrong. */
export function layOutDocument(
  workspace: Workspace,
  job: PdfJob,
  report: Report,
  trace: Trace,
): Promise<LaidDocument | undefined> {
  return reporting(job.edition.file, report, (own) => layOut(workspace, job, own, trace));
}

/** Does a piece of work on a text; what it throws as a diagnostic is at that text unless it says otherwise. */
export async function reporting<T>(
  file: string,
  report: Report,
  work: (own: Report) => Promise<T>,
): Promise<T | undefined> {
  const own = report.child();
  try {
    return await work(own);
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    own.add({ span: { file }, ...error.diagnostic });
    return undefined;
  }
}

/** @param report has nothing of other work */
async function layOut(
  workspace: Workspace,
  { edition: written, kind, letter }: PdfJob,
  report: Report,
  trace: Trace,
): Promise<LaidDocument | undefined> {
  const clock = stopwatch();
  const { project, library, styles, fonts, paragraphs } = workspace.open(report, trace);
  const language = findLanguage(written.lang)!;
  const { edition, signatories } = withSignatories(workspace, written, library.strings, report, trace);
  const brand = brandFor(project.brand, edition.lang);
  clock.lap('open');
  const markup = applyTemplate(
    {
      edition,
      kind,
      templates: library.templates,
      strings: library.strings,
      brand: { ...brand.organisation, logo: brand.logo?.alt, borrowed: brand.borrowed },
      language,
      trace,
      ...(letter && { letter }),
      ...(signatories && { signatories }),
    },
    report,
  );
  clock.lap('template');
  if (!markup) return undefined;
  const lacking = fonts.recording(trace, () => missingFace(language, fonts));
  if (lacking) {
    report.error('font-missing', { file: edition.file }, lacking.message, { hint: lacking.hint });
    return undefined;
  }
  const companion = fonts.recording(trace, () => missingCompanion(language, fonts));
  if (companion)
    report.warning('font-missing', { file: edition.file }, companion.message, { hint: companion.hint });
  const wanted = wantedPictures(markup, edition, brand.logo);
  const pictures = readPictures(workspace.files, workspace.drawings, wanted, report, trace);
  const composition = compose({ markup, edition, language, brand, styles, pictures: pictures.table }, report);
  clock.lap('compose');
  const checked = new Set<Paragraph>();
  const laid = fonts.recording(trace, () =>
    typeset(composition, {
      fonts,
      paragraphs,
      onParagraph: (paragraph) => {
        if (!checked.has(paragraph)) reportMissing(paragraph, edition.file, fonts, language, report);
        checked.add(paragraph);
      },
    }),
  );
  clock.lap('typeset');
  report.addAll(laid.diagnostics);
  if (!laid.fits)
    report.error(
      'page-overflow',
      { file: edition.file },
      `the ${kind} does not fit on one page, even at ${Math.round(laid.scale * 100)} % of its type size`,
      {
        hint: 'shorten the text, let the template print smaller pictures, or give it a larger page',
      },
    );
  const images = await prepareBitmaps(pictures, neededPixels(laid.pages), workspace.images, report);
  clock.lap('pictures');
  if (report.hasErrors) return undefined;
  return { pages: laid, images, bitmaps: pictures.bitmaps, timings: clock.laps };
}

/** A character that no font has is an error where it stands; nothing is drawn in its place. */
function reportMissing(
  paragraph: Paragraph,
  file: string,
  fonts: FontBook,
  language: Language,
  report: Report,
): void {
  let at = 0;
  const starts = paragraph.spans.map((span) => {
    const start = at;
    at += span.text.length;
    return start;
  });
  for (const { index, text, span } of paragraph.missing) {
    const source = paragraph.spans[span]?.source;
    const column =
      source?.column === undefined
        ? {}
        : { column: source.column + index - starts[span]!, length: text.length };
    const codes = [...text]
      .map((char) => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`)
      .join(' ');
    report.error(
      'glyph-missing',
      { ...(source ?? { file }), ...column },
      `no font has "${text}" (${codes})`,
      {
        hint: missingHint(text, fonts, paragraph.spans[span]?.language ?? language),
      },
    );
  }
}

function missingHint(text: string, fonts: FontBook, language: Language): string {
  const face = suggestFace(text, fonts, language);
  if (face) return `${face.family} is the face for it: ${face.command}`;
  return `take "${text}" out, or put a font that has it into the fonts/ folder of the project`;
}

interface Stopwatch {
  readonly laps: Record<string, number>;
  lap(name: string): void;
}

/** Time by stage, for `--timings` and the benchmark; nothing of it reaches the PDF. */
function stopwatch(): Stopwatch {
  let last = performance.now();
  const laps: Record<string, number> = {};
  return {
    laps,
    lap(name) {
      const now = performance.now();
      laps[name] = (laps[name] ?? 0) + now - last;
      last = now;
    },
  };
}
