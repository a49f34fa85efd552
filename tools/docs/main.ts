/** npm run docs: writes the generated parts of docs/; `--check` writes nothing and fails where one differs from the code. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { frontMatterJsonSchema } from '../../src/content/fields/json-schema.ts';
import { packageRoot } from '../../src/files/package-root.ts';
import { settingsSchemas } from './settings-schemas.ts';
import { fillParts, generatedParts } from './tables.ts';

const check = process.argv.includes('--check');
const docs = join(packageRoot(), 'docs');
const stale: string[] = [];

/** Keeps a file as it is where it is current. */
function bring(file: string, wanted: (current: string) => string): void {
  const path = join(docs, file);
  const current = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const text = wanted(current);
  if (text === current) return;
  stale.push(`docs/${file}`);
  if (!check) writeFileSync(path, text);
}

for (const [file, parts] of Object.entries(generatedParts(packageRoot())))
  bring(file, (current) => fillParts(file, current, parts));
bring('front-matter.schema.json', () => `${JSON.stringify(frontMatterJsonSchema(), undefined, 2)}\n`);

for (const [file, schema] of Object.entries(settingsSchemas())) bring(file, () => schema);

if (check && stale.length > 0) {
  console.error(`${stale.join(', ')} differ from the code: run npm run docs`);
  process.exitCode = 1;
} else console.log(stale.length > 0 ? `wrote ${stale.join(', ')}` : 'docs are as the code is');
