/** What is told of two prints that a person can read in fixtures/*.txt. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compareText } from './prints.ts';

interface Fixture {
  readonly title: string;
  readonly input: string;
  readonly expected: string;
}

function readFixtures(name: string): readonly Fixture[] {
  const text = readFileSync(new URL(`fixtures/${name}.txt`, import.meta.url), 'utf8');
  return [...text.matchAll(/^(.+)\n\.\n([\s\S]*?)\n\.\n([\s\S]*?)\n\.$/gm)].map(
    ([, title = '', input = '', expected = '']) => ({ title, input, expected }),
  );
}

for (const name of ['words', 'blocks', 'pages']) {
  const fixtures = readFixtures(name);
  test.each(fixtures.map((fixture) => [fixture.title, fixture] as const))(
    `${name}: %s`,
    (_, { input, expected }) => {
      const [lang = '', ...lines] = input.split('\n');
      expect(compareText(lines.join('\n'), lang)).toBe(expected);
    },
  );
}
