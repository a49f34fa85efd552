/** PDFs as the state that a publication is compared with: those of the last build, those of a folder, or one. */
import { basename, relative } from 'node:path';
import { Report } from '../diagnostics/diagnostic.ts';
import { planEditions } from '../project/plan.ts';
import type { OlderOptions, OlderState } from './older-state.ts';
import { findPdfs, type NamedPdf, PdfPrints, readPdfName, readPrintedPdf } from './pdf-prints.ts';

/** Reports that there is nothing to compare with. */
export function refuse(report: Report, message: string, hint: string): undefined {
  report.error('since-unknown', undefined, message, { hint });
}

/** The PDFs of the last build, where git has nothing to compare with. */
export function openBuilt(options: OlderOptions, reason: string, report: Report): OlderState | undefined {
  const { project, slug, cwd } = options;
  const folder = project.outputFolder;
  const shown = relative(cwd, folder) || folder;
  const pdfs = findPdfs(folder, slug);
  if (pdfs.length > 0) return openPdfs(pdfs, `the PDFs in ${shown}`, report);
  return refuse(
    report,
    `${reason}, and ${shown} has no PDF of ${slug} to compare with`,
    'bayan build makes PDFs that later states can be compared with; or name an older PDF: --since old.pdf',
  );
}

/** The PDFs of a folder that the user named. */
export function openFolder(
  { slug, since = '' }: OlderOptions,
  path: string,
  report: Report,
): OlderState | undefined {
  const pdfs = findPdfs(path, slug);
  if (pdfs.length > 0) return openPdfs(pdfs, since, report);
  return refuse(
    report,
    `there is no PDF of ${slug} in ${since}`,
    `PDFs in a folder are known by their names: ${slug}.en.brief.pdf`,
  );
}

function openPdfs(pdfs: readonly NamedPdf[], name: string, report: Report): OlderState {
  const prints = new PdfPrints(pdfs, ({ path }, reason) => {
    const told = `${basename(path)}: ${reason}`;
    report.warning('edition-uncompared', undefined, `${basename(path)} is not compared: ${reason}`, {
      hint: FOREIGN,
    });
    return { reason: told };
  });
  return { prints, name, readOff: 'pdf', close: () => undefined };
}

const FOREIGN =
  'PDFs of other programs have no tags that say what Bayan’s say; name a revision of the text instead';

/** One PDF, which its name or else its language says the edition of. */
export function openPdf(options: OlderOptions, path: string, report: Report): OlderState | undefined {
  const { slug, since = '', project, langs, kinds } = options;
  const printed = readPrintedPdf(path);
  if ('reason' in printed)
    return refuse(report, `${since} cannot be compared with: ${printed.reason}`, FOREIGN);
  const { editions } = planEditions(project, {}, new Report());
  const other = editions.find((planned) => planned.slug !== slug && readPdfName(planned.slug, path));
  const named = readPdfName(slug, path);
  if (other && !named)
    return refuse(
      report,
      `${since} is a PDF of ${other.slug}, by its name`,
      `bayan diff ${other.slug} --since ${since}`,
    );
  const lang = named?.lang ?? (langs?.length === 1 ? langs[0]! : printed.lang);
  const kind = named?.kind ?? (kinds?.length === 1 ? kinds[0]! : undefined);
  if (kind === undefined)
    return refuse(
      report,
      `the name of ${since} does not say which kind of ${slug} it is`,
      `say it: bayan diff ${slug} --since ${since} --kind brief`,
    );
  if (!editions.some((planned) => planned.slug === slug && planned.lang === lang))
    return refuse(
      report,
      `${since} is in the language "${lang}", and ${slug} is not`,
      'name the language that it is to be compared with: --lang TAG',
    );
  const only = { lang, kind };
  return { ...openPdfs([{ path, ...only, printed }], since, report), only };
}
