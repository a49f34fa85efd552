/** `bayan check`: compares translations with their originals, says what differs, and writes out/status.html. */
import { join, relative, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { Report } from '../diagnostics/diagnostic.ts';
import { renderJson } from '../diagnostics/render.ts';
import { reasonOf } from '../files/disk.ts';
import { writeAtomically } from '../files/write-file.ts';
import { findLanguage } from '../language/language.ts';
import { canonicalTag } from '../language/tag.ts';
import { planEditions } from '../project/plan.ts';
import type { Project } from '../project/project.ts';
import { type CheckedEdition, type CheckedSet, checkSet } from '../translation/check-set.ts';
import { STATUS_PAGE, statusPage } from '../translation/status-page.ts';
import { stateWords } from '../translation/status-words.ts';
import { printAnnotations } from './annotations.ts';
import { commaList } from './comma-list.ts';
import { type Context, type ExitCode, openProject } from './context.ts';
import { openPublications } from './publications.ts';

const EXAMPLES = `
Examples:
  $ bayan check                     every translation against its original
  $ bayan check annual-report       one document
  $ bayan check --lang ps ur        only these translations
  $ bayan check --format github     annotations for GitHub Actions

How much each kind of difference matters is said in bayan.yaml (the values here are the defaults):
  checks: { parity: error, links: warning, figures: error, stale: error, leftovers: warning, missing: warning }

Exit code 1 when there are errors. A translation is compared with the text it was made from once
that is recorded: bayan translated content/annual-report/ps.md`;

interface CheckFlags {
  readonly lang?: readonly string[];
  readonly out?: string;
  readonly format: 'human' | 'json' | 'github';
}

export function addCheck(program: Command, context: Context, exit: (code: ExitCode) => void): void {
  program
    .command('check')
    .description('compare translations with their originals: what is missing, wrong, or out of date')
    .argument('[slug...]', 'documents to check; all when none is named')
    .option('-l, --lang <tags...>', 'only translations into these languages', commaList)
    .option('-o, --out <dir>', `write ${STATUS_PAGE} to this folder; it may be outside the project`)
    .addOption(
      new Option('--format <format>', 'how to report').choices(['human', 'json', 'github']).default('human'),
    )
    .addHelpText('after', EXAMPLES)
    .action(async (slugs: string[], flags: CheckFlags) => exit(await runCheck(slugs, flags, context)));
}

async function runCheck(slugs: readonly string[], flags: CheckFlags, context: Context): Promise<ExitCode> {
  const { project, root, report, exitCode } = openProject(context);
  if (!project) return finish([], report, exitCode, flags, context, root);
  const options = { ...(slugs.length > 0 && { slugs }), ...(flags.lang && { langs: flags.lang }) };
  const { sets, misused } = planEditions(project, options, report);
  const { workspace, readDocumentSet } = await openPublications(project);
  const only = flags.lang?.flatMap((tag) => canonicalTag(tag) ?? []);
  const { source, languages } = project;
  const checked = sets.map((set) =>
    checkSet(
      {
        set: readDocumentSet(workspace, set, report),
        checks: project.config.checks,
        ...(source !== undefined && { source }),
        ...(languages && { languages }),
        ...(only && { only }),
      },
      report,
    ),
  );
  workspace.close();
  const page = misused ? undefined : writeStatus(project, checked, flags, report, context);
  return finish(checked, report, misused ? 2 : report.hasErrors ? 1 : 0, flags, context, root, page);
}

/** Writes the page; gives its path, as the terminal shows it. */
function writeStatus(
  project: Project,
  checked: readonly CheckedSet[],
  flags: CheckFlags,
  report: Report,
  context: Context,
): string | undefined {
  const folder = flags.out === undefined ? project.outputFolder : resolve(context.cwd, flags.out);
  const path = join(folder, STATUS_PAGE);
  try {
    writeAtomically(path, Buffer.from(statusPage(checked, report.diagnostics), 'utf8'));
    return relative(context.cwd, path) || path;
  } catch (error) {
    report.error('file-unreadable', { file: STATUS_PAGE }, `${path} cannot be written (${reasonOf(error)})`);
    return undefined;
  }
}

function finish(
  checked: readonly CheckedSet[],
  report: Report,
  code: ExitCode,
  { format }: CheckFlags,
  context: Context,
  root?: string,
  page?: string,
): ExitCode {
  const { terminal } = context;
  if (format === 'json') {
    const result = { publications: checked, diagnostics: renderJson(report.diagnostics), ok: code === 0 };
    terminal.write(`${JSON.stringify(result, undefined, 2)}\n`);
    return code;
  }
  if (format === 'github') {
    printAnnotations(report.diagnostics, root, context);
    return code;
  }
  for (const set of checked) terminal.print(setLines(set));
  if (page !== undefined) terminal.print(`\n${terminal.paint('→', 'dim')} ${page}`);
  terminal.diagnostics(report.diagnostics, root);
  return code;
}

function setLines({ slug, editions }: CheckedSet): string {
  const width = Math.max(...editions.map(({ lang }) => lang.length));
  const line = (edition: CheckedEdition): string =>
    `  ${edition.lang.padEnd(width)}  ${stateWords(edition)}${edition.of === undefined ? '' : ofWords(edition)}`;
  return [slug, ...editions.map(line)].join('\n');
}

const ofWords = ({ of }: CheckedEdition): string => `, from ${findLanguage(of!)?.name ?? of}`;
