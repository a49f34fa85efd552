/**
 * Runs a script as a process of its own and measures it from outside (wall time, from spawn to exit) and from inside
 * (CPU time of all its threads, peak resident memory).
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, ROOT } from '../bundle.mjs';

export { ROOT };
export const CLI = join(ROOT, 'dist/bayan.cjs');
export const EMPTY_SCRIPT = join(ROOT, 'tools/bench/empty.cjs');
const USAGE = join(ROOT, 'tools/bench/usage.cjs');

/** What a process used, of all its threads: ms of user and system time, and MB at its peak. */
interface Usage {
  readonly cpu: number;
  readonly rss: number;
}

export interface ProcessRun extends Usage {
  /** ms. */
  readonly wall: number;
  readonly stdout: string;
}

/** A process that may have failed, or been stopped. */
export interface Tried {
  readonly wall: number;
  readonly status: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Undefined when it did not come to its end. */
  readonly usage: Usage | undefined;
}

interface ScriptOptions {
  readonly cwd?: string;
  readonly nodeOptions?: readonly string[];
  /** ms after which it is stopped. */
  readonly timeout?: number;
}

/** Node.js reads these certificates at its start, which takes longer than all else that it does there. */
const env = { ...process.env, NODE_EXTRA_CA_CERTS: undefined };

/** Runs a Node.js script, whatever comes of it. */
export function tryScript(
  script: string,
  args: readonly string[],
  { cwd = ROOT, nodeOptions = [], timeout }: ScriptOptions,
): Tried {
  const started = performance.now();
  const { status, signal, stdout, stderr, output } = spawnSync(
    process.execPath,
    [...nodeOptions, '--require', USAGE, script, ...args],
    { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe', 'pipe'], maxBuffer: 1 << 28, timeout },
  );
  const wall = performance.now() - started;
  const usage = output?.[3] ? (JSON.parse(output[3]) as Usage) : undefined;
  return { wall, status, signal, stdout, stderr, usage };
}

/** Runs a Node.js script to its end. Throws with what it printed when it fails. */
export function runScript(
  script: string,
  args: readonly string[] = [],
  options: ScriptOptions = {},
): ProcessRun {
  const { wall, status, stdout, stderr, usage } = tryScript(script, args, options);
  if (status !== 0 || !usage) throw new Error(`${script} ${args.join(' ')}\n${stdout}${stderr}`);
  return { wall, stdout, ...usage };
}

/** What starts the command line. */
export const LAUNCHER = join(ROOT, 'bin/bayan.cjs');

/** @param root of the Bayan that is run */
export const runBayan = (args: readonly string[], cwd: string, root = ROOT): ProcessRun =>
  runScript(join(root, 'bin/bayan.cjs'), args, { cwd });

/** Takes away what an earlier run has built; `out` is where a project has its PDFs if it says nothing else. */
export const removeOutput = (project: string): void =>
  rmSync(join(project, 'out'), { recursive: true, force: true });

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
