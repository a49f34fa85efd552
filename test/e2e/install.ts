/**
 * Packs Bayan and installs the package as a user would, once for a run of the tests: into an empty folder whose name has
 * spaces and Persian letters, for a user whose home is empty. What npm downloaded before is taken from its cache.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder in which Bayan is installed. */
    installation: string;
  }
}

export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'bayan-installed-'));
  const installation = join(folder, 'پروژهٔ بیان with spaces');
  mkdirSync(installation);
  mkdirSync(join(folder, 'home'));
  npm(project.config.root, homedir(), 'pack', '--silent', '--pack-destination', folder);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
  const quick = ['--prefer-offline', '--no-audit', '--no-fund', '--no-update-notifier'];
  npm(installation, join(folder, 'home'), 'install', ...quick, join(folder, tarball));
  project.provide('installation', installation);
  return () => rmSync(folder, { recursive: true, force: true });
}

/** Runs npm with the registry and the cache of whoever runs the tests. */
function npm(cwd: string, home: string, ...args: string[]): void {
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: {
      npm_config_cache: join(homedir(), '.npm'),
      npm_config_userconfig: join(homedir(), '.npmrc'),
      ...process.env,
      HOME: home,
    },
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} ended with ${status}\n${stdout}\n${stderr}`);
}
