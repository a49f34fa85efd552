/** `bayan preview`: builds, serves a page that shows the PDFs on this machine, and builds again whenever a file is saved. */
import { randomBytes } from 'node:crypto';
import { join, relative } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { reasonOf } from '../files/disk.ts';
import { packageRoot } from '../files/package-root.ts';
import type { LivePreview } from '../preview/server/live-preview.ts';
import type { PreviewServer } from '../preview/server/server.ts';
import { addSelection, type SelectionFlags, selection } from './build-options.ts';
import { type Context, type ExitCode, openProject } from './context.ts';
import { openInBrowser } from './open-in-browser.ts';
import { Telling } from './telling.ts';

const EXAMPLES = `
Examples:
  $ bayan preview --open               everything, in the browser, until Ctrl-C
  $ bayan preview welcome --lang en ur one document in two languages
  $ bayan preview --port 4100          always at the same address

The page shows the PDFs and changes nothing. It is for this machine alone, and for who has the address with its token.
A click on a paragraph opens its line in Visual Studio Code; for another editor, in bayan.yaml:
  editor: idea://open?file={path}&line={line}&column={column}`;

interface PreviewFlags extends SelectionFlags {
  readonly open?: boolean;
  readonly port?: number;
}

export function addPreview(program: Command, context: Context, exit: (code: ExitCode) => void): void {
  addSelection(
    program
      .command('preview')
      .description('show the PDFs in the browser, and what is saved at once')
      .argument('[slug...]', 'content folders to show; all when none is named')
      .option('--open', 'open the page in the browser')
      .option('--port <number>', 'serve it at this port; at a free one when left out', portOf),
  )
    .addHelpText('after', EXAMPLES)
    .action(async (slugs: string[], flags: PreviewFlags) => exit(await runPreview(slugs, flags, context)));
}

async function runPreview(
  slugs: readonly string[],
  flags: PreviewFlags,
  context: Context,
): Promise<ExitCode> {
  const { terminal } = context;
  const { root, report } = openProject(context);
  if (root === undefined) {
    terminal.diagnostics(report.diagnostics, root);
    return 2;
  }
  const { LivePreview } = await import('../preview/server/live-preview.ts');
  const telling = new Telling(context, root, () => preview.output);
  const preview: LivePreview = new LivePreview({
    root,
    asked: selection(slugs, flags, context),
    onBuild: (changed) => telling.begin(changed),
    onFault: (reason) =>
      terminal.note(`not all files are watched (${reason}): what is missed is built by the next save`),
  });
  try {
    if (!(await preview.open())) return 2;
    return await serve(preview, root, flags, context);
  } finally {
    await preview.close();
  }
}

/** Serves what is built until Ctrl-C. */
async function serve(
  preview: LivePreview,
  root: string,
  { port, open }: PreviewFlags,
  context: Context,
): Promise<ExitCode> {
  const { terminal, cwd } = context;
  const { startServer } = await import('../preview/server/server.ts');
  const [token, openingToken, session] = [secret(), secret(), secret()];
  let server: PreviewServer;
  try {
    server = await startServer({
      source: preview,
      secrets: { token, session, ...(open && { openingToken }) },
      page: join(packageRoot(), 'dist', 'preview'),
      ...(port !== undefined && { port }),
    });
  } catch (error) {
    terminal.note(
      `nothing can be served at port ${port ?? 0} (${reasonOf(error)}): leave --port out for a free one`,
    );
    return 1;
  }
  // Heard from before it is said that Ctrl-C ends it.
  const stopped = context.stopped();
  terminal.print(`\n  ${server.address}?token=${token}\n`);
  terminal.note(`showing ${relative(cwd, root) || 'this folder'}; Ctrl-C ends it`);
  if (open) {
    const fault = await openInBrowser(`${server.address}?token=${openingToken}`);
    if (fault !== undefined) terminal.note(`the browser cannot be opened (${fault}): open the address above`);
  }
  const following = preview.follow();
  await stopped;
  await server.close();
  await preview.close();
  await following;
  return 0;
}

/** As many bits as nobody can guess, in letters that an address may have. */
const secret = (): string => randomBytes(32).toString('base64url');

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535)
    throw new InvalidArgumentError('a port is a number from 1 to 65535');
  return port;
}
