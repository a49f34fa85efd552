/** How src/ is kept: imports go one way, no circle at run time, files short and each with a word on what it is for. */
import { describe, expect, test } from 'vitest';
import { ROOMS } from './rooms.ts';
import { importsOf, readSources } from './sources.ts';

const SOURCES = readSources();
const MOST_LINES = 300;
const MEDIAN_LINES = 100;

/** The longest row that names the folder; undefined for the library's own file, which shows what all rooms offer. */
function roomOf(path: string): string | undefined {
  const rows = ROOMS.map(([room]) => room).filter((room) => path.startsWith(`${room}/`));
  return rows.sort((a, b) => b.length - a.length)[0];
}

describe('rooms', () => {
  const table = new Map(ROOMS);

  test('stand in the table, each above those that may import it', () => {
    const seen: string[] = [];
    for (const [room, mayImport] of ROOMS) {
      expect(seen, `${room} may only import rooms above it`).toEqual(expect.arrayContaining([...mayImport]));
      seen.push(room);
    }
    expect(SOURCES.filter(({ path }) => roomOf(path) === undefined).map(({ path }) => path)).toEqual([
      'index.ts',
    ]);
  });

  test('import what the table allows', () => {
    const trespasses = SOURCES.flatMap(({ path, imports }) => {
      const room = roomOf(path);
      if (room === undefined) return [];
      return imports
        .filter(({ path: other }) => {
          const target = roomOf(other);
          return target === undefined || (target !== room && !table.get(room)?.includes(target));
        })
        .map(({ path: other }) => `${path} imports ${other}`);
    });
    expect(trespasses).toEqual([]);
  });
});

test('no file is part of a circle of imports at run time', () => {
  expect(circles()).toEqual([]);
});

/** Each circle once, as a path that ends where it began (a depth-first walk). */
function circles(): string[] {
  const imports = new Map(
    SOURCES.map(({ path, imports: all }) => [path, all.filter(({ atRunTime }) => atRunTime)]),
  );
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, way: readonly string[]): void => {
    const start = way.indexOf(path);
    if (start >= 0) found.push([...way.slice(start), path].join(' → '));
    if (start >= 0 || done.has(path)) return;
    for (const next of imports.get(path) ?? []) walk(next.path, [...way, path]);
    done.add(path);
  };
  for (const { path } of SOURCES) walk(path, []);
  return found;
}

describe('files', () => {
  const lengths = SOURCES.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }));

  test(`have at most ${MOST_LINES} lines, half of them fewer than ${MEDIAN_LINES}`, () => {
    expect(lengths.filter(({ lines }) => lines > MOST_LINES)).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[sorted.length >> 1]).toBeLessThan(MEDIAN_LINES);
  });

  test('open with a comment that says what they are for', () => {
    const silent = SOURCES.filter(({ text }) => !/^\/\*\*\s+\*?\s*\S/.test(text) && !/^\/\*\* \S/.test(text));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });
});

test('imports are read in every form that the code uses', () => {
  const text = `/** import { a } from './comment.ts' */
import { readFileSync } from 'node:fs';
import { b } from '../low/b.ts';
import type { C } from './c.ts';
import {
  d,
  type D,
} from './d.ts';
export { e } from './e.ts';
const f = await import('./f.ts');
`;
  expect(importsOf('room/file.ts', text)).toEqual([
    { path: 'low/b.ts', atRunTime: true },
    { path: 'room/c.ts', atRunTime: false },
    { path: 'room/d.ts', atRunTime: true },
    { path: 'room/e.ts', atRunTime: true },
    { path: 'room/f.ts', atRunTime: true },
  ]);
});
