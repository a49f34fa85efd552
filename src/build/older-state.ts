/**
 * The state that a publication is compared with: what a commit has, an older copy of the project, a PDF, or a folder of them.
 * Where nothing is named it is the last commit; without git, the PDFs that were built last.
 */
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PrintSource, Selection } from '../changes/publication.ts';
import { Report } from '../diagnostics/diagnostic.ts';
import { findRevision, type Revision, type RevisionFault } from '../files/git.ts';
import { ProjectFiles } from '../files/project-files.ts';
import { revisionDisk } from '../files/revision-disk.ts';
import { PROJECT_FILE } from '../project/find-project.ts';
import { planEditions } from '../project/plan.ts';
import { loadProject, type Project } from '../project/project.ts';
import { openBuilt, openFolder, openPdf, refuse } from './older-pdfs.ts';
import type { NamedPdf } from './pdf-prints.ts';
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
    if (typeof head === 'string') return openBuilt(options, NO_COMMIT[head], report);
    const isCommitted = revisionDisk(project.root, head).hasEntry(join(project.root, PROJECT_FILE));
    return isCommitted
      ? openRevision(options, 'HEAD', head, report)
      : openBuilt(options, 'the project is in no commit', report);
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

/** Why there is no last commit to compare with. */
const NO_COMMIT: Readonly<Record<RevisionFault, string>> = {
  'no-git': 'there is no git on this machine',
  'no-repository': 'the project is in no git repository',
  'no-commit': 'nothing was committed yet',
  unknown: 'there is no last commit',
};
