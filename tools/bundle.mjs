// @ts-check
/** Bundles a TypeScript program of this repository into a module that Node.js 20, which reads no TypeScript, can run. */
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The folder of the repository, from wherever in it this module has been bundled to. */
export const ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));

/**
 * @param {string} entry path of the program, from the folder of the repository
 * @returns {Promise<string>} absolute path of the module
 */
export async function bundle(entry) {
  const name = relative(ROOT, resolve(ROOT, entry)).replace(/\.ts$/, '.mjs');
  const outfile = join(ROOT, 'node_modules/.cache/bayan', name);
  await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
}

/**
 * @param {string} folder
 * @returns {string}
 */
function findRoot(folder) {
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(dirname(folder));
}
