/**
 * Packs Bayan and installs the package as a user would, once for a run of the tests: into an empty folder whose name has
 * spaces and Persian letters, for a user whose home is empty. What npm downloaded before is taken from its cache.
 */
import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder in which Bayan is installed. */
    installation: string;
  }
}

export default function setup(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bayan-installed-'));
  // Other users may run what is in it, as some tests do.
  chmodSync(folder, 0o755);
  const installation = join(folder, 'پروژهٔ بیان with spaces');
  mkdirSync(installation);
  mkdirSync(join(folder, 'home'));
  // Not awaited: it takes as long as many tests of the source, which run meanwhile.
  const done = install(project.config.root, folder, installation).then(
    () => writeFileSync(installedFile(installation), ''),
    (error: Error) => writeFileSync(installedFile(installation), error.message),
  );
  project.provide('installation', installation);
  return async () => {
    await done;
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Written when the installation is there; holds what went wrong when it is not. */
export function installedFile(installation: string): string {
  return join(installation, '..', 'installed');
}

async function install(root: string, folder: string, installation: string): Promise<void> {
  await npm(root, homedir(), 'pack', '--silent', '--pack-destination', folder);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
  const quick = ['--prefer-offline', '--no-audit', '--no-fund', '--no-update-notifier'];
  await npm(installation, join(folder, 'home'), 'install', ...quick, join(folder, tarball));
}

/** Runs npm with the registry and the cache of whoever runs the tests. */
async function npm(cwd: string, home: string, ...args: string[]): Promise<void> {
  await promisify(execFile)('npm', args, {
    cwd,
    shell: process.platform === 'win32',
    env: {
      npm_config_cache: join(homedir(), '.npm'),
      npm_config_userconfig: join(homedir(), '.npmrc'),
      ...process.env,
      HOME: home,
    },
  });
}
