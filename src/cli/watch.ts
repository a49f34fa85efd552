/** `bayan watch`: builds what has changed whenever a file of the project is saved. */
import { relative } from 'node:path';
import type { Command } from 'commander';
import type { BuildResult } from '../build/build.ts';
import { Session } from '../build/session.ts';
import { watchFiles } from '../build/watch-files.ts';
import { unexpected } from '../diagnostics/unexpected.ts';
import { isWithin } from '../files/containment.ts';
import { addSelection, type SelectionFlags, selection } from './build-options.ts';
import { type Context, type ExitCode, openProject } from './context.ts';
import { Telling } from './telling.ts';

const EXAMPLES = `
Examples:
  $ bayan watch                     everything, until Ctrl-C
  $ bayan watch welcome --lang ur   one document in one language`;

export function addWatch(program: Command, context: Context, exit: (code: ExitCode) => void): void {
  addSelection(
    program
      .command('watch')
      .description('build, and build again whenever a file is saved')
      .argument('[slug...]', 'content folders to build; all when none is named'),
  )
    .addHelpText('after', EXAMPLES)
    .action(async (slugs: string[], flags: SelectionFlags) => exit(await runWatch(slugs, flags, context)));
}

async function runWatch(
  slugs: readonly string[],
  flags: SelectionFlags,
  context: Context,
): Promise<ExitCode> {
  const { root, project, report } = openProject(context);
  const { terminal } = context;
  if (root === undefined) {
    terminal.diagnostics(report.diagnostics, root);
    return 2;
  }
  const session = new Session(root);
  const asked = selection(slugs, flags, context);
  const output = (): string => asked.output ?? (session.project ?? project)?.outputFolder ?? root;
  const telling = new Telling(context, root, output);
  const buildOnce = async (changed?: readonly string[]): Promise<BuildResult | undefined> => {
    const { end, ...listeners } = telling.begin(changed);
    const { result, report: found } = await session.build({ ...asked, ...listeners }, changed);
    end(result, found.diagnostics);
    return result;
  };
  let start: () => void = () => {};
  const started = new Promise<void>((resolve) => {
    start = resolve;
  });
  // Watched before the first build, so that what is saved meanwhile is not lost.
  const watching = await watchFiles({
    root: session.files.root,
    isOutput: (path) => output() !== root && isWithin(output(), path),
    work: async (paths) => {
      await started;
      try {
        await buildOnce(paths);
      } catch (error) {
        terminal.diagnostics([unexpected(error)], root);
      }
    },
    onFault: (reason) =>
      terminal.note(`not all files are watched (${reason}): what is missed is built by the next save`),
  });
  try {
    const result = await buildOnce();
    if (result?.misused) return 2;
    // Heard from before it is said that Ctrl-C ends it.
    let isOver = false;
    const stopped = context.stopped().then(() => {
      isOver = true;
    });
    terminal.note(`watching ${relative(context.cwd, root) || 'this folder'}; Ctrl-C ends it`);
    start();
    await session.warmUp(() => !isOver && !watching.pending);
    await stopped;
    return 0;
  } finally {
    start();
    await watching.close();
    session.close();
  }
}
