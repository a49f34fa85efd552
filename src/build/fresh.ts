/**
 * `bayan build` when there is nothing to do: a script of its own (dist/fresh.cjs) that is loaded before the bundle and
 * needs little more than the manifest. It says yes only where the whole command would find nothing to build and nothing
 * to say; everything else is left to that.
 */
import { readFileSync, writeSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { DISK, type Disk, reasonOf } from '../files/disk.ts';
import { ProjectFiles } from '../files/project-files.ts';
import { findProject, PROJECT_FILE } from '../project/find-project.ts';
import { Changes, isFresh, judge } from './graph.ts';
import { type Manifest, type PlanRecord, readManifest } from './manifest.ts';
import { listOutput } from './output-folder.ts';
import { toolInputs } from './tool.ts';

const STDOUT = 1;

/**
 * Whether all of the project is built, and said so on standard output.
 *
 * @param args what follows `bayan build`: nothing, or `--check`
 */
export function nothingToDo(args: readonly string[], cwd: string, say = print): boolean {
  if (args.length > 1 || (args.length === 1 && args[0] !== '--check')) return false;
  const root = findProject(cwd);
  if (root === undefined) return false;
  const files = new ProjectFiles(root, steadyDisk());
  const output = resolve(files.root, outputOf(files.root));
  const manifest = readManifest(output);
  if (!isQuiet(manifest) || folderOf(files.root, output) !== manifest.plan.output) return false;
  const tools = toolInputs();
  if (new Changes(files, tools).reasons(manifest.plan.inputs).length > 0) return false;
  // Nothing that lists content has changed, so that these are all of it.
  const judged = judge(manifest.texts, manifest, { files, output, tools, attachSource: false });
  if (!judged.every(isFresh)) return false;
  const { pdfs, unfinished } = listOutput(output);
  if (unfinished || pdfs.length !== manifest.editions.length) return false;
  say(`${pdfs.length} unchanged\n`);
  return true;
}

/** Past `process.stdout`, whose streams cost as much as the rest. A reader that has closed its end is no fault. */
function print(line: string): void {
  try {
    writeSync(STDOUT, line);
  } catch (error) {
    if (reasonOf(error) !== 'EPIPE') throw error;
  }
}

/** Whether it holds no warning to repeat. */
function isQuiet(manifest: Manifest): manifest is Manifest & { readonly plan: PlanRecord } {
  return (
    manifest.plan?.quiet === true &&
    manifest.editions.every(({ warnings }) => warnings.length === 0) &&
    manifest.texts.every(({ read }) => read?.warnings.length === 0)
  );
}

/** The disk, for as long as a look at it takes: what stands where is asked once. */
function steadyDisk(): Disk {
  const realPaths = new Map<string, string>();
  const entries = new Map<string, boolean>();
  return {
    ...DISK,
    realPath: (path) => remembered(realPaths, path, DISK.realPath),
    hasEntry: (path) => remembered(entries, path, DISK.hasEntry),
  };
}

function remembered<T>(known: Map<string, T>, path: string, ask: (path: string) => T): T {
  const before = known.get(path);
  if (before !== undefined) return before;
  const now = ask(path);
  known.set(path, now);
  return now;
}

/** The output folder that bayan.yaml seems to name. It is a guess, which the manifest in that folder confirms. */
function outputOf(root: string): string {
  const settings = readFileSync(join(root, PROJECT_FILE), 'utf8');
  return /^output: *["']?([^"'#\s][^"'#\r\n]*?)["']? *(?:#.*)?$/m.exec(settings)?.[1] ?? 'out';
}

const folderOf = (root: string, output: string): string => relative(root, output).split(sep).join('/');
