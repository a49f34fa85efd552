/**
 * Makes one PDF: template → markup tree → document definition → pages → bytes. Everything that editions of a project share
 * (templates, styles, the font book, prepared faces) is opened once for each process.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compose } from '../compose/compose.ts';
import { wantedPictures } from '../compose/pictures.ts';
import { readStyleSheet, type StyleSheet } from '../compose/styles.ts';
import type { Edition } from '../content/edition.ts';
import { DiagnosticError, Report } from '../diagnostics/diagnostic.ts';
import { firstMoment } from '../document/metadata.ts';
import { type FontBook, openFontBook } from '../fonts/book.ts';
import { missingFace, suggestFace } from '../fonts/suggestion.ts';
import { findLanguage, type Language } from '../language/language.ts';
import { paint } from '../paint/paint.ts';
import type { Attachment } from '../pdf/attachment.ts';
import { PDF_A_2A, PDF_A_3A } from '../pdf/standards/pdf-a.ts';
import { PDF_UA_1 } from '../pdf/standards/pdf-ua.ts';
import { brandFor } from '../project/brand.ts';
import type { Project } from '../project/project.ts';
import { applyTemplate, loadTemplates, type TemplateLibrary } from '../template/apply.ts';
import { templateFolder } from '../template/template-folder.ts';
import type { Paragraph } from '../text/paragraph.ts';
import { typeset } from '../typeset/typeset.ts';
import type { MadePdf, PdfJob } from './engine.ts';
import { readPictures } from './pictures.ts';

interface Shared {
  readonly library: TemplateLibrary;
  readonly styles: StyleSheet;
  readonly fonts: FontBook;
  /** Faults of shared files, repeated in the report of every edition that needs them. */
  readonly report: Report;
}

const shared = new WeakMap<Project, Shared>();

function openShared(project: Project): Shared {
  const known = shared.get(project);
  if (known) return known;
  const report = new Report();
  const library = loadTemplates(
    project.templateFolders.map((folder) => templateFolder(folder, shownPath(project, folder))),
  );
  const sheets = [...project.templateFolders]
    .reverse()
    .map((folder) => join(folder, 'styles.yaml'))
    .filter(existsSync)
    .map((file) => ({ file: shownPath(project, file), text: readFileSync(file, 'utf8') }));
  const made: Shared = {
    library,
    styles: readStyleSheet(sheets, report),
    fonts: openFontBook({
      folders: project.fontFolders,
      ...(project.brand.fonts && { preferences: project.brand.fonts }),
    }),
    report,
  };
  shared.set(project, made);
  return made;
}

/** Paths inside the project as they are; Bayan's own as `bayan/templates/…`. */
function shownPath(project: Project, path: string): string {
  const inside = relative(project.root, path).replaceAll('\\', '/');
  return inside.startsWith('..')
    ? `bayan/${path
        .replaceAll('\\', '/')
        .split('/')
        .slice(path.endsWith('.yaml') ? -2 : -1)
        .join('/')}`
    : inside;
}

/** Makes the PDF of an edition in one kind; undefined when an error stands in its way. */
export async function makePdf(job: PdfJob, report: Report): Promise<MadePdf | undefined> {
  const clock = stopwatch();
  try {
    return await make(job, report, clock);
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    const { diagnostic } = error;
    report.add({ span: { file: job.edition.file }, ...diagnostic });
    return undefined;
  }
}

async function make(
  { edition, kind, project, attachSource }: PdfJob,
  report: Report,
  clock: Stopwatch,
): Promise<MadePdf | undefined> {
  const { library, styles, fonts, report: sharedReport } = openShared(project);
  report.addAll(sharedReport.diagnostics);
  const language = findLanguage(edition.lang)!;
  const brand = brandFor(project.brand, edition.lang);
  clock.lap('open');
  const { name, shortName, about, address } = brand.organisation;
  const templateBrand = {
    name,
    shortName,
    about: about ?? null,
    address: address ?? null,
    logo: brand.logo ? brand.logo.alt : null,
  };
  const markup = applyTemplate(
    {
      edition,
      kind,
      templates: library.templates,
      strings: library.strings,
      brand: templateBrand as never,
      language,
    },
    report,
  );
  clock.lap('template');
  if (!markup) return undefined;
  const lacking = missingFace(language, fonts);
  if (lacking) {
    report.error(
      'font-missing',
      { file: edition.file },
      `no font for ${language.name} is installed (${lacking.family})`,
      { hint: `in the folder of the project: ${lacking.command}` },
    );
    return undefined;
  }
  const pictures = readPictures(project.root, wantedPictures(markup, edition, brand.logo), report);
  const composition = compose({ markup, edition, language, brand, styles, pictures: pictures.table }, report);
  clock.lap('compose');
  const checked = new Set<Paragraph>();
  const laid = typeset(composition, {
    fonts,
    onParagraph: (paragraph) => {
      if (!checked.has(paragraph)) reportMissing(paragraph, edition.file, fonts, language, report);
      checked.add(paragraph);
    },
  });
  clock.lap('typeset');
  report.addAll(laid.diagnostics);
  if (!laid.fits)
    report.error(
      'page-overflow',
      { file: edition.file },
      `the ${kind} does not fit on one page, even at ${Math.round(laid.scale * 100)} % of its type size`,
      {
        hint: 'shorten the summary or the demands, or give the template a larger page',
      },
    );
  if (report.hasErrors) return undefined;
  const bytes = await paint(laid, {
    standards: [attachSource ? PDF_A_3A : PDF_A_2A, PDF_UA_1],
    imageBytes: pictures.bytes,
    ...(attachSource && { source: sourceOf(edition) }),
  });
  clock.lap('paint');
  return { bytes, pages: laid.pages.length, timings: clock.laps };
}

/** The content file as an attachment; its date is the document's, so that the bytes do not depend on the machine. */
function sourceOf({ slug, lang, source, frontMatter }: Edition): Attachment {
  return {
    name: `${slug}.${lang}.md`,
    bytes: Buffer.from(source, 'utf8'),
    mediaType: 'text/markdown',
    modified: firstMoment(frontMatter.date),
    description: `${frontMatter.title} (Markdown)`,
    relationship: 'Source',
  };
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
    const column = source?.column === undefined ? {} : { column: source.column + index - starts[span]! };
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
