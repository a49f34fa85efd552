/** The address that opens a place in an editor, and what bayan.yaml may make of it. */
import { expect, test } from 'vitest';
import { DEFAULT_EDITOR, editorLink, isEditorPattern } from '../../src/project/editor-pattern.ts';

const place = { path: '/home/سارا/my files/a&b #1?.md', line: 14, column: 3 };
const ENCODED = '/home/%D8%B3%D8%A7%D8%B1%D8%A7/my%20files/a%26b%20%231%3F.md';

test.each([
  [DEFAULT_EDITOR, `vscode://file${ENCODED}:14:3`],
  ['idea://open?file={path}&line={line}&column={column}', `idea://open?file=${ENCODED}&line=14&column=3`],
  ['subl://open?url=file://{path}&line={line}', `subl://open?url=file://${ENCODED}&line=14`],
  ['txmt://open/?url=file://{path}&line={line}', `txmt://open/?url=file://${ENCODED}&line=14`],
])('%s', (pattern, address) => {
  expect(isEditorPattern(pattern)).toBe(true);
  expect(editorLink(pattern, place)).toBe(address);
});

test('on Windows', () => {
  expect(editorLink(DEFAULT_EDITOR, { path: 'C:\\my files\\a.md', line: 2 })).toBe(
    'vscode://file/C:/my%20files/a.md:2:1',
  );
});

test('no name of a file says more than a path', () => {
  const path = '/a/{line}/$&/"><script>/\n/{path}.md';
  expect(editorLink(DEFAULT_EDITOR, { path })).toBe(
    'vscode://file/a/%7Bline%7D/%24%26/%22%3E%3Cscript%3E/%0A/%7Bpath%7D.md:1:1',
  );
});

test.each([
  'javascript:alert({path})',
  'JavaScript:alert(1)//{path}',
  ' javascript:alert({path})',
  'java\tscript:alert({path})',
  'data:text/html,{path}',
  'vbscript:{path}',
  'blob:{path}',
  'file://{path}',
  'http://127.0.0.1/{path}',
  'https://evil.example/?{path}',
  'view-source:{path}',
  '{path}',
  '/{path}',
  '//evil.example/{path}',
  'vscode',
  'vscode://file/',
  'vscode://file/{path}" onclick="x',
  '',
])('%j is no address of an editor', (pattern) => {
  expect(isEditorPattern(pattern)).toBe(false);
});
