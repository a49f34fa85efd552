// Bundles a TypeScript entry of the project for a script, which Node.js 20 cannot read itself.
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Bundles `entry`, a path from the project folder; resolves with the path of the module, which is called `name`. */
export async function bundleSource(entry, name) {
  const outfile = join(root, 'node_modules/.cache/bayan', `${name}.mjs`);
  await build({
    absWorkingDir: root,
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

/** The exports of a TypeScript entry. */
export async function importSource(entry, name) {
  return import(pathToFileURL(await bundleSource(entry, name)).href);
}
