/** Finds veraPDF and asks it about many files at once: starting Java takes longer than checking a file. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Flavour } from './documents.ts';

export interface VeraPdf {
  readonly command: string;
  readonly version: string;
}

/** A rule of a standard that a file breaks. */
export interface Failure {
  readonly clause: string;
  readonly test: string;
  readonly description: string;
  /** How often. */
  readonly count: number;
  /** Where first, in veraPDF's words. */
  readonly context?: string;
}

/** veraPDF's report, as far as it is read here. */
interface Job {
  readonly itemDetails: { readonly name: string };
  readonly taskException?: unknown;
  readonly validationResult?: readonly {
    readonly compliant: boolean;
    readonly details: {
      readonly ruleSummaries: readonly {
        readonly clause: string;
        readonly testNumber: number;
        readonly description: string;
        readonly failedChecks: number;
        readonly checks: readonly { readonly context: string }[];
      }[];
    };
  }[];
}

/** The command: $VERAPDF, `verapdf` on PATH, or what .ci/install-verapdf fetched. Undefined when there is none. */
export function findVeraPdf(): VeraPdf | undefined {
  const { VERAPDF, VERAPDF_HOME, XDG_CACHE_HOME } = process.env;
  const home = VERAPDF_HOME ?? join(XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'bayan/verapdf');
  for (const command of [VERAPDF, 'verapdf', join(home, 'verapdf')]) {
    if (!command || (command.includes('/') && !existsSync(command))) continue;
    const { status, stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' });
    const version = /veraPDF (\S+)/.exec(stdout ?? '')?.[1];
    if (status === 0 && version) return { command, version };
  }
  return undefined;
}

/** Checks files against one standard: for each path the rules it breaks. */
export function validate(
  { command }: VeraPdf,
  flavour: Flavour,
  paths: readonly string[],
): ReadonlyMap<string, readonly Failure[]> {
  const results = new Map<string, readonly Failure[]>();
  if (paths.length === 0) return results;
  // It ends with 1 when a file fails, having written its report.
  const { stdout } = spawnSync(command, ['--format', 'json', '-f', flavour, ...paths], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const { report } = JSON.parse(stdout) as { report: { jobs: readonly Job[] } };
  for (const job of report.jobs) results.set(job.itemDetails.name, failuresOf(job));
  for (const path of paths)
    if (!results.has(path)) results.set(path, [unread('veraPDF said nothing about it')]);
  return results;
}

function failuresOf({ validationResult, taskException }: Job): Failure[] {
  const result = validationResult?.[0];
  const failures = (result?.details.ruleSummaries ?? [])
    .filter((rule) => rule.failedChecks > 0)
    .map(({ clause, testNumber, description, failedChecks, checks }) => ({
      clause,
      test: String(testNumber),
      description,
      count: failedChecks,
      context: checks[0]?.context,
    }));
  if (!result || (!result.compliant && failures.length === 0))
    return [unread(`veraPDF cannot read it: ${JSON.stringify(taskException ?? '')}`)];
  return failures;
}

const unread = (description: string): Failure => ({ clause: '-', test: '-', description, count: 1 });
