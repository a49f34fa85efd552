// Writes the generated parts of docs/ (node scripts/docs.mjs), or fails when one differs from the code (--check).
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { root as folder, importSource } from './bundle-source.mjs';

const root = folder.replace(/[\\/]$/, '');
const check = process.argv.includes('--check');

const { frontMatterJsonSchema, generatedParts, fillParts } = await importSource(
  'scripts/docs-tables.ts',
  'docs-tables',
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
