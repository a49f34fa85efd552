/** `bayan watch`: builds what has changed whenever a file of the project is saved. */
import { statSync } from 'node:fs';
import { relative } from 'node:path';
import type { Command } from 'commander';
import type { BuiltEdition } from '../build/edition.ts';
import { Session } from '../build/session.ts';
import { watchFiles } from '../build/watch-files.ts';
import { type Diagnostic, diagnosticKey } from '../diagnostics/diagnostic.ts';
import { summary } from '../diagnostics/render.ts';
import { unexpected } from '../diagnostics/unexpected.ts';
import { isWithin } from '../files/containment.ts';
import { addSelection, type SelectionFlags, selection } from './build-options.ts';
import { type Context, type ExitCode, openProject } from './context.ts';
import { Narrator } from './narrator.ts';

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
  const buildOnce = async (changed?: readonly string[], saved?: number): Promise<Result> => {
    const show = telling.narrator();
    let finished: number | undefined;
    const { onPlan, onEdition } = show.listeners;
    const listeners = {
      onPlan,
      onEdition(built: BuiltEdition) {
        finished = Date.now();
        onEdition(built);
      },
    };
    const { result, report: found } = await session.build({ ...asked, ...listeners }, changed);
    telling.end(show, found.diagnostics, result, saved && (finished ?? Date.now()) - saved);
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
        await buildOnce(paths, paths && newest(paths));
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

type Result = Awaited<ReturnType<Session['build']>>['result'];

/** Tells what each build did and found, without saying again what still stands. */
class Telling {
  readonly #context: Context;
  readonly #root: string;
  readonly #output: () => string;
  #told: ReadonlySet<string> = new Set();

  constructor(context: Context, root: string, output: () => string) {
    this.#context = context;
    this.#root = root;
    this.#output = output;
  }

  narrator(): Narrator {
    return new Narrator(this.#context, this.#output);
  }

  /** @param waited ms from the save that this build was made for to its last PDF */
  end(show: Narrator, found: readonly Diagnostic[], result: Result, waited?: number): void {
    const { terminal } = this.#context;
    terminal.progress('');
    const took = waited === undefined ? undefined : `${waited} ms after the save`;
    const isNews = !result?.documents.every(({ unchanged }) => unchanged) || this.#told.size !== found.length;
    if (result && !result.misused && (isNews || waited === undefined)) show.end(result, took);
    const fresh = found.filter((diagnostic) => !this.#told.has(diagnosticKey(diagnostic)));
    terminal.diagnostics(fresh, this.#root);
    const old = found.filter((diagnostic) => !fresh.includes(diagnostic));
    if (isNews && old.length > 0) terminal.note(`still there: ${summary(old)}`);
    this.#told = new Set(found.map(diagnosticKey));
  }
}

/** When the last of these files was written, as `Date.now()` tells time; undefined when none is there. */
function newest(paths: readonly string[]): number | undefined {
  const times = paths.flatMap((path) => {
    try {
      return statSync(path).ctimeMs;
    } catch {
      return [];
    }
  });
  return times.length > 0 ? Math.floor(Math.max(...times)) : undefined;
}
