/**
 * `bayan build`: builds the project's PDFs and says what became of each.
 */
import { relative, resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { BuildResult } from '../build/build.ts';
import type { BuiltEdition } from '../build/edition.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { renderJson } from '../diagnostics/render.ts';
import { type Context, type ExitCode, openProject } from './context.ts';
import { timingTable } from './timing-table.ts';

interface BuildFlags {
  readonly lang?: readonly string[];
  readonly kind?: readonly string[];
  readonly out?: string;
  readonly timings?: boolean;
  readonly format: 'human' | 'json';
  readonly jobs?: number;
  readonly attachSource?: boolean;
}

const EXAMPLES = `
Examples:
  $ bayan build                          everything in content/
  $ bayan build afghan-returns           one document in all its languages
  $ bayan build --lang ur ps             only Urdu and Pashto
  $ bayan build --kind flyer --out /tmp  only flyers, into another folder
  $ bayan build --format json            for scripts: one JSON object`;

export function addBuild(program: Command, context: Context, exit: (code: ExitCode) => void): void {
  program
    .command('build')
    .description('build the PDFs of this project')
    .argument('[slug...]', 'content folders to build; all when none is named')
    .option('-l, --lang <tags...>', 'only these languages', commaList)
    .option('-k, --kind <kinds...>', 'only these kinds of document: brief, flyer …', commaList)
    .option('-o, --out <dir>', 'write to this folder; it may be outside the project')
    .option('--attach-source', 'put the Markdown into the PDF (PDF/A-3a)')
    .option('--timings', 'show where the time went')
    .addOption(new Option('--format <format>', 'how to report').choices(['human', 'json']).default('human'))
    .option('-j, --jobs <n>', 'worker threads; 1 for none', threadCount)
    .addHelpText('after', EXAMPLES)
    .action(async (slugs: string[], flags: BuildFlags) => exit(await runBuild(slugs, flags, context)));
}

async function runBuild(slugs: readonly string[], flags: BuildFlags, context: Context): Promise<ExitCode> {
  const { project, root, report, exitCode } = openProject(context);
  if (!project) return finish({ documents: [], unparsed: [] }, report, exitCode, flags, context, root);
  const { build } = await import('../build/build.ts');
  const output = flags.out === undefined ? project.outputFolder : resolve(context.cwd, flags.out);
  const show = flags.format === 'human' ? new Narrator(context, output) : undefined;
  const options = {
    output,
    ...(slugs.length > 0 && { slugs }),
    ...(flags.lang && { langs: flags.lang }),
    ...(flags.kind && { kinds: flags.kind }),
    ...(flags.attachSource && { attachSource: true }),
    ...(flags.jobs !== undefined && { jobs: flags.jobs }),
    onPlan: (plan: readonly unknown[]) => show?.start(plan.length),
    onEdition: (built: BuiltEdition) => show?.edition(built),
  };
  const result = await build(project, options, report, context.engine);
  return finish(result, report, result.misused ? 2 : report.hasErrors ? 1 : 0, flags, context, root);
}

function finish(
  { documents, unparsed }: Pick<BuildResult, 'documents' | 'unparsed'>,
  report: Report,
  code: ExitCode,
  flags: BuildFlags,
  { terminal }: Context,
  root?: string,
): ExitCode {
  terminal.progress('');
  if (flags.format === 'json') {
    const made = documents.map(({ slug, lang, kind, path, entry, timings }) => ({
      ...(entry ?? { slug, lang, kind, path }),
      ok: entry !== undefined,
      ...(flags.timings && { timings }),
    }));
    // A file with faults is asked for only when it would have given something.
    const faulty = new Set(report.diagnostics.map(({ span }) => span?.file));
    const failed = unparsed
      .filter(({ file }) => faulty.has(file))
      .map(({ slug, lang, file }) => ({ slug, lang, file, ok: false }));
    const editions = [...made, ...failed];
    const result = { editions, diagnostics: renderJson(report.diagnostics), ok: code === 0 };
    terminal.write(`${JSON.stringify(result, undefined, 2)}\n`);
    return code;
  }
  if (flags.timings && documents.length > 0) terminal.print(timingTable(documents));
  terminal.diagnostics(report.diagnostics, root);
  return code;
}

/** Says what is going on while it is going on. */
class Narrator {
  readonly #context: Context;
  readonly #output: string;
  #total = 0;
  #done = 0;

  constructor(context: Context, output: string) {
    this.#context = context;
    this.#output = output;
  }

  start(total: number): void {
    this.#total = total;
    this.#context.terminal.progress(`building ${total} edition${total === 1 ? '' : 's'} …`);
  }

  edition({ planned, documents, diagnostics }: BuiltEdition): void {
    const { terminal } = this.#context;
    this.#done++;
    terminal.progress(this.#done < this.#total ? `building ${this.#done + 1} of ${this.#total} …` : '');
    for (const { path, entry } of documents) {
      const file = this.#shown(path);
      if (entry)
        terminal.print(`${terminal.paint('✓', 'green')} ${file}  ${amount(entry.pages, entry.bytes)}`);
      else terminal.print(`${terminal.paint('✗', 'red')} ${file}  not written`);
    }
    if (documents.length === 0 && diagnostics.some((d) => d.severity === 'error'))
      terminal.print(`${terminal.paint('✗', 'red')} ${planned.file}  not built`);
  }

  /** As the user would type it from where they are. */
  #shown(path: string): string {
    const absolute = resolve(this.#output, path);
    const way = relative(this.#context.cwd, absolute);
    return way.startsWith('..') ? absolute : way;
  }
}

function amount(pages: number, bytes: number): string {
  return `${pages} page${pages === 1 ? '' : 's'}, ${Math.max(1, Math.round(bytes / 1024))} KB`;
}

/** `--lang ur,ps` is the same as `--lang ur ps`. */
function commaList(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, ...value.split(',').filter((part) => part !== '')];
}

function threadCount(value: string): number {
  if (!/^[1-9]\d?$/.test(value)) throw new InvalidArgumentError('It is a number from 1 to 99.');
  return Number(value);
}
