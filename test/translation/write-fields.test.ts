/** Translated texts in front matter: their characters change and no others, and the fields have them afterwards. */
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { writeFields } from '../../src/translation/parcel/write-fields.ts';

const FRONT = `title:   Water for all   # in capitals on the flyer
date: 2024-04
subtitle: 'One'
kinds: [ brief,flyer-a5 ]
summary: >-
    The wells
    are dry.

translation: { of: en, by: "N. N.",   status: official }
action: {label: Sign ,  url: https://example.org}
demands:
- first   # of two
-   second
references:
    - text: A book
      url: https://example.org/a
    - Another book
images:
  cover: {src: a.jpg, alt: A well}
`;

const LONG =
  'A text that has more letters than one line of front matter has room for, and which is folded over two lines';
const put = (yaml: string, path: readonly (string | number)[], markdown: string): string =>
  writeFields(yaml, [{ block: { path }, markdown }]);
const at = (yaml: string, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((value, part) => (value as Record<string | number, unknown>)?.[part], parse(yaml));

const THERE: readonly (readonly (string | number)[])[] = [
  ['title'],
  ['subtitle'],
  ['summary'],
  ['action', 'label'],
  ['demands', 0],
  ['demands', 1],
  ['references', 0, 'text'],
  ['references', 1],
  ['images', 'cover', 'alt'],
];
const TEXTS = ['Short', 'With: a colon', '“Quoted”, {and} [more]', '- a hyphen # and a sign', "it's", LONG];

describe.each(THERE.map((path) => [path.join('.'), path] as const))('%s', (_, path) => {
  test.each(TEXTS)('becomes %s', (text) => {
    const written = put(FRONT, path, text);
    expect(at(written, path)).toBe(text);
    // Put back, everything is as it was; what was folded may be folded elsewhere.
    const old = at(FRONT, path) as string;
    const before = parse(FRONT) as object;
    expect(parse(put(written, path, old))).toEqual(before);
    const kept = FRONT.split('\n').filter(
      (line) => !line.includes(old) && !/The wells|are dry|>-/.test(line),
    );
    for (const line of kept) expect(written.split('\n')).toContain(line);
  });
});

test('what stands around a value in its line stays', () => {
  expect(put(FRONT, ['title'], 'Wasser')).toBe(FRONT.replace('Water for all', 'Wasser'));
  expect(put(FRONT, ['action', 'label'], 'Unterschreiben')).toBe(FRONT.replace('Sign', 'Unterschreiben'));
  expect(put(FRONT, ['demands', 1], 'zweitens')).toBe(FRONT.replace('second', 'zweitens'));
  expect(put(FRONT, ['title'], LONG)).toContain(`title:   ${LONG}   # in capitals on the flyer\n`);
});

describe.each([
  [['headline']],
  [['demands', 2]],
  [['action', 'note']],
  [['translation', 'note']],
  [['contact', 'name']],
  [['images', 'cover', 'credit']],
  [['references', 2, 'text']],
] as const)('%j, which is not there', (path) => {
  test.each(TEXTS)('is written as %s', (text) => {
    const written = put(FRONT, path, text);
    expect(at(written, path)).toBe(text);
    for (const there of THERE) expect(at(written, there)).toBe(at(FRONT, there));
    const kept = FRONT.split('\n').filter((line) => !line.includes('{'));
    for (const line of kept) expect(written.split('\n')).toContain(line);
  });
});

test('an empty field takes its text behind the colon', () => {
  expect(put('title: A\nsubtitle:\ndate: 2024\n', ['subtitle'], 'B')).toBe(
    'title: A\nsubtitle: B\ndate: 2024\n',
  );
});
