/** What the search of the preview finds: as readers type it, not as it is set. */
import { describe, expect, test } from 'vitest';
import { find } from '../../../src/preview/page/search/find.ts';
import { searchText } from '../../../src/preview/page/search/normalise.ts';

/** The parts of the text that are found. */
function found(text: string, query: string): string[] {
  return find([searchText(text)], query).map(({ start, end }) => text.slice(start, end));
}

describe('finds', () => {
  test.each([
    ['capital and small letters', 'APNOR and Apnor', 'apnor', ['APNOR', 'Apnor']],
    ['letters without their accents', 'un café', 'cafe', ['café']],
    ['Arabic letters of either keyboard', 'پناهندگان كشور', 'کشور', ['كشور']],
    ['words with and without vowel marks', 'حُقُوقُ الإنسان', 'حقوق الانسان', ['حُقُوقُ الإنسان']],
    ['words that kashida stretches', 'پاکســتان', 'پاکستان', ['پاکســتان']],
    ['words with and without a joiner', 'می‌شود', 'میشود', ['می‌شود']],
    ['presentation forms', 'ﻻ إله', 'لا', ['ﻻ']],
    ['digits of any script', 'مادهٔ ۱۴، المادة ١٤, article 14', '14', ['۱۴', '١٤', '14']],
    ['words that are divided at the end of a line', 'deport-\nation of', 'deportation', ['deport-\nation']],
    ['words over the end of a line', 'the Proof\nof Registration', 'proof of', ['Proof\nof']],
    ['ligatures', 'oﬃcial', 'offic', ['oﬃc']],
  ])('%s', (_, text, query, expected) => {
    expect(found(text, query)).toEqual(expected);
  });

  test('nothing for spaces and marks alone', () => {
    expect(found('a b', ' ')).toEqual([]);
    expect(found('a b', 'ـ')).toEqual([]);
  });

  test('on each page, in the order of reading', () => {
    const pages = ['one two', 'three', 'two two'].map(searchText);
    expect(find(pages, 'two').map(({ page, start }) => [page, start])).toEqual([
      [0, 4],
      [2, 0],
      [2, 4],
    ]);
  });
});
