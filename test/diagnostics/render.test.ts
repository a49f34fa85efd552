import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../src/diagnostics/catalogue.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { nearest, nearestHint } from '../../src/diagnostics/nearest.ts';
import { renderHuman, renderJson, summary } from '../../src/diagnostics/render.ts';
import { unexpected } from '../../src/diagnostics/unexpected.ts';
import { expectLinear } from '../support/linear.ts';

const at = (line: number, column: number, length?: number, more: Partial<Diagnostic> = {}): Diagnostic => ({
  severity: 'error',
  code: 'glyph-missing',
  message: 'no font has "ښ" (U+069A)',
  span: { file: 'content/a/ps.md', line, column, ...(length !== undefined && { length }) },
  ...more,
});

const human = (diagnostic: Diagnostic, source: string, options = {}): string[] =>
  renderHuman([diagnostic], { source: () => source, ...options }).split('\n');

/** Where the carets stand, as offsets in the printed source line. */
function carets(line: string, column: number, length?: number): [string, string] {
  const [, quoted = '', caret = ''] = human(at(1, column, length), line);
  return [quoted.slice(7), caret.slice(7)];
}

test('the whole picture', () => {
  const text = renderHuman([at(2, 5, 4, { hint: 'add a Pashto face' })], {
    source: () => 'one\r\ntwo door\r\n',
  });
  expect(text).toBe(`content/a/ps.md:2:5 error[glyph-missing]: no font has "ښ" (U+069A)
   2 │ two door
     │     ^^^^
     hint: add a Pashto face`);
});

test('of thousands of faults of one kind in one file, the first are shown and the others counted', () => {
  const faults = Array.from({ length: 2050 }, (_, i) => at(i + 1, 1));
  const text = renderHuman([...faults, at(1, 1, 1, { code: 'raw-html' })]);
  expect(text.match(/error\[glyph-missing\]:/g)).toHaveLength(50);
  expect(text).toContain('… and 2000 more error[glyph-missing] in content/a/ps.md');
  expect(text).toContain('error[raw-html]:');
});

test('a file with many faults is asked for its lines once', () => {
  const asked: string[] = [];
  const source = (file: string) => {
    asked.push(file);
    return 'one\ntwo\nthree';
  };
  const text = renderHuman([at(3, 1), at(1, 1), at(2, 1), at(4, 1)], { source });
  expect(text.match(/│ [a-z]+/g)).toEqual(['│ one', '│ two', '│ three']);
  expect(asked).toEqual(['content/a/ps.md']);
});

describe('the caret stands under what is meant', () => {
  test.each<[string, string, number, number | undefined, string]>([
    ['plain', 'abc def', 5, 3, '    ^^^'],
    ['a tab is four cells', '\tabc', 2, 1, '    ^'],
    ['wide characters are two cells', '日本語 abc', 5, 3, '       ^^^'],
    ['an emoji sequence is one cluster', '👩‍👩‍👧 x', 10, 1, '   ^'],
    ['combining marks take no cell', 'e\u0301e\u0301 x', 6, 1, '   ^'],
    ['past the end', 'abc', 9, undefined, '   ^'],
    ['never longer than the line', 'abc', 2, 99, ' ^^'],
    ['wide text is underlined whole', 'x 日本', 3, 2, '  ^^^^'],
  ])('%s', (_name, line, column, length, expected) => expect(carets(line, column, length)[1]).toBe(expected));
});

describe('right-to-left lines', () => {
  const line = 'سلام ښځه نړۍ';

  test('show the fragment, because columns cannot be trusted', () => {
    expect(human(at(1, 6), line)[2]).toBe('     │ ^ at “ښځه”');
    expect(human(at(1, 6, 2), line)[2]).toBe('     │ ^ at “ښځ”');
  });

  test('are isolated on terminals only', () => {
    expect(human(at(1, 6), line, { terminal: true })[1]).toBe(`   1 │ \u2068${line}\u2069`);
    expect(human(at(1, 6), line)[1]).toBe(`   1 │ ${line}`);
  });
});

test('long lines are cut around the fault', () => {
  const line = `${'a '.repeat(500)}FAULT${' b'.repeat(500)}`;
  const [quoted, caret] = carets(line, 1001, 5);
  expect(quoted.length).toBeLessThanOrEqual(100);
  expect(quoted.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1)).toBe('FAULT');
  expect(quoted).toMatch(/^….*…$/);
});

test('a fault in the middle of a very long line is found in linear time', () => {
  expectLinear((size) => void carets('x'.repeat(size), size / 2), 1_000_000);
});

test('nothing that an author wrote reaches the terminal as a command', () => {
  const text = renderHuman([at(1, 1, 1, { message: 'bad \u001B[2J\nname\u202E', hint: 'x\u0007' })], {
    source: () => '\u001B]0;title\u0007abc\u202Edef',
  });
  expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/);
});

test('a file that cannot be read, or a fault without a place, is still told', () => {
  expect(renderHuman([at(3, 1)], { source: () => undefined })).toBe(
    'content/a/ps.md:3:1 error[glyph-missing]: no font has "ښ" (U+069A)',
  );
  expect(renderHuman([{ severity: 'warning', code: 'internal', message: 'm' }])).toBe('warning[internal]: m');
});

test('colours only when asked for', () => {
  expect(renderHuman([at(1, 1)], { source: () => 'a', color: true })).toContain('\u001B[31m');
  expect(renderHuman([at(1, 1)], { source: () => 'a' })).not.toContain('\u001B');
});

test('JSON is sorted by place', () => {
  const list = [at(10, 1), at(9, 2), at(9, 1, 1, { severity: 'warning', hint: 'h' })];
  expect(JSON.parse(JSON.stringify(renderJson(list)))).toEqual([list[2], list[1], list[0]]);
  expect(summary(list)).toBe('2 errors, 1 warning');
  expect(summary([])).toBe('');
});

test('the nearest name', () => {
  const known = ['title', 'subtitle', 'kinds', 'fa-AF', 'ur'];
  expect(nearest('titel', known)).toBe('title');
  expect(nearest('KIND', known)).toBe('kinds');
  expect(nearest('fa-AFF', known)).toBe('fa-AF');
  expect(nearest('xx', known)).toBeUndefined();
  expect(nearest('something else', known)).toBeUndefined();
  expect(nearestHint('zzz', known)).toBe('known: title, subtitle, kinds, fa-AF, ur');
});

test('an exception becomes one line, without its stack', () => {
  const diagnostic = unexpected(new TypeError('x is undefined\n    at somewhere'), 'content/a/en.md');
  expect(diagnostic).toMatchObject({
    code: 'internal',
    message: 'Bayan did not expect this: x is undefined',
  });
  expect(renderHuman([diagnostic])).not.toContain('    at ');
});

test('every code has an explanation', () => {
  for (const [code, text] of Object.entries(CATALOGUE)) {
    expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(text).toMatch(/[.]$/);
  }
});
