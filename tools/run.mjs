// @ts-check
/** Runs a program of tools/ in the folder of the repository: node tools/run.mjs tools/docs/main.ts --check */
import { pathToFileURL } from 'node:url';
import { bundle, ROOT } from './bundle.mjs';

const entry = process.argv[2];
if (!entry) {
  console.error('usage: node tools/run.mjs PROGRAM.ts [arguments]');
  process.exitCode = 2;
} else {
  process.chdir(ROOT);
  const program = await bundle(entry);
  process.argv.splice(1, 2, program);
  await import(pathToFileURL(program).href);
}
