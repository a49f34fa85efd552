/**
 * `bayan languages`: how a language is set – direction, script, digits, calendar, marks – and where the words of its pages
 * come from.
 */
import type { Command } from 'commander';
import type { Report } from '../diagnostics/diagnostic.ts';
import { ProjectFiles } from '../files/project-files.ts';
import { formatDate } from '../language/dates.ts';
import { findLanguage, type Language, reportUnknownLanguage } from '../language/language.ts';
import { LANGUAGES } from '../language/table.ts';
import { canonicalTag } from '../language/tag.ts';
import type { Project } from '../project/project.ts';
import { templateFolder } from '../template/template-folder.ts';
import { describeWords, wordsProvenance } from '../template/words/provenance.ts';
import { createStringTable, type StringTable } from '../template/words/words.ts';
import { usedLanguages } from './checks.ts';
import { type Context, type ExitCode, openProject } from './context.ts';

const EXAMPLES = `
Examples:
  $ bayan languages            those Bayan has words or rules of its own for, and those of this project
  $ bayan languages de kk-Arab any others, by their tags (BCP 47)`;

/** A day whose month, digits and order show in print. */
const DAY = { year: 2024, month: 4, day: 4 } as const;

export function addLanguages(program: Command, context: Context, exit: (code: ExitCode) => void): void {
  program
    .command('languages')
    .description('show how languages are set, and where the words of their pages come from')
    .argument('[tags...]', 'languages, by their tags: de, sr-Latn, zh-Hant-HK …')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action((tags: string[], flags: { json?: boolean }) =>
      exit(runLanguages(tags, flags.json === true, context)),
    );
}

function runLanguages(tags: readonly string[], json: boolean, context: Context): ExitCode {
  const { terminal } = context;
  const { project, root, report, exitCode } = openProject(context);
  if (!project) {
    terminal.diagnostics(report.diagnostics, root);
    return exitCode;
  }
  const files = new ProjectFiles(project.root);
  const strings = createStringTable(project.templateFolders.map((folder) => templateFolder(files, folder)));
  const unknown = tags.filter((tag) => !findLanguage(tag));
  for (const tag of unknown) reportUnknownLanguage(tag, undefined, report);
  const shown = tags.length > 0 ? tags : known(project, strings, report);
  const rows = shown.flatMap((tag) => rowOf(tag, strings, report) ?? []);
  if (json) terminal.write(`${JSON.stringify(rows, undefined, 2)}\n`);
  else if (rows.length > 0) terminal.print(asText(rows));
  terminal.diagnostics(report.diagnostics, root);
  if (unknown.length > 0) return 2;
  return report.hasErrors ? 1 : 0;
}

function known(project: Project, strings: StringTable, report: Report): readonly string[] {
  const rows = LANGUAGES.map(({ tag }) => tag);
  return [...new Set([...rows, ...strings.languages(report), ...usedLanguages(project, report)])].sort();
}

function rowOf(tag: string, strings: StringTable, report: Report) {
  const language = findLanguage(tag);
  if (!language) return undefined;
  const { name, endonym, script, dir, digits, calendar, quotes } = language;
  const canonical = canonicalTag(tag) ?? tag;
  const words = wordsProvenance(strings, canonical, report);
  return {
    tag: canonical,
    name,
    endonym,
    script,
    dir,
    digits,
    calendar,
    quotes,
    date: dateIn(language),
    words,
  };
}

const dateIn = (language: Language): string => formatDate(DAY, language).text;

type Row = NonNullable<ReturnType<typeof rowOf>>;

function asText(rows: readonly Row[]): string {
  const width = (cell: (row: Row) => string) => Math.max(...rows.map((row) => cell(row).length));
  const [tags, names] = [width(({ tag }) => tag), width(({ name }) => name)];
  return rows
    .map(({ tag, name, script, dir, date, quotes, words }) =>
      [
        tag.padEnd(tags),
        name.padEnd(names),
        `${script} ${dir}`,
        `${quotes[0]}…${quotes[1]}`,
        `words: ${describeWords(words)}`,
        date,
      ].join('  '),
    )
    .join('\n');
}
