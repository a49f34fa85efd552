// Reads the PDFs of every language with several readers and prints how many words each recovers
// (docs/text-extraction.md). `npm run extraction -- ur hi --missing` for two languages and their lost words.
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const outfile = `${root}node_modules/.cache/bayan/extraction.mjs`;
await build({
  absWorkingDir: root,
  entryPoints: ['test/extraction/table.ts'],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
});
process.chdir(root);
await import(pathToFileURL(outfile).href);
