/**
 * `bayan new`: makes the content files of a new document, with their front matter explained.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { Report } from '../diagnostics/diagnostic.ts';
import { projectPath, resolveInside } from '../files/containment.ts';
import { canonicalTag, findLanguage, languageHint } from '../language/language.ts';
import type { Project } from '../project/project.ts';
import { slugKey, slugProblem, suggestSlug } from '../project/slug.ts';
import { type Context, type ExitCode, openProject } from './context.ts';
import { newContent } from './new-content.ts';

const EXAMPLES = `
Examples:
  $ bayan new annual-report --lang en
  $ bayan new annual-report --lang en fa-AF ps    the first is the original
  $ bayan new annual-report --lang ur             adds a language later`;

export function addNew(program: Command, context: Context, exit: (code: ExitCode) => void): void {
  program
    .command('new')
    .description('make the content files of a new document')
    .argument('<slug>', 'its folder in content/, and the name of its PDFs')
    .requiredOption('-l, --lang <tags...>', 'its languages, the original first')
    .addHelpText('after', EXAMPLES)
    .action((slug: string, flags: { lang: readonly string[] }) => exit(runNew(slug, flags.lang, context)));
}

function runNew(name: string, tags: readonly string[], context: Context): ExitCode {
  const { project, root, report, exitCode } = openProject(context);
  if (!project) {
    context.terminal.diagnostics(report.diagnostics, root);
    return exitCode;
  }
  const slug = name.normalize('NFC');
  const faults = new Report();
  checkSlug(slug, project, faults);
  const languages = readTags(tags, faults);
  const files = languages.map((lang) => ({ lang, path: join(project.contentFolder, slug, `${lang}.md`) }));
  for (const { path } of faults.hasErrors ? [] : files) {
    const file = projectPath(project.root, path);
    const { problem } = resolveInside(project.root, file);
    if (problem !== undefined)
      faults.error('path-outside-project', undefined, `the path "${file}" ${problem}`);
    else if (existsSync(path))
      faults.error('file-unreadable', undefined, `${file} is there already; nothing was written`);
  }
  if (faults.hasErrors) {
    context.terminal.diagnostics(faults.diagnostics, undefined);
    return 2;
  }
  const original = originalLanguage(project, slug) ?? languages[0]!;
  for (const { lang, path } of files) {
    const text = newContent({ date: context.today(), ...(lang !== original && { original }) });
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text, { flag: 'wx' });
    } catch (error) {
      const fault = error as NodeJS.ErrnoException;
      context.terminal.note(
        `error: ${projectPath(project.root, path)} cannot be written (${fault.code ?? fault.message})`,
      );
      return 2;
    }
    context.terminal.print(`${context.terminal.paint('+', 'green')} ${projectPath(project.root, path)}`);
  }
  return 0;
}

function checkSlug(slug: string, project: Project, faults: Report): void {
  const problem = slugProblem(slug);
  const better = suggestSlug(slug);
  if (problem !== undefined)
    faults.error(
      'slug-invalid',
      undefined,
      `"${slug}" ${problem}`,
      better ? { hint: `for example ${better}` } : {},
    );
  const twin = namesIn(project.contentFolder).find(
    (name) => name.normalize('NFC') !== slug && slugKey(name) === slugKey(slug),
  );
  if (twin !== undefined)
    faults.error('slug-duplicate', undefined, `there is a document "${twin}" already`, {
      hint: `use its name: ${twin}`,
    });
}

function readTags(tags: readonly string[], faults: Report): readonly string[] {
  const languages = new Set<string>();
  for (const tag of tags.flatMap((list) => list.split(',')).filter((part) => part !== '')) {
    if (findLanguage(tag)) languages.add(canonicalTag(tag)!);
    else
      faults.error('language-unknown', undefined, `"${tag}" is no language Bayan knows`, {
        hint: languageHint(tag),
      });
  }
  return [...languages];
}

/** The language a new file translates from: the one that is there, English before others. */
function originalLanguage(project: Project, slug: string): string | undefined {
  const tags = namesIn(join(project.contentFolder, slug))
    .filter((name) => name.endsWith('.md'))
    .map((name) => canonicalTag(name.slice(0, -'.md'.length)))
    .filter((tag) => tag !== undefined)
    .sort();
  return tags.includes('en') ? 'en' : tags[0];
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
