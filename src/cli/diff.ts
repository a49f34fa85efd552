/** `bayan diff`: what has changed in a document since a commit or an older PDF, in all its languages, by page. */
import { existsSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { ComparedPublication } from '../build/changes.ts';
import type { Workspace } from '../build/workspace.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { renderJson } from '../diagnostics/render.ts';
import { reasonOf } from '../files/disk.ts';
import { writeAtomically } from '../files/write-file.ts';
import { CHANGES_FORMATS, type ChangesFormat, changesFile } from '../project/output-name.ts';
import { slugNamed } from '../project/plan.ts';
import { commaList } from './comma-list.ts';
import { type Context, type ExitCode, openProject } from './context.ts';

const EXAMPLES = `
Examples:
  $ bayan diff annual-report                      since the last commit
  $ bayan diff annual-report --since v1.2         since a tag, a branch, a commit: HEAD~3, 1a2b3c4
  $ bayan diff annual-report --since old.pdf      one PDF that Bayan made
  $ bayan diff annual-report --since ../printed   a folder of such PDFs, or an older copy of the project
  $ bayan diff annual-report --lang ps ur         only these languages
  $ bayan diff annual-report --format json        for scripts: one JSON object, and no files

Writes changes.html and changes.pdf into the folder of the document in the output folder. Without git, it compares with
the PDFs that were built last.`;

interface DiffFlags {
  readonly since?: string;
  readonly lang?: readonly string[];
  readonly kind?: readonly string[];
  readonly out?: string;
  readonly format?: ChangesFormat | 'json';
  readonly exitCode?: boolean;
}

export function addDiff(program: Command, context: Context, exit: (code: ExitCode) => void): void {
  program
    .command('diff')
    .description('show which words have changed, in all languages and on which pages')
    .argument('<slug>', 'its folder in content/')
    .option('-s, --since <state>', 'a git revision, an older PDF, or a folder; the last commit when left out')
    .option('-l, --lang <tags...>', 'only these languages', commaList)
    .option('-k, --kind <kinds...>', 'only these kinds of document: brief, flyer …', commaList)
    .option('-o, --out <dir>', 'write to this folder; it may be outside the project')
    .addOption(
      new Option('--format <format>', 'only this; HTML and PDF when left out').choices([
        ...CHANGES_FORMATS,
        'json',
      ]),
    )
    .option('--exit-code', 'exit with 1 if anything has changed, as git diff does')
    .addHelpText('after', EXAMPLES)
    .action(async (slug: string, flags: DiffFlags) => exit(await runDiff(slug, flags, context)));
}

async function runDiff(slug: string, flags: DiffFlags, context: Context): Promise<ExitCode> {
  const { project, root, report, exitCode } = openProject(context);
  if (!project) return finish(undefined, report, exitCode, flags, context, root);
  const [{ compareWithOlder }, { openWorkspace }] = await Promise.all([
    import('../build/changes.ts'),
    import('../build/workspace.ts'),
  ]);
  const workspace = openWorkspace(project);
  try {
    const asked = {
      slug: slugNamed(slug),
      since: flags.since,
      langs: flags.lang,
      kinds: flags.kind,
    };
    const compared = await compareWithOlder(workspace, { ...asked, cwd: context.cwd }, report);
    if (compared === undefined || compared === 'misused')
      return finish(undefined, report, 2, flags, context, root);
    const { isDifferent } = await import('../changes/publication.ts');
    const different = compared.changes.languages.some(({ prints }) => isDifferent(prints));
    if (flags.format !== 'json') {
      await tell(compared, context);
      const folder = flags.out === undefined ? project.outputFolder : resolve(context.cwd, flags.out);
      const out = new ReportFiles(join(folder, compared.changes.slug), context, report);
      if (!different) out.remove();
      else await out.write(workspace, compared, flags.format);
    }
    const code = report.hasErrors || (flags.exitCode === true && different) ? 1 : 0;
    return finish(compared, report, code, flags, context, root);
  } finally {
    workspace.close();
  }
}

/** Says which languages and which pages have changed. */
async function tell({ changes }: ComparedPublication, { terminal }: Context): Promise<void> {
  const { languageWords, printWords, UNCHANGED } = await import('../changes/change-words.ts');
  const width = Math.max(...changes.languages.map(({ lang }) => lang.length));
  terminal.print(`${changes.slug}, compared with ${changes.since}`);
  for (const language of changes.languages) {
    const words = languageWords(language);
    terminal.print(`  ${language.lang.padEnd(width)}  ${words}`);
    if (words === UNCHANGED) continue;
    for (const print of language.prints)
      terminal.print(`  ${' '.repeat(width)}  ${[print.kind, printWords(print)].filter(Boolean).join(': ')}`);
  }
}

/** changes.html and changes.pdf of a document. */
class ReportFiles {
  readonly #folder: string;
  readonly #context: Context;
  readonly #report: Report;

  constructor(folder: string, context: Context, report: Report) {
    this.#folder = folder;
    this.#context = context;
    this.#report = report;
  }

  /** Without a change, what an earlier comparison left is taken away. */
  remove(): void {
    const { terminal } = this.#context;
    for (const format of CHANGES_FORMATS) {
      const path = join(this.#folder, changesFile(format));
      if (!existsSync(path)) continue;
      rmSync(path);
      terminal.print(`− ${this.#shown(path)}  removed: it told of an earlier state`);
    }
    terminal.print('nothing has changed');
  }

  async write(
    workspace: Workspace,
    { changes, edition }: ComparedPublication,
    wanted: DiffFlags['format'],
  ): Promise<void> {
    if (!edition) return;
    const { changesPdf, titleOf } = await import('../build/changes-report.ts');
    const { changesPage } = await import('../changes/changes-page.ts');
    const title = titleOf(edition);
    for (const format of CHANGES_FORMATS) {
      if (wanted !== undefined && wanted !== format) continue;
      const bytes =
        format === 'html'
          ? Buffer.from(changesPage(changes, title), 'utf8')
          : await changesPdf(workspace, changes, title, this.#report);
      if (bytes) this.#put(join(this.#folder, changesFile(format)), bytes);
    }
  }

  #put(path: string, bytes: Uint8Array): void {
    const { terminal } = this.#context;
    try {
      writeAtomically(path, bytes);
      terminal.print(`${terminal.paint('→', 'dim')} ${this.#shown(path)}`);
    } catch (error) {
      const message = `${path} cannot be written (${reasonOf(error)})`;
      this.#report.error('file-unreadable', undefined, message, {
        hint: 'close it where it is open, and check that the folder may be written to',
      });
    }
  }

  #shown(path: string): string {
    return relative(this.#context.cwd, path) || path;
  }
}

function finish(
  compared: ComparedPublication | undefined,
  report: Report,
  code: ExitCode,
  { format }: DiffFlags,
  { terminal }: Context,
  root?: string,
): ExitCode {
  if (format === 'json') {
    const result = { ...compared?.changes, diagnostics: renderJson(report.diagnostics), ok: code === 0 };
    terminal.write(`${JSON.stringify(result, undefined, 2)}\n`);
  } else terminal.diagnostics(report.diagnostics, root);
  return code;
}
