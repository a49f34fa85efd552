/**
 * The state that a publication is compared with: what a commit has, an older copy of the project, a PDF, or a folder of them.
 * Where nothing is named it is the last commit; without git, the PDFs that were built last.
 */
import { existsSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import type { PrintSource, Selection } from '../changes/publication.ts';
import { Report } from '../diagnostics/diagnostic.ts';
import { findRevision, type Revision, type RevisionFault } from '../files/git.ts';
import { ProjectFiles } from '../files/project-files.ts';
import { revisionDisk } from '../files/revision-disk.ts';
import { PROJECT_FILE } from '../project/find-project.ts';
import { planEditions } from '../project/plan.ts';
import { loadProject, type Project } from '../project/project.ts';
import { findPdfs, type NamedPdf, PdfPrints, readPdfName, readPrintedPdf } from './pdf-prints.ts';
import { ProjectPrints, type ReadOff } from './project-prints.ts';
import { openWorkspace } from './workspace.ts';

export interface OlderState {
  readonly prints: PrintSource;
  /** What it is, in words: `HEAD (1a2b3c4)`, a path. */
  readonly name: string;
  /** How the newer side is to be read, so that both are read alike. */
  readonly readOff: ReadOff;
  /** The only edition that it is of, where it is one PDF. */
  readonly only?: Pick<NamedPdf, 'lang' | 'kind'>;
  /** Frees what was opened. */
  close(): void;
}

export interface OlderOptions extends Selection {
  readonly project: Project;
  readonly slug: string;
  /** As the user named it: a revision, a PDF, a folder. */
  readonly since?: string | undefined;
  /** The folder that paths are counted from. */
  readonly cwd: string;
}

/** Opens the state to compare with; undefined after reporting why there is none (`since-unknown`). */
export function openOlderState(options: OlderOptions, report: Report): OlderState | undefined {
  const { project, since, cwd } = options;
  if (since === undefined) {
    const head = findRevision(project.root, 'HEAD');
    return typeof head === 'string'
      ? openBuilt(options, head, report)
      : openRevision(options, 'HEAD', head, report);
  }
  const path = resolve(cwd, since);
  if (since !== '' && existsSync(path)) {
    if (!statSync(path).isDirectory()) return openPdf(options, path, report);
    return existsSync(join(path, PROJECT_FILE))
      ? openProjectAt(options, since, new ProjectFiles(path), report)
      : openFolder(options, path, report);
  }
  if (/\.pdf$/i.test(since))
    return refuse(report, `there is no file ${since}`, 'paths are counted from this folder');
  const found = findRevision(project.root, since);
  if (typeof found === 'object') return openRevision(options, since, found, report);
  return refuse(report, ...FAULTS[found](since));
}

const FAULTS: Readonly<Record<RevisionFault, (since: string) => readonly [message: string, hint: string]>> = {
  'no-git': (since) => [
    `there is no file or folder "${since}", and no git on this machine that would know it as a revision`,
    'install git, or name an older PDF: --since old.pdf',
  ],
  'no-repository': (since) => [
    `there is no file or folder "${since}", and the project is in no git repository that would know it as a revision`,
    'name an older PDF, or a folder of PDFs: --since old.pdf',
  ],
  'no-commit': (since) => [
    `nothing was ever committed in this repository, and so "${since}" is no revision`,
    'commit once (git add . && git commit), or name an older PDF: --since old.pdf',
  ],
  unknown: (since) => [
    `"${since}" is no revision, no file and no folder`,
    'git log --oneline lists the revisions; a branch that is named like a folder: --since refs/heads/NAME',
  ],
};

function refuse(report: Report, message: string, hint: string): undefined {
  report.error('since-unknown', undefined, message, { hint });
}

function openRevision(
  options: OlderOptions,
  name: string,
  revision: Revision,
  report: Report,
): OlderState | undefined {
  const { root } = options.project;
  const files = new ProjectFiles(root, revisionDisk(root, revision));
  const isHash = revision.commit.startsWith(name);
  return openProjectAt(options, isHash ? revision.short : `${name} (${revision.short})`, files, report);
}

/** A project as it was: by a commit, or in another folder. */
function openProjectAt(
  { slug }: OlderOptions,
  name: string,
  files: ProjectFiles,
  report: Report,
): OlderState | undefined {
  const own = new Report();
  const project = loadProject(files.root, own, files);
  if (!project) {
    const [first] = own.diagnostics;
    const isAbsent = first?.code === 'project-not-found';
    const message = isAbsent
      ? `there is no ${PROJECT_FILE} at ${name}: the project is newer than that`
      : `the project cannot be read at ${name}: ${first?.message}`;
    return refuse(report, message, 'name a later state: --since HEAD~1, or a PDF');
  }
  const workspace = openWorkspace(project, files);
  const editions = planEditions(project, {}, own, files).editions.filter((planned) => planned.slug === slug);
  const prints = new ProjectPrints(workspace, editions, 'pages', ({ file }, { diagnostics }) => {
    const fault = diagnostics.find(({ severity }) => severity === 'error');
    const place = fault?.span?.line === undefined ? '' : `line ${fault.span.line}: `;
    const reason = `at ${name} it has errors (${place}${fault?.message ?? 'unknown'})`;
    report.warning('edition-uncompared', { file }, `it is not compared: ${reason}`, {
      hint: 'name a state in which it could be printed: --since REVISION',
    });
    return { reason };
  });
  return { prints, name, readOff: 'pages', close: () => workspace.close() };
}

/** The PDFs of the last build, where git has nothing to compare with. */
function openBuilt(options: OlderOptions, fault: RevisionFault, report: Report): OlderState | undefined {
  const { project, slug, cwd } = options;
  const folder = project.outputFolder;
  const shown = relative(cwd, folder) || folder;
  const pdfs = findPdfs(folder, slug);
  if (pdfs.length > 0) return openPdfs(pdfs, `the PDFs in ${shown}`, report);
  const git: Readonly<Record<RevisionFault, string>> = {
    'no-git': 'there is no git on this machine',
    'no-repository': 'the project is in no git repository',
    'no-commit': 'nothing was committed yet',
    unknown: 'there is no last commit',
  };
  return refuse(
    report,
    `${git[fault]}, and ${shown} has no PDF of ${slug} to compare with`,
    'bayan build makes PDFs that later states can be compared with; or name an older PDF: --since old.pdf',
  );
}

function openFolder(
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
function openPdf(options: OlderOptions, path: string, report: Report): OlderState | undefined {
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
  return { ...openPdfs([{ path, ...only }], since, report), only };
}
