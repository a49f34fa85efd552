/**
 * Runs a script as a process of its own and measures it from outside (wall time, from spawn to exit) and from inside
 * (CPU time of all its threads, peak resident memory).
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));

export const ROOT = path('../../');
export const CLI = path('../../dist/bayan.cjs');
export const packageVersion = JSON.parse(readFileSync(path('../../package.json'), 'utf8')).version;
const USAGE = path('./usage.cjs');

/**
 * Runs a Node.js script to its end. Throws with what it printed when it fails.
 *
 * @returns `wall` and `cpu` (user + system) in ms, `rss` in MB, and `stdout`
 */
export function runScript(script, args = [], { cwd = ROOT, nodeOptions = [] } = {}) {
  const started = performance.now();
  const { status, stdout, stderr, output } = spawnSync(
    process.execPath,
    [...nodeOptions, '--require', USAGE, script, ...args],
    { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe', 'pipe'], maxBuffer: 1 << 28 },
  );
  const wall = performance.now() - started;
  if (status !== 0) throw new Error(`${script} ${args.join(' ')}\n${stdout}${stderr}`);
  return { wall, stdout, ...JSON.parse(output[3]) };
}

/** The command line, as bin/bayan.cjs starts it. */
export const runBayan = (args, cwd) => runScript(path('../../bin/bayan.cjs'), args, { cwd });

/** Runs one of ./jobs/ with an argument, and gives what it printed as JSON beside its measurements. */
export function runJob(name, argument, nodeOptions = []) {
  const { stdout, ...measured } = runScript(path(`./jobs/${name}.mjs`), [JSON.stringify(argument)], {
    nodeOptions,
  });
  return { ...measured, result: JSON.parse(stdout) };
}

export const EMPTY_SCRIPT = path('./empty.cjs');
