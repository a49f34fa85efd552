/**
 * `bayan init`: writes a starter project into a folder, with what a team needs around it; into a project that is there
 * already, only that. What exists stays as it is.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { DiagnosticError, Report } from '../diagnostics/diagnostic.ts';
import { DISK, reasonOf } from '../files/disk.ts';
import { hasProjectFile } from '../project/find-project.ts';
import { loadProject } from '../project/project.ts';
import type { Context, ExitCode } from './context.ts';
import { openKindFields, schemaOf } from './kind-fields.ts';
import { obstacles, SCHEMA_FOLDER, type StarterFile, starterProject, teamFiles } from './starter-files.ts';
import { typedPath } from './typed-path.ts';

const EXAMPLES = `
Examples:
  $ bayan init my-project
  $ cd my-project && bayan build

Into a project that is there already it writes only what is missing of .editorconfig, .vscode and .github. It never
changes a file.`;

export function addInit(program: Command, context: Context, exit: (code: ExitCode) => void): void {
  program
    .command('init')
    .description('make a starter project, with settings for editors and a workflow for GitHub')
    .argument('<dir>', 'the folder')
    .addHelpText('after', EXAMPLES)
    .action(async (folder: string) => exit(await runInit(folder, context)));
}

async function runInit(folder: string, context: Context): Promise<ExitCode> {
  const { cwd, terminal } = context;
  const target = resolve(cwd, folder);
  const isProject = hasProjectFile(target);
  const obstacle = isProject ? undefined : whatIsInTheWay(target, folder);
  if (obstacle !== undefined) {
    terminal.note(`error: ${obstacle}; nothing was written`);
    return 2;
  }
  try {
    if (!isProject) writeMissing(starterProject(), target, context);
    writeMissing(teamFiles(), target, context);
    const schema = await frontMatterSchema(target);
    if (schema) writeMissing([schema], target, context);
  } catch (error) {
    if (error instanceof DiagnosticError) {
      terminal.diagnostics([error.diagnostic], target);
      return 2;
    }
    const { path = target } = error as NodeJS.ErrnoException;
    terminal.note(`error: ${path} cannot be written (${reasonOf(error)})`);
    return 2;
  }
  if (!isProject)
    terminal.print(`\nNext: ${target === cwd ? '' : `cd ${typedPath(cwd, target)} && `}bayan build`);
  for (const need of needsOfWorkflow(target)) terminal.print(need);
  return 0;
}

/** What the workflow takes besides its file. */
function needsOfWorkflow(target: string): readonly string[] {
  const needs: string[] = [];
  if (!existsSync(join(target, 'package.json')))
    needs.push('For the workflow on GitHub, once: npm install --save-dev ADDRESS-OF-BAYAN');
  const repository = repositoryAround(dirname(target));
  if (repository !== undefined && !existsSync(join(target, '.git')))
    needs.push(
      `GitHub reads workflows in ${join(repository, '.github')} only: move it there, with a working-directory`,
    );
  return needs;
}

/** The nearest folder from here upwards that holds a git repository. */
function repositoryAround(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  return dirname(folder) === folder ? undefined : repositoryAround(dirname(folder));
}

/** Writes the files that are not there. */
function writeMissing(files: readonly StarterFile[], target: string, { cwd, terminal }: Context): void {
  for (const { path, bytes } of files) {
    const absolute = join(target, path);
    const shown = typedPath(cwd, absolute);
    mkdirSync(dirname(absolute), { recursive: true });
    try {
      writeFileSync(absolute, bytes, { flag: 'wx' });
      terminal.print(`${terminal.paint('+', 'green')} ${shown}`);
    } catch (error) {
      if (reasonOf(error) !== 'EEXIST') throw error;
      terminal.print(`${terminal.paint('=', 'dim')} ${shown}  was there, and stays as it is`);
    }
  }
}

/** Which fields front matter may have depends on the project's templates; undefined when it cannot be read, which a build tells. */
async function frontMatterSchema(target: string): Promise<StarterFile | undefined> {
  const report = new Report();
  const project = loadProject(target, report);
  if (!project) return undefined;
  const kindFields = await openKindFields(project, report);
  const schema = schemaOf(kindFields.kinds, kindFields, report);
  const text = `${JSON.stringify(schema, undefined, 2)}\n`;
  return { path: `${SCHEMA_FOLDER}/front-matter.json`, bytes: Buffer.from(text, 'utf8') };
}

const MOST_NAMES = 5;

/** Why a folder cannot become a project, and what to type instead; undefined when it can. */
function whatIsInTheWay(target: string, folder: string): string | undefined {
  const entries = entriesOf(target);
  if (typeof entries === 'string') return `${folder} ${entries}`;
  const names = obstacles(entries);
  if (names.length === 0) return undefined;
  const more = names.length - MOST_NAMES;
  const shown = [...names.slice(0, MOST_NAMES), ...(more > 0 ? [`${more} more`] : [])].join(', ');
  const inside = folder === '.' ? 'documents' : `${folder.replace(/[\\/]+$/, '')}/documents`;
  return `${folder} holds ${shown}, which could be in the way of a project (for one in a folder of its own: bayan init ${inside})`;
}

/** Names in the folder, none where there is no folder yet; or why it can be none, in words that follow its name. */
function entriesOf(folder: string): readonly string[] | string {
  try {
    return readdirSync(folder);
  } catch (error) {
    const reason = reasonOf(error);
    const isThere = DISK.hasEntry(folder);
    if (reason === 'ENOTDIR') return isThere ? 'is a file' : 'is in a file';
    // Making the folder would fail at a link that leads nowhere.
    if (reason === 'ENOENT') return isThere ? 'is a broken link' : [];
    return `cannot be read (${reason})`;
  }
}
