import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fillParts, generatedParts } from '../../tools/docs/tables.ts';

const root = new URL('../..', import.meta.url).pathname.replace(/\/$/, '');

test.each(Object.entries(generatedParts(root)))('docs/%s is as the code is', (file, parts) => {
  const text = readFileSync(`${root}/docs/${file}`, 'utf8');
  expect(fillParts(file, text, parts), 'run: npm run docs').toBe(text);
});
