// @ts-check
/** Bundles a TypeScript program of this repository into a module that Node.js 20, which reads no TypeScript, can run. */
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

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
