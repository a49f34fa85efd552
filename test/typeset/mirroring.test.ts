/** Right-to-left pages are the mirror image of left-to-right ones, and boxes of another direction are not. */
import { describe, expect, test } from 'vitest';
import { layOut, PLAIN_STYLES } from '../support/layout.ts';

const PAGE = 400 as const;
/** A5 is 419.53 pt wide: margins of 9.765 leave a column of 400. */
const document = (content: string) =>
  `<document page-size="A5" margin="20pt 9.765pt 20pt 9.765pt">${content}</document>`;
const LEFT = 10;
const RIGHT = LEFT + PAGE;

describe('blocks', () => {
  test('text starts at the start edge of the page', () => {
    expect(layOut('en', document('<text>Word</text>')).lines[0]).toMatchObject({ left: LEFT });
    expect(layOut('fa-AF', document('<text>واژه</text>')).lines[0]).toMatchObject({ right: RIGHT });
  });

  test('align="end" is the other edge', () => {
    expect(layOut('en', document('<text align="end">Word</text>')).lines[0]).toMatchObject({ right: RIGHT });
    expect(layOut('fa-AF', document('<text align="end">واژه</text>')).lines[0]).toMatchObject({ left: LEFT });
  });

  test('columns run from start to end', () => {
    const columns = '<columns gap="0"><text width="100pt">یک</text><text width="*">دو</text></columns>';
    const [first, second] = layOut('ar', document(columns)).lines;
    expect(first).toMatchObject({ right: RIGHT });
    expect(second).toMatchObject({ right: RIGHT - 100 });
  });

  test('margins at the start are on the right', () => {
    const [line] = layOut('ur', document('<text margin="0 0 0 30pt">لفظ</text>')).lines;
    expect(line).toMatchObject({ right: RIGHT - 30 });
  });
});

describe('a column of numbers at the end', () => {
  const edges = (lang: string, numbers: readonly string[], head = 'H') => {
    const rows = numbers.map((number) => `| ${number} | z |`);
    const { lines } = layOut(
      lang,
      document('{{{body}}}'),
      [`| ${head} | z |`, '| ---: | --- |', ...rows].join('\n'),
    );
    return lines.filter(({ text }) => text !== 'z').map(({ left, right }) => ({ left, right }));
  };

  test('has its units one under another in either direction, and its widest number at the end', () => {
    const [, ...latin] = edges('en', ['493,200', '9,000', '640']);
    expect(new Set(latin.map(({ right }) => right)).size).toBe(1);
    for (const [lang, numbers] of [
      ['fa-AF', ['۴۹۳٬۲۰۰', '۹٬۰۰۰', '**۶۴۰**']],
      ['ar', ['٤٩٣٬٢٠٠', '٩٬٠٠٠', '٦٤٠']],
      ['ur', ['493,200', '9,000', '-640']],
      ['ps', ['USD 9,000', 'Rs. 120', 'Rs. 1,500']],
      ['he', ['17.5%', '9.0%', '₪ 3.0']],
    ] as const) {
      const [head, ...rest] = edges(lang, numbers);
      expect(new Set(rest.map(({ right }) => right)).size, lang).toBe(1);
      expect(rest[0]!.left, lang).toBe(head!.left);
    }
  });

  test('words stay at the end, and so do numbers in a column too narrow for them', () => {
    const [, ...words] = edges('fa-AF', ['سه صد', 'نه']);
    expect(new Set(words.map(({ left }) => left)).size).toBe(1);
  });
});

describe('first-line indent', () => {
  const indented = (words: string) => document(`<text style="indented">${words}</text>`);

  test('moves the first line from the start edge, and no other', () => {
    const [first, second] = layOut('en', indented('word '.repeat(60))).lines;
    expect(first).toMatchObject({ left: LEFT + 30 });
    expect(first!.right).toBeLessThanOrEqual(RIGHT);
    expect(second).toMatchObject({ left: LEFT });
  });

  test('is on the right in right-to-left text', () => {
    const [first, second] = layOut('ar', indented('كلمة '.repeat(80))).lines;
    expect(first).toMatchObject({ right: RIGHT - 30 });
    expect(second).toMatchObject({ right: RIGHT });
  });
});

describe('lists', () => {
  test('lines of a tight list are evenly spaced, where a list begins in an item and where it ends', () => {
    const sheet = PLAIN_STYLES.replace('body: {}', 'body: { margin: [0, 0, 12, 0] }');
    const body = '- a\n- b\n  - c\n    - d\n    - e\n- f';
    const { lines } = layOut('en', document('{{{body}}}'), body, '', {}, sheet);
    const tops = lines.filter(({ text }) => /[a-f]/.test(text)).map(({ top }) => top);
    expect(tops.map((top) => top - tops[0]!)).toEqual([0, 23, 45, 68, 90, 113]);
  });

  test('markers hang at the start, in the digits of the language', () => {
    const list = layOut('fa-AF', document('{{{body}}}'), '1. یک\n2. دو').lines;
    expect(list.map(({ text }) => text)).toEqual(['۱.', 'یک', '۲.', 'دو']);
    const [marker, item] = list;
    expect(marker!.left).toBeGreaterThan(item!.right);
    expect(marker!.right).toBeLessThanOrEqual(RIGHT);
    expect(marker!.top).toBe(item!.top);
  });
});

describe('tables', () => {
  test('the first column is at the start', () => {
    const lines = layOut('ar', document('{{{body}}}'), '| أ | ب |\n|---|---|\n| ١ | ٢ |').lines;
    const at = (text: string) => lines.find((line) => line.text === text)!;
    expect(at('أ').left).toBeGreaterThan(at('ب').right);
    expect(at('١').left).toBeGreaterThan(at('٢').right);
  });
});

describe('a box of another direction', () => {
  test('a left-to-right list in an Urdu page stays left-to-right', () => {
    const list = '<ol dir="ltr" lang="en"><item><text>First</text></item></ol>';
    const [marker, item] = layOut('ur', document(list)).lines;
    expect(marker!.text).toBe('1.');
    expect(marker!.left).toBeGreaterThanOrEqual(LEFT);
    expect(marker!.right).toBeLessThan(item!.left);
    expect(item!.left).toBeLessThan(LEFT + 40);
  });

  test('flips nest: right-to-left inside left-to-right inside right-to-left', () => {
    const nested = '<stack dir="ltr"><text>outer</text><stack dir="rtl"><text>داخل</text></stack></stack>';
    const [outer, inner] = layOut('ar', document(nested)).lines;
    expect(outer).toMatchObject({ left: LEFT });
    expect(inner).toMatchObject({ right: RIGHT });
  });

  test('inside an unbreakable block it lands in the same place', () => {
    const box = '<stack unbreakable="true"><text dir="ltr" lang="en">Word</text></stack>';
    expect(layOut('ar', document(box)).lines[0]).toMatchObject({ left: LEFT });
  });

  test('in a column it stays in its column', () => {
    const columns =
      '<columns gap="0"><text width="100pt">یک</text><text width="*" dir="ltr" lang="en">Word</text></columns>';
    const word = layOut('ar', document(columns)).lines.find(({ text }) => text === 'Word')!;
    expect(word.left).toBe(LEFT);
    expect(word.right).toBeLessThan(RIGHT - 100);
  });
});
