/**
 * `bayan build`: builds the project's PDFs and says what became of each.
 */
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { BuildResult } from '../build/build.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { renderJson } from '../diagnostics/render.ts';
import { printAnnotations } from './annotations.ts';
import { addSelection, type SelectionFlags, selection } from './build-options.ts';
import { type Context, type ExitCode, openProject } from './context.ts';
import { Narrator } from './narrator.ts';
import { chooseShard } from './shard.ts';
import { timingTable } from './timing-table.ts';

interface BuildFlags extends SelectionFlags {
  readonly timings?: boolean;
  readonly format: 'human' | 'json' | 'github';
  readonly jobs?: number;
  readonly force?: boolean;
  readonly check?: boolean;
  readonly prune?: boolean;
  readonly shard?: string;
}

const EXAMPLES = `
Examples:
  $ bayan build                          what has changed since the last build
  $ bayan build afghan-returns           one document in all its languages
  $ bayan build --lang ur ps             only Urdu and Pashto
  $ bayan build --kind flyer --out /tmp  only flyers, into another folder
  $ bayan build --shard 3/8 --out part   the third eighth; bayan join puts the parts together
  $ bayan build --check                  lists what is stale and why; exit code 1 if anything is
  $ bayan build --format json            for scripts: one JSON object
  $ bayan build --format github          annotations for GitHub Actions`;

export function addBuild(program: Command, context: Context, exit: (code: ExitCode) => void): void {
  addSelection(
    program
      .command('build')
      .description('build the PDFs of this project that are not up to date')
      .argument('[slug...]', 'content folders to build; all when none is named'),
  )
    .option('-f, --force', 'build everything, changed or not')
    .option('--check', 'build nothing: list what is stale and why, and exit with 1 if anything is')
    .option('--prune', 'remove PDFs that no content gives any more')
    .option('--shard <part>', 'only this share of it: 3/8; auto, or /8, where a runner numbers its jobs')
    .option('--timings', 'show where the time went')
    .addOption(
      new Option('--format <format>', 'how to report').choices(['human', 'json', 'github']).default('human'),
    )
    .option('-j, --jobs <n>', 'worker threads; 1 for none', threadCount)
    .addHelpText('after', EXAMPLES)
    .action(async (slugs: string[], flags: BuildFlags) => exit(await runBuild(slugs, flags, context)));
}

async function runBuild(slugs: readonly string[], flags: BuildFlags, context: Context): Promise<ExitCode> {
  const { project, root, report, exitCode } = openProject(context);
  const end = (told: object, code: ExitCode): ExitCode => finish(told, report, code, flags, context, root);
  if (!project) return end(flags.check ? { stale: [] } : { editions: [] }, exitCode);
  const shard = flags.shard === undefined ? undefined : chooseShard(flags.shard, context.env, report);
  if (flags.shard !== undefined && !shard) return end({ editions: [] }, 2);
  const asked = {
    ...selection(slugs, flags, context),
    ...(flags.force && { force: true }),
    ...(shard && { shard }),
  };
  const output = asked.output ?? project.outputFolder;
  const show = flags.format !== 'json' ? new Narrator(context, () => output) : undefined;
  if (shard) show?.shard(shard);
  if (flags.check) {
    const { checkBuild } = await import('../build/check.ts');
    const result = checkBuild(project, asked, report);
    if (!result.misused) show?.check(result);
    const { stale, fresh } = result;
    return end(
      { ...(shard && { shard }), stale, fresh },
      result.misused ? 2 : stale.length > 0 || report.hasErrors ? 1 : 0,
    );
  }
  const { build } = await import('../build/build.ts');
  const options = {
    ...asked,
    ...(flags.prune && { prune: true }),
    ...(flags.jobs !== undefined && { jobs: flags.jobs }),
    ...show?.listeners,
  };
  const result = await build(project, options, report, context.engine);
  context.terminal.progress('');
  show?.end(result);
  const built = result.documents.filter(({ unchanged }) => !unchanged);
  if (show && flags.timings && built.length > 0) context.terminal.print(timingTable(built));
  const told = {
    ...(shard && { shard }),
    editions: editionsOf(result, flags),
    ...(flags.prune && { removed: result.pruned }),
  };
  return end(told, result.misused ? 2 : report.hasErrors ? 1 : 0);
}

/** What JSON says of each PDF, and of each file that could not be read. */
function editionsOf({ documents, unparsed }: BuildResult, flags: BuildFlags): object[] {
  const made = documents.map(({ slug, lang, kind, path, entry, unchanged, timings }) => ({
    ...(entry ?? { slug, lang, kind, path }),
    ok: entry !== undefined,
    built: entry !== undefined && !unchanged,
    ...(flags.timings && { timings }),
  }));
  const failed = unparsed.map(({ slug, lang, file }) => ({ slug, lang, file, ok: false }));
  return [...made, ...failed];
}

/** Ends a build: messages for people or for GitHub, or one object of JSON. */
function finish(
  told: object,
  report: Report,
  code: ExitCode,
  flags: BuildFlags,
  context: Context,
  root?: string,
): ExitCode {
  const { terminal } = context;
  terminal.progress('');
  if (flags.format === 'json') {
    const result = { ...told, diagnostics: renderJson(report.diagnostics), ok: code === 0 };
    terminal.write(`${JSON.stringify(result, undefined, 2)}\n`);
  } else if (flags.format === 'github') printAnnotations(report.diagnostics, root, context);
  else terminal.diagnostics(report.diagnostics, root);
  return code;
}

function threadCount(value: string): number {
  if (!/^[1-9]\d?$/.test(value)) throw new InvalidArgumentError('It is a number from 1 to 99.');
  return Number(value);
}
