/** `bayan translate export` and `bayan translate import`: a publication as a PO file for a translator, and back. */
import { relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { reasonOf } from '../files/disk.ts';
import { writeAtomically } from '../files/write-file.ts';
import { findLanguage, reportUnknownLanguage } from '../language/language.ts';
import { canonicalTag } from '../language/tag.ts';
import { planEditions } from '../project/plan.ts';
import { sourceLanguage } from '../translation/document-set.ts';
import { makeParcel } from '../translation/parcel/make-parcel.ts';
import { renderParcel } from '../translation/parcel/po-file.ts';
import { commaList } from './comma-list.ts';
import { type Context, type ExitCode, openProject } from './context.ts';
import { openPublications } from './publications.ts';
import { runImport } from './translate-import.ts';

const EXAMPLES = `
Examples:
  $ bayan translate export annual-report --lang ps   writes annual-report.ps.po
  $ bayan translate import annual-report.ps.po       writes content/annual-report/ps.md

PO files are read by Poedit, OmegaT, Weblate and others. {link1}, {note1} and the like stand for what
is not translated: they stay in the translation, where they belong in its sentence.`;

export function addTranslate(program: Command, context: Context, exit: (code: ExitCode) => void): void {
  const translate = program
    .command('translate')
    .description('exchange texts with translators, as PO files')
    .addHelpText('after', EXAMPLES);
  translate
    .command('export')
    .description('write the texts of a document, and their translations so far, to a PO file')
    .argument('<slug>', 'its folder in content/')
    .requiredOption('-l, --lang <tags...>', 'the languages to translate into, a file for each', commaList)
    .option('-o, --out <dir>', 'write to this folder')
    .action(async (slug: string, flags: ExportFlags) => exit(await runExport(slug, flags, context)));
  translate
    .command('import')
    .description('put the texts of PO files into the Markdown of their translations')
    .argument('<file...>', 'PO files that were made by export')
    .action(async (files: string[]) => exit(await runImport(files, context)));
}

interface ExportFlags {
  readonly lang: readonly string[];
  readonly out?: string;
}

async function runExport(slug: string, flags: ExportFlags, context: Context): Promise<ExitCode> {
  const { terminal } = context;
  const { project, root, report, exitCode } = openProject(context);
  const done = (code: ExitCode): ExitCode => {
    terminal.diagnostics(report.diagnostics, root);
    return code;
  };
  if (!project) return done(exitCode);
  for (const tag of flags.lang) if (!findLanguage(tag)) reportUnknownLanguage(tag, undefined, report);
  const { sets } = planEditions(project, { slugs: [slug] }, report);
  const [set] = sets;
  if (!set || report.hasErrors) return done(2);
  const { workspace, readDocumentSet } = await openPublications(project);
  const documents = readDocumentSet(workspace, set, report);
  workspace.close();
  const source = sourceLanguage(documents, project.source);
  const original = documents.members.find(({ planned }) => planned.lang === source);
  if (!original?.content) {
    const file = set.editions[0]!.file;
    if (!report.hasErrors)
      report.error('translation-original', { file }, `${set.slug} has no original to translate`);
    return done(1);
  }
  for (const tag of flags.lang) {
    const lang = canonicalTag(tag)!;
    if (lang === source) {
      report.error(
        'translation-original',
        { file: original.planned.file },
        `${tag} is the language of the original`,
      );
      continue;
    }
    const member = documents.members.find(({ planned }) => planned.lang === lang);
    const { content, record } = member ?? {};
    // A file with errors is told; a parcel without what is in it would lose that.
    if (member && !content) continue;
    const translated = content && { content, ...(record && { record }) };
    const parcel = makeParcel(original.content, lang, translated);
    const path = resolve(context.cwd, flags.out ?? '.', `${set.slug}.${lang}.po`);
    try {
      writeAtomically(path, Buffer.from(renderParcel(parcel), 'utf8'));
    } catch (error) {
      report.error('file-unreadable', undefined, `${path} cannot be written (${reasonOf(error)})`);
      continue;
    }
    const open = parcel.entries.filter(({ translation, fuzzy }) => translation === '' || fuzzy).length;
    const shown = relative(context.cwd, path) || path;
    terminal.print(
      `${terminal.paint('✓', 'green')} ${shown}  ${parcel.entries.length} texts, ${open} to translate`,
    );
  }
  return done(report.hasErrors ? 1 : 0);
}
