// Finds veraPDF and asks it about many files at once: starting Java takes longer than checking a file.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The command: $VERAPDF, `verapdf` on PATH, or what .ci/install-verapdf fetched. Undefined when there is none. */
export function findVeraPdf() {
  const cache =
    process.env.VERAPDF_HOME ??
    join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'bayan/verapdf');
  const candidates = [process.env.VERAPDF, 'verapdf', join(cache, 'verapdf')];
  for (const command of candidates) {
    if (!command || (command.includes('/') && !existsSync(command))) continue;
    const { status, stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' });
    const version = /veraPDF (\S+)/.exec(stdout ?? '')?.[1];
    if (status === 0 && version) return { command, version };
  }
  return undefined;
}

/**
 * Checks files against one flavour (`ua1`, `2a`, `3a`).
 *
 * @returns for each path its failed rules: clause, test number, description, how often and where first
 */
export function validate({ command }, flavour, paths) {
  const results = new Map();
  if (paths.length === 0) return results;
  let output;
  try {
    output = execFileSync(command, ['--format', 'json', '-f', flavour, ...paths], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (error) {
    // It ends with 1 when a file fails, having written its report.
    output = error.stdout;
  }
  for (const { itemDetails, validationResult, taskException } of JSON.parse(output).report.jobs) {
    const result = validationResult?.[0];
    const failures = (result?.details.ruleSummaries ?? [])
      .filter((rule) => rule.failedChecks > 0)
      .map(({ clause, testNumber, description, failedChecks, checks }) => ({
        clause,
        test: testNumber,
        description,
        count: failedChecks,
        context: checks[0]?.context,
      }));
    if (!result || (!result.compliant && failures.length === 0))
      failures.push({
        clause: '-',
        test: '-',
        description: `veraPDF cannot read it: ${JSON.stringify(taskException ?? '')}`,
        count: 1,
      });
    results.set(itemDetails.name, failures);
  }
  for (const path of paths)
    if (!results.has(path))
      results.set(path, [{ clause: '-', test: '-', description: 'veraPDF said nothing about it', count: 1 }]);
  return results;
}
