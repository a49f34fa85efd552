/** Nothing leaves its column unseen: tables share out their width, long words are parted, and what cannot be helped is told. */
import { describe, expect, test } from 'vitest';
import { type Laid, layOut } from '../support/layout.ts';
import { expectLinear } from '../support/linear.ts';

/** A6 with a column of 257.64 pt from 20 pt on. */
const page = (content: string) =>
  `<document page-size="A6" margin="49.765pt 20pt 49.765pt 20pt">${content}</document>`;
const LEFT = 20;
const RIGHT = 278;
const body = (markdown: string, lang = 'en') => layOut(lang, page('{{{body}}}'), markdown);

/** Left edge of each text, by its words. */
const leftOf = ({ lines }: Laid, text: string) => lines.find((line) => line.text === text)!.left;
const beyond = ({ lines }: Laid) => lines.filter(({ left, right }) => left < LEFT - 1 || right > RIGHT + 1);

describe('columns of a table', () => {
  test('are even when everything goes on one line', () => {
    const laid = body('| A | B | C |\n|---|---|---|\n| one | two | three |');
    const [a, b, c] = ['one', 'two', 'three'].map((text) => leftOf(laid, text));
    expect(b! - a!).toBeCloseTo((RIGHT - LEFT) / 3, -1);
    expect(c! - b!).toBeCloseTo((RIGHT - LEFT) / 3, -1);
  });

  test('with little text keep it on one line, and leave the rest to the others', () => {
    const laid = body(`| Province | Why |\n|---|---|\n| Nangarhar | ${'many words of text '.repeat(8)} |`);
    expect(laid.lines.filter(({ text }) => text.startsWith('Nang'))).toHaveLength(1);
    expect(leftOf(laid, 'Why')).toBeLessThan(LEFT + 80);
    expect(beyond(laid)).toEqual([]);
  });

  test('share the width by how much they hold, and none starves', () => {
    const laid = body(`| A | B |\n|---|---|\n| ${'word '.repeat(20)} | ${'word '.repeat(200)} |`);
    expect(leftOf(laid, 'B')).toBeGreaterThan(LEFT + 55);
    expect(leftOf(laid, 'B')).toBeLessThan(LEFT + 120);
  });

  test('are as wide as the template says', () => {
    const table =
      '<table widths="60pt 25% *"><row header="true"><cell>A</cell><cell>B</cell><cell>C</cell></row><row><cell>a</cell><cell>b</cell><cell>c</cell></row></table>';
    const laid = layOut('en', page(table));
    expect(leftOf(laid, 'B') - leftOf(laid, 'A')).toBeCloseTo(68, -0.5);
  });

  test('give way when they were given more than there is', () => {
    const table =
      '<table widths="300pt 200pt"><row header="true"><cell>A</cell><cell>B</cell></row><row><cell>a</cell><cell>right</cell></row></table>';
    const laid = layOut('en', page(table));
    expect(beyond(laid)).toEqual([]);
    expect(leftOf(laid, 'right')).toBeCloseTo(LEFT + 0.6 * (RIGHT - LEFT), -1.3);
  });

  const wide = (columns: number, word: string) => {
    const row = (text: string) => `|${` ${text} |`.repeat(columns)}`;
    return `\n${row('H')}\n${row('---')}\n${row(word)}`;
  };

  test('are set in smaller type before words are cut', () => {
    const laid = body(wide(6, 'Refugee'));
    expect(laid.lines.filter(({ text }) => text === 'Refugee')).toHaveLength(6);
    expect(beyond(laid)).toEqual([]);
    expect(laid.diagnostics).toEqual([]);
  });

  test('that are too many are told, with their place and millimetres', () => {
    const laid = body(wide(14, 'Kurdistan'));
    expect(beyond(laid)).toEqual([]);
    const drawn = laid.lines.map(({ text }) => text);
    expect(drawn).not.toContain('Kurdistan');
    expect([...drawn.join('').matchAll(/Kurdistan/g)]).toHaveLength(14);
    expect(laid.diagnostics).toHaveLength(1);
    expect(laid.diagnostics[0]).toMatchObject({
      code: 'table-too-wide',
      severity: 'warning',
      message: expect.stringMatching(
        /^the table is \d+ mm too wide for its column, even with type at 75 % of its size: words are cut$/,
      ),
      span: { file: 'content/test/en.md', line: 7 },
    });
  });
});

