/** `bayan translated`: records that a translation is up to date with its original. */
import { join, posix, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Report } from '../diagnostics/diagnostic.ts';
import { projectPath } from '../files/containment.ts';
import { reasonOf } from '../files/disk.ts';
import { writeAtomically } from '../files/write-file.ts';
import { type PlannedEdition, planEditions } from '../project/plan.ts';
import type { Project } from '../project/project.ts';
import { blocksOf } from '../translation/blocks.ts';
import { type DocumentSet, originalOf, sourceLanguage } from '../translation/document-set.ts';
import { makeRecord } from '../translation/record/make-record.ts';
import { recordPath, renderRecord } from '../translation/record/record.ts';
import { type Context, type ExitCode, openProject } from './context.ts';
import { openPublications } from './publications.ts';

const EXAMPLES = `
Examples:
  $ bayan translated content/annual-report/ps.md   the Pashto text says what the original says now
  $ bayan translated content/annual-report         all translations of one document

What the original said is kept beside the text, in ps.translated.yaml: keep that file with it. When
the original changes, bayan check names the blocks whose translation is older.`;

export function addTranslated(program: Command, context: Context, exit: (code: ExitCode) => void): void {
  program
    .command('translated')
    .description('record that a translation is up to date with its original')
    .argument('<file...>', 'content files, or folders of documents')
    .addHelpText('after', EXAMPLES)
    .action(async (files: string[]) => exit(await runTranslated(files, context)));
}

async function runTranslated(paths: readonly string[], context: Context): Promise<ExitCode> {
  const { project, root, report, exitCode } = openProject(context);
  if (!project) {
    context.terminal.diagnostics(report.diagnostics, root);
    return exitCode;
  }
  const { sets } = planEditions(project, {}, report);
  const wanted = wantedEditions(
    paths,
    sets.flatMap(({ editions }) => editions),
    project,
    context,
    report,
  );
  if (!wanted) {
    context.terminal.diagnostics(report.diagnostics, root);
    return 2;
  }
  const { workspace, readDocumentSet } = await openPublications(project);
  for (const set of sets) {
    const own = wanted.filter(({ slug }) => slug === set.slug);
    if (own.length > 0) recordSet(readDocumentSet(workspace, set, report), own, project, context, report);
  }
  workspace.close();
  context.terminal.diagnostics(report.diagnostics, root);
  return report.hasErrors ? 1 : 0;
}

/** The editions that files and folders on the command line are; undefined after reporting one that is none. */
function wantedEditions(
  paths: readonly string[],
  editions: readonly PlannedEdition[],
  project: Project,
  { cwd }: Context,
  report: Report,
): readonly PlannedEdition[] | undefined {
  const own = report.child();
  const wanted = paths.flatMap((path) => {
    const asked = projectPath(project.root, resolve(cwd, path));
    const found = editions.filter(({ file }) => file === asked || posix.dirname(file) === asked);
    if (found.length === 0)
      own.error('file-missing', undefined, `${path} is no content file of this project`, {
        hint: `for example: bayan translated ${editions[0]?.file ?? 'content/annual-report/ps.md'}`,
      });
    return found;
  });
  return own.hasErrors ? undefined : wanted;
}

function recordSet(
  set: DocumentSet,
  wanted: readonly PlannedEdition[],
  project: Project,
  context: Context,
  report: Report,
): void {
  const source = sourceLanguage(set, project.source);
  for (const member of set.members) {
    const { planned, content } = member;
    if (!content || !wanted.some(({ file }) => file === planned.file)) continue;
    const of = originalOf(member, source);
    const original = set.members.find((other) => other.planned.lang === of);
    if (of === undefined) {
      // Among others it is only passed over.
      if (wanted.length === 1)
        report.error(
          'translation-original',
          { file: planned.file },
          'this is the original, and no translation of another text',
        );
      continue;
    }
    if (!original?.content) {
      const message = original
        ? `it is translated from ${original.planned.file}, which has errors`
        : `it is translated from ${of}, and there is no ${of}.md beside it`;
      report.error('translation-original', { file: planned.file }, message);
      continue;
    }
    const record = makeRecord(
      { source: of, translation: planned.lang },
      blocksOf(original.content),
      blocksOf(content),
    );
    const path = join(project.root, recordPath(planned.file));
    try {
      writeAtomically(path, Buffer.from(renderRecord(record, `${planned.lang}.md`), 'utf8'));
      const shown = relative(context.cwd, path) || path;
      const blocks = `${record.blocks.length} blocks of ${original.planned.file}`;
      context.terminal.print(`${context.terminal.paint('✓', 'green')} ${shown}  ${blocks}`);
    } catch (error) {
      report.error(
        'file-unreadable',
        { file: planned.file },
        `${path} cannot be written (${reasonOf(error)})`,
      );
    }
  }
}
