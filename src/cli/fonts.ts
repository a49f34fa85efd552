/**
 * `bayan fonts`: which languages are ready to print, which face serves each, and what is missing.
 */
import type { Command } from 'commander';
import { Report } from '../diagnostics/diagnostic.ts';
import { packageRoot } from '../files/package-root.ts';
import { ProjectFiles } from '../files/project-files.ts';
import { type FontReport, type FontRow, isReady } from '../fonts/survey-row.ts';
import { findLanguage, knownTags } from '../language/language.ts';
import { findProject, loadProject, type Project } from '../project/project.ts';
import { usedLanguages } from './checks.ts';
import type { Context, ExitCode } from './context.ts';

const EXAMPLES = `
Examples:
  $ bayan fonts          the fonts of this project, or Bayan's own outside a project
  $ bayan fonts --json   the same for scripts`;

export function addFonts(program: Command, context: Context, exit: (code: ExitCode) => void): void {
  program
    .command('fonts')
    .description('show which languages are ready, which font serves them and what is missing')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (flags: { json?: boolean }) => exit(await runFonts(flags.json === true, context)));
}

async function runFonts(json: boolean, context: Context): Promise<ExitCode> {
  const report = new Report();
  const root = findProject(context.cwd) ?? packageRoot();
  const project = loadProject(root, report);
  if (!project) {
    context.terminal.diagnostics(report.diagnostics, root);
    return 1;
  }
  const languages = usedLanguages(project, new Report());
  const rows = await surveyFonts(project, languages, report, context);
  if (json) context.terminal.write(`${JSON.stringify(rows, undefined, 2)}\n`);
  else context.terminal.print(fontTable(rows, context));
  // A language nobody here writes in may lack its fonts; one that has content may not.
  const written = new Set(languages.map((lang) => findLanguage(lang)?.tag));
  context.terminal.diagnostics(report.diagnostics, root);
  if (report.hasErrors) return 1;
  return rows.every((row) => isReady(row) || !written.has(row.language)) ? 0 : 1;
}

/**
 * Asks the text stage, or what stands in for it.
 *
 * @param languages those with content, which are surveyed beside those of the table
 */
export async function surveyFonts(
  project: Project,
  languages: readonly string[],
  report: Report,
  context: Context,
): Promise<FontReport> {
  if (context.fontReport) return context.fontReport(project);
  const { fontReport } = await import('../fonts/survey.ts');
  const { root, fontFolders: folders, brand } = project;
  const preferences = brand.fonts && { preferences: brand.fonts };
  const rows = new Set(knownTags());
  const others = languages.flatMap((tag) => findLanguage(tag) ?? []);
  return fontReport(
    { files: new ProjectFiles(root), folders, ...preferences },
    report,
    others.filter(({ tag }) => !rows.has(tag)),
  );
}

/** One block for each language; ends without a newline. */
function fontTable(rows: FontReport, { terminal }: Context): string {
  const languages = [...new Set(rows.map((row) => row.language))];
  const blocks = languages.map((tag) => {
    const own = rows.filter((row) => row.language === tag);
    const ready = own.every(isReady);
    const mark = ready ? terminal.paint('✓', 'green') : terminal.paint('✗', 'red');
    const title = `${mark} ${findLanguage(tag)?.name ?? tag} (${tag})`;
    const faceWidth = Math.max(...own.map((row) => (row.face ?? 'no font').length));
    const commands = new Set(own.flatMap((row) => (isReady(row) ? [] : (row.command ?? []))));
    return [
      title,
      ...own.map(
        (row) => `    ${row.role.padEnd(8)} ${(row.face ?? 'no font').padEnd(faceWidth)}  ${faceState(row)}`,
      ),
      ...[...commands].map((command) => `    ${terminal.paint('to add it:', 'cyan')} ${command}`),
    ].join('\n');
  });
  const ready = languages.filter((tag) => rows.every((row) => row.language !== tag || isReady(row)));
  return `${blocks.join('\n\n')}\n\n${ready.length} of ${languages.length} languages are ready.`;
}

/** What can be said of a face in a few words. */
export function faceState(row: FontRow): string {
  if (row.face === undefined) return 'fonts.yaml names none for this script';
  if (!row.installed) return `not installed${row.package ? ` (${row.package})` : ''}`;
  if (row.embeddable === false) return 'forbids embedding (OS/2 fsType)';
  const lacks =
    row.missing.length === 0 ? '' : `, lacks ${row.missing.slice(0, 12).map(nameCharacter).join(' ')}`;
  return `${row.weights.join(' ')}, may be embedded${lacks}${row.package ? `  ${row.package}` : ''}`;
}

function nameCharacter(character: string): string {
  const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? '';
  return `${character} (U+${code})`;
}
