/** Fixtures as markdown-it keeps them: a title, `.`, input, `.`, expected output, `.`. */
import { readFileSync, writeFileSync } from 'node:fs';

export interface Fixture {
  readonly title: string;
  readonly input: string;
  readonly expected: string;
}

export function readFixtures(url: URL): Fixture[] {
  const fixtures: Fixture[] = [];
  const lines = readFileSync(url, 'utf8').split('\n');
  let title = '';
  for (let index = 0; index < lines.length; index++) {
    if (lines[index] !== '.') {
      if (lines[index]?.trim()) title = lines[index]!.trim();
      continue;
    }
    const middle = lines.indexOf('.', index + 1);
    const end = lines.indexOf('.', middle + 1);
    if (middle < 0 || end < 0) throw new Error(`${url.pathname}:${index + 1}: the fixture is not closed`);
    const input = lines.slice(index + 1, middle).join('\n');
    fixtures.push({ title, input, expected: lines.slice(middle + 1, end).join('\n') });
    index = end;
  }
  return fixtures;
}

export function writeFixtures(url: URL, fixtures: readonly Fixture[]): void {
  writeFileSync(
    url,
    fixtures.map(({ title, input, expected }) => `${title}\n.\n${input}\n.\n${expected}\n.\n`).join('\n'),
  );
}
