/** Prints the tag tree of a PDF that Bayan wrote, as a screen reader walks it: node tools/run.mjs tools/tags.ts FILE */
import { readFileSync } from 'node:fs';
import { tagTree } from '../src/pdf/inspect/tag-tree.ts';

const file = process.argv[2];
if (file) process.stdout.write(tagTree(readFileSync(file)));
else {
  console.error('usage: node tools/run.mjs tools/tags.ts FILE');
  process.exitCode = 2;
}
