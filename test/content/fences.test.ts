/** The lines of hyphens around front matter: what stands in their place is named, with what to type. */
import { expect, test } from 'vitest';
import { parse } from './parse-text.ts';

test.each([
  ['----\ntitle: A\n----\nB', 1, 'write “---” instead of “----”'],
  ['—\ntitle: A\n—\nB', 1, 'write “---” instead of “—”'],
  [' ---\ntitle: A\n---\nB', 1, 'delete the spaces before “---”'],
  ['\n---\ntitle: A\n---\nB', 1, 'delete what is above “---”'],
  ['title: A\ndate: 2024\n\nB', 1, 'put a line “---” above this one'],
  ['शीर्षक: A\ndate: 2024\n\nB', 1, 'put a line “---” above this one'],
  ['ref2: A\ndate: 2024\n\nB', 1, 'put a line “---” above this one'],
  ['B\n\nC', 1, 'start it with a line “---”'],
  ['---\ntitle: A\n----\n\nB', 3, 'write “---” instead of “----”'],
  ['---\ntitle: A\n...\n\nB', 3, 'write “---” instead of “...”'],
  ['---\ntitle: A\n\nB\n\n- C', 1, 'on line 3'],
  ['---\ntitle: A', 1, 'between the front matter and the text'],
])('a file whose lines of three hyphens are not right is told which: %j', (source, line, hint) => {
  const { diagnostics } = parse(source);
  expect(diagnostics).toMatchObject([{ code: 'front-matter-missing', span: { line } }]);
  expect(diagnostics[0]!.hint).toContain(hint);
});
