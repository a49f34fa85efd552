/**
 * The command line: finds the command, hands it the arguments, and turns whatever happens into an exit code.
 */
import { Command, CommanderError } from 'commander';
import { unexpected } from '../diagnostics/unexpected.ts';
import { packageVersion } from '../files/package-root.ts';
import type { Context, ExitCode } from './context.ts';
import { Terminal } from './terminal.ts';

/** Adds a command to the program; its action hands the exit code to `exit`. */
export type AddCommand = (program: Command, context: Context, exit: (code: ExitCode) => void) => void;

/** Each command is loaded only when it is named, or when help lists them all. */
const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  build: async () => (await import('./build.ts')).addBuild,
  join: async () => (await import('./join.ts')).addJoin,
  watch: async () => (await import('./watch.ts')).addWatch,
  preview: async () => (await import('./preview.ts')).addPreview,
  check: async () => (await import('./check.ts')).addCheck,
  diff: async () => (await import('./diff.ts')).addDiff,
  translate: async () => (await import('./translate.ts')).addTranslate,
  translated: async () => (await import('./translated.ts')).addTranslated,
  init: async () => (await import('./init.ts')).addInit,
  new: async () => (await import('./new.ts')).addNew,
  letters: async () => (await import('./letters.ts')).addLetters,
  recipients: async () => (await import('./recipients.ts')).addRecipients,
  fields: async () => (await import('./fields.ts')).addFields,
  fonts: async () => (await import('./fonts.ts')).addFonts,
  languages: async () => (await import('./languages.ts')).addLanguages,
  doctor: async () => (await import('./doctor.ts')).addDoctor,
};

/** Runs the command line. `args` are the arguments after `bayan`. Never rejects. */
export async function main(args: readonly string[], given: Partial<Context> = {}): Promise<ExitCode> {
  const context: Context = {
    cwd: process.cwd(),
    env: process.env,
    terminal: new Terminal(process.stdout, process.stderr, process.env),
    today: localDate,
    stopped: interrupted,
    ...given,
  };
  let code: ExitCode = 0;
  try {
    const program = await createProgram(args, context, (result) => {
      code = result;
    });
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    context.terminal.diagnostics([unexpected(error)], undefined);
    return 1;
  } finally {
    context.terminal.progress('');
  }
  return code;
}

async function createProgram(
  args: readonly string[],
  context: Context,
  exit: (code: ExitCode) => void,
): Promise<Command> {
  const program = new Command('bayan')
    .description('Turns Markdown into branded, printable, accessible PDFs in many languages.')
    .version(packageVersion(), '-v, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .exitOverride()
    .showHelpAfterError('(bayan --help shows how it is used)')
    .configureOutput({
      writeOut: (text) => context.terminal.write(text),
      writeErr: (text) => context.terminal.note(text.trimEnd()),
    })
    .addHelpText(
      'after',
      '\nExamples:\n  $ bayan init my-project\n  $ bayan build\n  $ bayan build --lang ur ps --kind flyer',
    );
  const named = args.find((argument) => !argument.startsWith('-'));
  const own =
    named !== undefined && Object.hasOwn(COMMANDS, named) ? [COMMANDS[named]!] : Object.values(COMMANDS);
  for (const load of own) (await load())(program, context, exit);
  for (const command of program.commands) explainUsage(command, 'bayan');
  return program;
}

/** After a mistake: what the command takes. */
function explainUsage(command: Command, parent: string): void {
  const name = `${parent} ${command.name()}`;
  const options = command.options.map(({ long, short, flags }) => long ?? short ?? flags);
  const takes = options.length > 0 ? `${name} takes ${options.join(', ')}\n` : '';
  command.showHelpAfterError(`${takes}(${name} --help shows how it is used)`);
  for (const inner of command.commands) explainUsage(inner, name);
}

/** The day where the author is, not in Greenwich. */
function localDate(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Resolves at the first Ctrl-C; the second ends the process as it always does. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

/** What a worker thread of `bayan build` runs: see bin/worker.cjs. */
export async function startWorker(): Promise<void> {
  (await import('../build/worker.ts')).startWorker();
}
