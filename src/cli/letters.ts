/** `bayan letters`: a letter to each recipient of the list beside it, with what it encloses. */
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { LettersResult } from '../build/letters/build-letters.ts';
import type { Grouping } from '../build/letters/one-file.ts';
import type { BuiltLetter } from '../build/letters/set-build.ts';
import { renderJson } from '../diagnostics/render.ts';
import { commaList } from './comma-list.ts';
import { type Context, type ExitCode, openProject } from './context.ts';
import { amount, counts } from './narrator.ts';
import { typedPath } from './typed-path.ts';

interface LettersFlags {
  readonly to?: readonly string[];
  readonly out?: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly oneFile?: Grouping;
  readonly eml?: boolean;
  readonly format: 'human' | 'json';
}

const EXAMPLES = `
Examples:
  $ bayan letters                              every letter that has a list, to everybody on it
  $ bayan letters open-letter --to interior    one letter again
  $ bayan letters open-letter --dry-run        who would get one, and why it would be made
  $ bayan letters --eml                        besides, drafts of e-mails with the letters attached
  $ bayan letters --one-file by-language       besides, all.en.pdf, all.fa-AF.pdf … for the printer
  $ bayan letters --format json                ids, files, pages, bytes and digests

Letters are written to out/<slug>/letters/, with sent-list.csv beside them; only those that have changed.
docs/letters.md says how a letter and its list are written.`;

/** Lines of letters that are printed; of more, those with something wrong. */
const MOST_LINES = 60;

export function addLetters(program: Command, context: Context, exit: (code: ExitCode) => void): void {
  program
    .command('letters')
    .description('write a letter to each recipient of the list beside it')
    .argument('[slug...]', 'letters; all that have a list when none is named')
    .option('-t, --to <ids...>', 'only to these recipients', commaList)
    .option('-o, --out <dir>', 'write to this folder; it may be outside the project')
    .option('-f, --force', 'write every letter, changed or not')
    .option('-n, --dry-run', 'write nothing: list the letters, and which would be written')
    .option('--eml', 'a draft of an e-mail beside each letter; Bayan sends nothing')
    .addOption(
      new Option('--one-file <how>', 'all letters in one file besides, for printing').choices([
        'by-language',
        'by-country',
      ]),
    )
    .addOption(new Option('--format <format>', 'how to report').choices(['human', 'json']).default('human'))
    .addHelpText('after', EXAMPLES)
    .action(async (slugs: string[], flags: LettersFlags) => exit(await runLetters(slugs, flags, context)));
}

async function runLetters(
  slugs: readonly string[],
  flags: LettersFlags,
  context: Context,
): Promise<ExitCode> {
  const { terminal } = context;
  const { project, root, report, exitCode } = openProject(context);
  let result: LettersResult = { letters: [], misused: false };
  let code: ExitCode = exitCode ?? 0;
  if (project) {
    const { buildLetters } = await import('../build/letters/build-letters.ts');
    const output = flags.out === undefined ? project.outputFolder : resolve(context.cwd, flags.out);
    let told = 0;
    const tell = (letter: BuiltLetter) => {
      if (flags.format === 'json') return;
      if (isFailed(letter, flags) || told++ < MOST_LINES) print(letter, output, flags, context);
    };
    result = await buildLetters(
      project,
      {
        output,
        ...(slugs.length > 0 && { slugs }),
        ...(flags.to && { to: flags.to }),
        ...(flags.force && { force: true }),
        ...(flags.dryRun && { dryRun: true }),
        ...(flags.eml && { drafts: true }),
        ...(flags.oneFile && { oneFile: flags.oneFile }),
        onLetter: tell,
      },
      report,
    );
    if (told > MOST_LINES) terminal.print(`… and ${told - MOST_LINES} more`);
    code = result.misused ? 2 : report.hasErrors ? 1 : 0;
  }
  if (flags.format === 'json') {
    const told = {
      letters: result.letters.map(asJson),
      diagnostics: renderJson(report.diagnostics),
      ok: code === 0,
    };
    terminal.write(`${JSON.stringify(told, undefined, 2)}\n`);
    return code;
  }
  const line = summary(result.letters, flags);
  if (line !== '') terminal.print(line);
  terminal.diagnostics(report.diagnostics, root);
  return code;
}

const isFailed = ({ record }: BuiltLetter, { dryRun }: LettersFlags): boolean => !record && !dryRun;

function print(letter: BuiltLetter, output: string, flags: LettersFlags, { terminal, cwd }: Context): void {
  const { path, record, reasons } = letter;
  const file = typedPath(cwd, resolve(output, path));
  if (isFailed(letter, flags)) terminal.print(`${terminal.paint('✗', 'red')} ${file}  not written`);
  else if (flags.dryRun)
    terminal.print(reasons.length > 0 ? `+ ${file}  ${reasons[0]}` : `  ${file}  unchanged`);
  else if (record && reasons.length > 0)
    terminal.print(`${terminal.paint('✓', 'green')} ${file}  ${amount(record.pages, record.bytes)}`);
}

function summary(letters: readonly BuiltLetter[], { dryRun }: LettersFlags): string {
  const number = (test: (letter: BuiltLetter) => boolean) => letters.filter(test).length;
  const unchanged = number(({ reasons }) => reasons.length === 0);
  if (dryRun) return counts([letters.length - unchanged, 'to be written'], [unchanged, 'unchanged']);
  return counts(
    [number(({ record, reasons }) => record !== undefined && reasons.length > 0), 'written'],
    [unchanged, 'unchanged'],
    [number(({ record }) => !record), 'not written'],
  );
}

/** Whose letter it is, by id; nothing that the list says of anybody. */
function asJson({ slug, id, lang, path, record, reasons }: BuiltLetter): object {
  const made = record && { pages: record.pages, bytes: record.bytes, sha256: record.sha256 };
  return {
    slug,
    id,
    lang,
    path,
    ...made,
    ok: record !== undefined,
    written: record !== undefined && reasons.length > 0,
  };
}
