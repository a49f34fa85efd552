/** `bayan join`: puts the output folders of `bayan build --shard` together. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { Report } from '../diagnostics/diagnostic.ts';
import { ProjectFiles } from '../files/project-files.ts';
import { findProject } from '../project/find-project.ts';
import { type Context, type ExitCode, openProject } from './context.ts';
import { typedPath } from './typed-path.ts';

const EXAMPLES = `
Examples:
  $ bayan build --shard 1/2 --out shards/1    on one machine
  $ bayan build --shard 2/2 --out shards/2    on another
  $ bayan join shards/*                       into the output folder of the project
  $ bayan join shards/* --out pdfs            into another one, with or without a project

Shards that were built into one folder need no joining. Exit code 1 when a shard is missing, there twice, or
built from something else than the others or the project as it is; nothing is written then.`;

export function addJoin(program: Command, context: Context, exit: (code: ExitCode) => void): void {
  program
    .command('join')
    .description('put together what bayan build --shard has built in several folders')
    .argument('<folder...>', 'the output folders of all shards')
    .option('-o, --out <dir>', 'write to this folder; it may be outside the project')
    .addHelpText('after', EXAMPLES)
    .action(async (folders: string[], flags: { out?: string }) =>
      exit(await runJoin(folders, flags, context)),
    );
}

async function runJoin(
  names: readonly string[],
  flags: { readonly out?: string },
  context: Context,
): Promise<ExitCode> {
  const { terminal, cwd } = context;
  const root = findProject(cwd);
  const output = flags.out === undefined ? outputOfProject(root, context) : resolve(cwd, flags.out);
  if (typeof output === 'number') return output;
  const { joinShards } = await import('../build/join.ts');
  const report = new Report();
  const files = root === undefined ? undefined : new ProjectFiles(root);
  const byPath = new Map(names.map((name) => [resolve(cwd, name), { path: resolve(cwd, name), name }]));
  const joined = joinShards([...byPath.values()], output, report, files);
  if (joined) {
    const { pdfs, shards } = joined;
    const of = shards === 1 ? '' : ` of ${shards} shards`;
    terminal.print(
      `${terminal.paint('✓', 'green')} ${typedPath(cwd, output)}  ${pdfs} PDF${pdfs === 1 ? '' : 's'}${of}`,
    );
  }
  terminal.diagnostics(report.diagnostics, undefined);
  return report.hasErrors ? 1 : 0;
}

/** Absolute path; the exit code when there is no project. */
function outputOfProject(root: string | undefined, context: Context): string | ExitCode {
  if (root === undefined) {
    context.terminal.note('error: say where to put the PDFs, since no project is here: --out pdfs');
    return 2;
  }
  const { project, report, exitCode } = openProject(context);
  if (project) return project.outputFolder;
  context.terminal.diagnostics(report.diagnostics, root);
  return exitCode;
}
