/**
 * `bayan init`: copies the starter project into a folder of the user's own.
 */
import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Command } from 'commander';
import { reasonOf } from '../files/disk.ts';
import { packageRoot } from '../files/package-root.ts';
import type { Context, ExitCode } from './context.ts';

const EXAMPLES = `
Examples:
  $ bayan init my-project
  $ cd my-project && bayan build`;

export function addInit(program: Command, context: Context, exit: (code: ExitCode) => void): void {
  program
    .command('init')
    .description('make a starter project in a new or empty folder')
    .argument('<dir>', 'the folder')
    .addHelpText('after', EXAMPLES)
    .action((folder: string) => exit(runInit(folder, context)));
}

function runInit(folder: string, { cwd, terminal }: Context): ExitCode {
  const target = resolve(cwd, folder);
  const obstacle = whatIsInTheWay(target);
  if (obstacle) {
    terminal.note(`error: ${folder} ${obstacle}; nothing was written`);
    return 2;
  }
  const starter = join(packageRoot(), 'templates', 'starter');
  try {
    for (const file of filesBelow(starter)) {
      const name = relative(starter, file);
      // npm leaves a file called .gitignore out of packages, so the starter keeps it without its dot.
      const path = join(target, name === 'gitignore' ? '.gitignore' : name);
      mkdirSync(dirname(path), { recursive: true });
      copyFileSync(file, path, constants.COPYFILE_EXCL);
      terminal.print(`${terminal.paint('+', 'green')} ${asTyped(cwd, path)}`);
    }
  } catch (error) {
    const { path = target } = error as NodeJS.ErrnoException;
    terminal.note(`error: ${path} cannot be written (${reasonOf(error)})`);
    return 2;
  }
  terminal.print(`\nNext: ${target === cwd ? '' : `cd ${asTyped(cwd, target)} && `}bayan build`);
  return 0;
}

/** A path as somebody in `cwd` would type it. */
function asTyped(cwd: string, path: string): string {
  const way = relative(cwd, path);
  return way.startsWith('..') ? path : way.split(sep).join('/');
}

/** A folder that only holds a fresh git repository counts as empty. */
function whatIsInTheWay(target: string): string | undefined {
  if (!existsSync(target)) return undefined;
  if (!statSync(target).isDirectory()) return 'is a file';
  return readdirSync(target).every((name) => name === '.git') ? undefined : 'is not empty';
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });
}