describe('a word wider than its column', () => {
  test('is cut at the edge, and told with its place and widths', () => {
    const laid = body(`Before ${'x'.repeat(150)} after.`);
    expect(beyond(laid)).toEqual([]);
    expect(laid.lines.map(({ text }) => text).join('')).toContain('x'.repeat(150).slice(0, 100));
    expect(laid.diagnostics).toMatchObject([
      {
        code: 'text-too-wide',
        severity: 'warning',
        message: expect.stringMatching(/^"x{24}…" is 2\d\d mm wide and its column 91 mm: it is cut$/),
        span: { file: 'content/test/en.md', line: 6, column: 8, length: 150 },
      },
    ]);
  });

  test('is hyphenated where its language can be, although its style does not ask for it', () => {
    const laid = layOut(
      'en',
      page('<columns><text width="50pt">internationalisation</text><text>b</text></columns>'),
    );
    const parts = laid.lines.filter(({ text }) => text !== 'b').map(({ text }) => text);
    expect(parts.join('')).toBe('internationalisation');
    expect(parts.length).toBeGreaterThan(1);
    expect(laid.diagnostics).toEqual([]);
    expect(beyond(laid)).toEqual([]);
  });

  test('in a column that is hardly there still stays on the paper', () => {
    const columns = '<columns gap="4pt"><text width="250pt">one</text><text>unbreakable</text></columns>';
    const laid = layOut('en', page(columns));
    expect(beyond(laid)).toEqual([]);
  });
});

describe('percentages in a row that stands in another', () => {
  test('give room to what is in them', () => {
    const nested =
      '<columns gap="0"><stack width="auto"><columns gap="0"><text width="25%">one</text><text width="75%">two</text></columns></stack>' +
      '<stack><table widths="20% 80%"><row header="true"><cell>A</cell><cell>B</cell></row></table></stack></columns>';
    expect(layOut('en', page(nested)).lines.map(({ text }) => text)).toEqual(['one', 'two', 'A', 'B']);
  });
});

describe('headers and footers', () => {
  const lines = '<text>Line</text>\n'.repeat(6);

  test('that run off the paper are an error with their place', () => {
    const laid = layOut('en', page(`<footer>\n${lines}</footer>\n<text>Text</text>`));
    expect(laid.diagnostics).toMatchObject([
      {
        code: 'off-page',
        severity: 'error',
        message: 'text would stand 22 mm beyond the edge of the paper',
        span: { file: 'templates/test.hbs', line: 7 },
      },
    ]);
  });

  test('that run into the text are a warning', () => {
    const laid = layOut('en', page(`<header>${lines}</header>\n<text>Text</text>`));
    expect(laid.lines.filter(({ text }) => text === 'Line')).toHaveLength(6);
    expect(laid.diagnostics).toMatchObject([
      {
        code: 'header-too-high',
        severity: 'warning',
        message: 'the header is 25 mm higher than the margin above the text, and runs into it',
        span: { file: 'templates/test.hbs', line: 1 },
      },
    ]);
  });
});

test('a word that is cut on hundreds of lines takes linear time', () => {
  const narrow = page('<columns gap="0"><stack width="20pt">{{{body}}}</stack></columns>');
  expectLinear((size, run) => {
    const laid = layOut('en', narrow, `${run}${'x'.repeat(size)}`);
    expect(laid.diagnostics.map(({ code }) => code)).toEqual(['text-too-wide']);
  }, 12_000);
});
