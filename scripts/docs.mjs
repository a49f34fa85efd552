// Writes the generated parts of docs/ (node scripts/docs.mjs), or fails when one differs from the code (--check).
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const check = process.argv.includes('--check');

const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ['scripts/docs-tables.ts'],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  // Dependencies in CommonJS call require() for Node's own modules.
  banner: {
    js: `import { createRequire } from 'node:module'; const require = createRequire('file://${root}/scripts/docs.mjs');`,
  },
});
const { frontMatterJsonSchema, generatedParts, fillParts } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

const stale = [];
for (const [file, parts] of Object.entries(generatedParts(root))) {
  const path = `${root}/docs/${file}`;
  const text = readFileSync(path, 'utf8');
  const filled = fillParts(file, text, parts);
  if (filled === text) continue;
  stale.push(`docs/${file}`);
  if (!check) writeFileSync(path, filled);
}
const schema = 'front-matter.schema.json';
const written = `${JSON.stringify(frontMatterJsonSchema(), undefined, 2)}\n`;
if (!existsSync(`${root}/docs/${schema}`) || readFileSync(`${root}/docs/${schema}`, 'utf8') !== written) {
  stale.push(`docs/${schema}`);
  if (!check) writeFileSync(`${root}/docs/${schema}`, written);
}
if (check && stale.length > 0) {
  console.error(`${stale.join(', ')} differ from the code: run node scripts/docs.mjs`);
  process.exitCode = 1;
} else {
  console.log(stale.length > 0 ? `wrote ${stale.join(', ')}` : 'docs are as the code is');
}
