/** What a mistake in the arguments is answered with. */
import { expect, test } from 'vitest';
import { temporaryProject } from '../project/temporary-project.ts';
import { bayan } from './run-bayan.ts';

test.each<[string[], RegExp]>([
  [['build', '--langs', 'ur'], /^error: unknown option '--langs'\n\(Did you mean --lang\?\)\n/],
  [['build', '--output', 'x'], /Did you mean --out\?/],
  [
    ['build', '--quick'],
    /^error: .*'--quick'\nbayan build takes --lang, --kind, .*--shard.*\n\(bayan build --help/,
  ],
  [['watch', '--shard', '1/2'], /bayan watch takes --lang, --kind, --out, --attach-source\n/],
  [['translate', 'export', 'x', '--language', 'ps'], /bayan translate export takes --lang, --out\n/],
  [['join'], /missing required argument 'folder'\nbayan join takes --out\n/],
  [['bild'], /Did you mean build\?\)\n\(bayan --help/],
])('%j', async (args, answer) => {
  const { code, out, err } = await bayan(temporaryProject().root, args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(answer);
});
