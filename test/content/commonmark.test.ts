/**
 * The examples of CommonMark's specification, and of GitHub's for what Bayan has of its extensions: each has the structure of
 * its HTML in the tag tree, or is refused with the errors that are expected (tools/commonmark/refused.ts), none is left out.
 */
import { describe, expect, it, test } from 'vitest';
import { COMMONMARK, type Example, GITHUB } from '../../tools/commonmark/examples.ts';
import { type Expected, expectedOf } from '../../tools/commonmark/from-html.ts';
import { print } from '../../tools/commonmark/outline.ts';
import { exampleReader } from '../../tools/commonmark/read.ts';
import { htmlOf, refusalOf } from '../../tools/commonmark/refused.ts';

const read = exampleReader();

const shown = ({ tree, untagged }: Expected) => `${print(tree)}\n-- ${untagged.join(', ')}`;

test('there are as many examples as in the specifications', () => {
  expect(COMMONMARK).toHaveLength(652);
  expect(GITHUB).toHaveLength(25);
});

describe.each([
  ['CommonMark', COMMONMARK],
  ['GitHub', GITHUB],
])('%s', (_, examples) => {
  it.each(examples.map((example): [string, Example] => [`${example.name}, ${example.section}`, example]))(
    '%s',
    (_name, example) => {
      const reading = read(example.markdown);
      expect(reading.refused).toEqual(refusalOf(example));
      // What raw HTML means, no tag says. All other refused texts are read as they would be printed.
      if (!reading.refused.includes('raw-html'))
        expect(shown(reading)).toBe(shown(expectedOf(htmlOf(example).html)));
    },
  );
});
