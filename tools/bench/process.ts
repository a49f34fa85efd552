/**
 * Runs a script as a process of its own and measures it from outside (wall time, from spawn to exit) and from inside
 * (CPU time of all its threads, peak resident memory).
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bundle, ROOT } from '../bundle.mjs';

export { ROOT };
export const CLI = join(ROOT, 'dist/bayan.cjs');
export const EMPTY_SCRIPT = join(ROOT, 'tools/bench/empty.cjs');
export const USAGE = join(ROOT, 'tools/bench/usage.cjs');

/** What a process used: ms, and MB at its peak. */
export interface ProcessRun {
  readonly wall: number;
  /** User and system time. */
  readonly cpu: number;
  readonly rss: number;
  readonly stdout: string;
}

interface ScriptOptions {
  readonly cwd?: string;
  readonly nodeOptions?: readonly string[];
}

/** Runs a Node.js script to its end. Throws with what it printed when it fails. */
export function runScript(
  script: string,
  args: readonly string[] = [],
  { cwd = ROOT, nodeOptions = [] }: ScriptOptions = {},
): ProcessRun {
  const started = performance.now();
  const { status, stdout, stderr, output } = spawnSync(
    process.execPath,
    [...nodeOptions, '--require', USAGE, script, ...args],
    { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe', 'pipe'], maxBuffer: 1 << 28 },
  );
  const wall = performance.now() - started;
  if (status !== 0) throw new Error(`${script} ${args.join(' ')}\n${stdout}${stderr}`);
  const { cpu, rss } = JSON.parse(output[3] ?? '') as { cpu: number; rss: number };
  return { wall, stdout, cpu, rss };
}

/** The command line, as bin/bayan.cjs starts it. */
export const runBayan = (args: readonly string[], cwd: string): ProcessRun =>
  runScript(join(ROOT, 'bin/bayan.cjs'), args, { cwd });

/**
 * Runs one of the jobs with an argument.
 *
 * @param job its file below tools/bench
 * @returns what it printed as JSON, which is a `T` by the job's own type
 */
export async function runJob<T>(
  job: string,
  argument: unknown,
  nodeOptions: readonly string[] = [],
): Promise<T> {
  const script = await bundle(`tools/bench/${job}`);
  const { stdout } = runScript(script, [JSON.stringify(argument)], { nodeOptions });
  return JSON.parse(stdout) as T;
}
