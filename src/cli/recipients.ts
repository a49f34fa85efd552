/** `bayan recipients check`: reads the list of recipients beside a letter, and says row by row what is wrong with it. */
import { type Command, Option } from 'commander';
import type { Report } from '../diagnostics/diagnostic.ts';
import { displayWidth, printable } from '../diagnostics/display-width.ts';
import { ProjectFiles } from '../files/project-files.ts';
import { hasRecipients, readRecipients } from '../letters/recipients/read.ts';
import type { CheckedRow, RecipientList } from '../letters/recipients/recipient.ts';
import { type PlannedSet, planEditions } from '../project/plan.ts';
import type { Project } from '../project/project.ts';
import { type Context, type ExitCode, openProject } from './context.ts';
import { openKindFields } from './kind-fields.ts';

const EXAMPLES = `
Examples:
  $ bayan recipients check                 every list in the project
  $ bayan recipients check open-letter     content/open-letter/recipients.csv, .xlsx or .yaml
  $ bayan recipients check --format json   ids, rows, columns and codes, and nothing else of anybody

Exit code 1 when there are errors. docs/letters.md says what a list may have in it.`;

/** Rows that are printed; of a longer list, first those with something wrong. */
const MOST_ROWS = 500;
/** Cells of a terminal that a name may take. */
const WIDEST_NAME = 40;

interface CheckFlags {
  readonly format: 'human' | 'json';
}

interface CheckedList {
  readonly slug: string;
  readonly list: RecipientList;
}

export function addRecipients(program: Command, context: Context, exit: (code: ExitCode) => void): void {
  const recipients = program.command('recipients').description('look through the recipients of letters');
  recipients
    .command('check')
    .description(
      'check lists of recipients: duplicate ids, missing addresses, cells that a spreadsheet has damaged',
    )
    .argument('[slug...]', 'letters; all that have a list when none is named')
    .addOption(new Option('--format <format>', 'how to report').choices(['human', 'json']).default('human'))
    .addHelpText('after', EXAMPLES)
    .action(async (slugs: string[], flags: CheckFlags) => exit(await runCheck(slugs, flags, context)));
}

async function runCheck(
  slugs: readonly string[],
  { format }: CheckFlags,
  context: Context,
): Promise<ExitCode> {
  const { terminal } = context;
  const { project, root, report, exitCode } = openProject(context);
  let code = exitCode ?? 0;
  let lists: readonly CheckedList[] = [];
  if (project) {
    const { sets, misused } = planEditions(project, slugs.length > 0 ? { slugs } : {}, report);
    lists = await readLists(project, sets, slugs.length > 0, report);
    code = misused ? 2 : report.hasErrors ? 1 : 0;
  }
  if (format === 'json') {
    terminal.write(`${JSON.stringify(asJson(lists, report, code === 0), undefined, 2)}\n`);
    return code;
  }
  for (const list of lists) terminal.print(asText(list, context));
  if (lists.length === 0 && code === 0) terminal.print('no letter has a list of recipients');
  terminal.diagnostics(report.diagnostics, root);
  return code;
}

/** @param asked whether they were named, so that a list which is not there is an error */
async function readLists(
  project: Project,
  sets: readonly PlannedSet[],
  asked: boolean,
  report: Report,
): Promise<readonly CheckedList[]> {
  const files = new ProjectFiles(project.root);
  const fields = (await openKindFields(project, report)).fieldsOf('letter');
  return sets.flatMap(({ slug, editions }) => {
    const file = editions[0]!.file;
    const folder = file.slice(0, file.lastIndexOf('/'));
    if (!asked && !hasRecipients(folder, files)) return [];
    const languages = editions.map(({ lang }) => lang);
    const list = readRecipients({ folder, languages, fields }, files, report);
    return list ? [{ slug, list }] : [];
  });
}

/** What a row needs to be found again, and nothing that is written in it: this ends up in logs. */
function asJson(lists: readonly CheckedList[], report: Report, ok: boolean): unknown {
  return {
    letters: lists.map(({ slug, list: { file, rows, faults } }) => ({
      slug,
      file,
      recipients: rows.map(({ row, id, language, enclosures, state }) => ({
        row,
        id,
        language,
        enclosures,
        state,
      })),
      faults,
    })),
    // Those of the whole list, and of the project.
    diagnostics: report.diagnostics
      .filter(({ code }) => !code.startsWith('recipient-'))
      .map(({ severity, code, message, span }) => ({ severity, code, message, span })),
    ok,
  };
}

const STATES = { ok: ['✓', 'green'], warning: ['!', 'yellow'], error: ['✗', 'red'] } as const;

function asText({ slug, list }: CheckedList, { terminal }: Context): string {
  const { rows, recipients, file } = list;
  const ordered = rows.length > MOST_ROWS ? [...rows].sort((a, b) => rank(a) - rank(b)) : rows;
  const shown = ordered.slice(0, MOST_ROWS);
  const head = ['id', 'name', 'language', 'enclosures', ''];
  const cells = shown.map(({ id = '–', name = '', row, language = '–', enclosures, state }) => [
    printable(id),
    cut(printable(name)),
    language,
    enclosures === 0 ? '–' : String(enclosures),
    state === 'ok' ? '' : `row ${row}`,
  ]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...cells].map((line) => displayWidth(line[column]!))),
  );
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, column) => text + ' '.repeat(widths[column]! - displayWidth(text)))
      .join('  ')
      .trimEnd();
  const more = rows.length - shown.length;
  return [
    `${terminal.paint(slug, 'bold')}  ${file}: ${recipients.length} of ${rows.length} can be written to`,
    `    ${terminal.paint(line(head), 'dim')}`,
    ...cells.map((texts, index) => {
      const [sign, color] = STATES[shown[index]!.state];
      return `  ${terminal.paint(sign, color)} ${line(texts)}`;
    }),
    ...(more > 0 ? [`    … and ${more.toLocaleString('en')} more`] : []),
  ].join('\n');
}

const rank = ({ state }: CheckedRow): number => ['error', 'warning', 'ok'].indexOf(state);

function cut(name: string): string {
  if (displayWidth(name) <= WIDEST_NAME) return name;
  const letters = [...name];
  while (displayWidth(letters.join('')) >= WIDEST_NAME) letters.length--;
  return `${letters.join('')}…`;
}
