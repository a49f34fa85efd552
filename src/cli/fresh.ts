/**
 * `bayan build` when there is nothing to do: a script of its own (dist/fresh.cjs) that is loaded before the bundle and
 * needs little more than the manifest. It says yes only where the whole command would find nothing to build, and then
 * says what that would; everything else is left to it.
 */
import { writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { Changes, isFresh, judge } from '../build/graph.ts';
import { readManifest } from '../build/manifest.ts';
import { listOutput } from '../build/output-folder.ts';
import { orphansIn, reportOrphans } from '../build/prune.ts';
import { toolInputs } from '../build/tool.ts';
import { Report } from '../diagnostics/diagnostic.ts';
import { projectPath } from '../files/containment.ts';
import { DISK, type Disk, reasonOf } from '../files/disk.ts';
import { ProjectFiles } from '../files/project-files.ts';
import { findProject, PROJECT_FILE } from '../project/find-project.ts';
import { Terminal } from './terminal.ts';

const STDOUT = 1;

/** What the command says. */
export interface Said {
  /** On standard output. */
  readonly line: string;
  /** On standard error. */
  readonly report: Report;
  readonly root: string;
}

/**
 * Whether all of the project is built, and said so.
 *
 * @param args what follows `bayan build`: nothing, or `--check`
 */
export function nothingToDo(args: readonly string[], cwd: string): boolean {
  const said = lookForWork(args, cwd);
  if (said === undefined) return false;
  print(said.line);
  if (said.report.diagnostics.length > 0)
    new Terminal(process.stdout, process.stderr, process.env).diagnostics(said.report.diagnostics, said.root);
  return true;
}

/** What the whole command would say, if it had nothing to build; undefined when it has, or may have. */
export function lookForWork(args: readonly string[], cwd: string): Said | undefined {
  if (args.length > 1 || (args.length === 1 && args[0] !== '--check')) return undefined;
  const root = findProject(cwd);
  if (root === undefined) return undefined;
  const files = new ProjectFiles(root, steadyDisk());
  const settings = files.read(PROJECT_FILE);
  if (settings.fault !== undefined) return undefined;
  const output = resolve(files.root, outputOf(Buffer.from(settings.bytes).toString('utf8')));
  const { plan, texts, editions, shards } = readManifest(output);
  if (!plan || shards || projectPath(files.root, output) !== plan.output) return undefined;
  const tools = toolInputs();
  // What an edit changes is mostly here: asked first, so that no PDF and no font is read in vain.
  const asked = [plan, ...texts.flatMap(({ read }) => read ?? [])].flatMap(({ inputs }) => inputs);
  if (new Changes(files, tools).reasons(asked).length > 0) return undefined;
  // Nothing that lists content has changed, so that these are all of it.
  const judged = judge(texts, { texts, editions }, { files, output, tools, attachSource: false });
  const listing = listOutput(output);
  if (!judged.every(isFresh) || listing.unfinished) return undefined;
  const report = new Report();
  report.addAll(plan.warnings);
  for (const { record, documents } of judged) {
    report.addAll(record?.read?.warnings ?? []);
    for (const document of documents) report.addAll(document.record?.warnings ?? []);
  }
  reportOrphans(output, orphansIn(output, texts, report, listing), report);
  return { line: `${editions.length} unchanged\n`, report, root };
}

/** Past `process.stdout`, whose stream costs as much as the rest. A reader that has closed its end is no fault. */
function print(line: string): void {
  try {
    writeSync(STDOUT, line);
  } catch (error) {
    if (reasonOf(error) !== 'EPIPE') throw error;
  }
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
function outputOf(settings: string): string {
  return /^output: *["']?([^"'#\s][^"'#\r\n]*?)["']? *(?:#.*)?$/m.exec(settings)?.[1] ?? 'out';
}
