/** Page breaking: no widows or orphans, headings stay with what follows, footnotes stand where they are called. */
import { describe, expect, test } from 'vitest';
import { layOut } from '../support/layout.ts';

/** A6 is 419.53 pt high: margins of 49.765 leave 320 pt, sixteen lines of 20. */
const document = '<document page-size="A6" margin="49.765pt 20pt 49.765pt 20pt">{{{body}}}</document>';
const LINES = 16;
/** Paragraphs of one line each. */
const short = (count: number) => Array.from({ length: count }, (_, i) => `Line ${i + 1}.`).join('\n\n');
/** One paragraph of `count` lines. */
const long = (count: number) => Array.from({ length: count }, (_, i) => `L${i + 1}`).join('  \n');

const onPage = (body: string, page: number) =>
  layOut('en', document, body)
    .lines.filter((line) => line.page === page)
    .map(({ text }) => text.trim());

test('a page takes sixteen lines', () => {
  expect(onPage(short(LINES), 1)).toHaveLength(LINES);
  expect(onPage(short(LINES), 2)).toEqual([]);
  expect(onPage(short(LINES + 3), 2)[0]).toBe(`Line ${LINES + 1}.`);
});

describe('widows and orphans', () => {
  test('no single first line at the foot of a page', () => {
    const body = `${short(LINES - 1)}\n\n${long(5)}`;
    expect(onPage(body, 2)).toEqual(['L1', 'L2', 'L3', 'L4', 'L5']);
  });

  test('two lines may stay', () => {
    const body = `${short(LINES - 2)}\n\n${long(5)}`;
    expect(onPage(body, 2)).toEqual(['L3', 'L4', 'L5']);
  });

  test('no single last line at the head of a page', () => {
    const body = `${short(LINES - 4)}\n\n${long(5)}`;
    expect(onPage(body, 2)).toEqual(['L4', 'L5']);
  });

  test('three lines move together rather than part', () => {
    const body = `${short(LINES - 2)}\n\n${long(3)}`;
    expect(onPage(body, 2)).toEqual(['L1', 'L2', 'L3']);
  });
});

describe('headings', () => {
  test('a heading is never the last line of a page', () => {
    const body = `${short(LINES - 1)}\n\n## Heading\n\nText.\n\n${long(5)}`;
    expect(onPage(body, 2).slice(0, 2)).toEqual(['Heading', 'Text.']);
  });

  test('nor parted from the two lines that must follow it', () => {
    expect(onPage(`${short(LINES - 2)}\n\n## Heading\n\n${long(4)}`, 2)).toEqual([
      'Heading',
      'L1',
      'L2',
      'L3',
      'L4',
    ]);
  });

  test('two headings move together', () => {
    const body = `${short(LINES - 2)}\n\n## One\n\n### Two\n\nText.\n\n${long(5)}`;
    expect(onPage(body, 2).slice(0, 3)).toEqual(['One', 'Two', 'Text.']);
  });
});

test('the space above what begins a page is dropped, but not on the first page', () => {
  const placeOf = (markup: string) => {
    const { lines } = layOut('en', document.replace('{{{body}}}', `${markup}<text>After</text>`));
    const { page, top } = lines.find(({ text }) => text === 'Text.')!;
    return [page, top];
  };
  const full = '<text>Line</text>'.repeat(LINES);
  expect(placeOf('<text margin="15pt 0 0 0">Text.</text>')).toEqual([1, 65]);
  expect(placeOf(`${full}<text>Text.</text>`)).toEqual([2, 50]);
  expect(placeOf(`${full}<text margin="15pt 0 0 0">Text.</text>`)).toEqual([2, 50]);
  const heading = '<heading margin="9pt 0 0 0">Text.</heading>';
  expect(placeOf(`${full}<stack margin="15pt 0 0 0">${heading}</stack>`)).toEqual([2, 50]);
  expect(placeOf(`${full}<stack unbreakable="true">${heading}</stack>`)).toEqual([2, 50]);
  // In a box the space is part of its look.
  expect(placeOf(`${full}<panel fill="tint" padding="6pt 0 0 0">${heading}</panel>`)).toEqual([2, 65]);
});

describe('tables', () => {
  const table = (rows: number) =>
    ['| A | B |', '|---|---|', ...Array.from({ length: rows }, (_, i) => `| a${i + 1} | b${i + 1} |`)].join(
      '\n',
    );

  test('header rows repeat, as artifacts', () => {
    const { lines } = layOut('en', document, table(20));
    const heads = lines.filter(({ text }) => text === 'A');
    expect(heads.map(({ page, artifact }) => [page, artifact])).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  test('a row that does not fit moves whole', () => {
    const body = `${short(LINES - 2)}\n\n| A | B |\n|---|---|\n| one | two |`;
    expect(onPage(body, 2)).toEqual(['A', 'B', 'one', 'two']);
  });
});

describe('what is taller than a page', () => {
  const words = Array.from({ length: 400 }, (_, i) => `w${i}`);
  const drawn = (lines: readonly { text: string }[]) => lines.flatMap(({ text }) => text.trim().split(' '));

  test('a table row splits, and no word is lost', () => {
    const { lines, pages } = layOut('en', document, `| A | B |\n|---|---|\n| short | ${words.join(' ')} |`);
    expect(pages.length).toBeGreaterThan(1);
    expect(drawn(lines).filter((word) => /^w\d/.test(word))).toEqual(words);
  });

  test('an unbreakable block breaks, and no word is lost', () => {
    const template = document.replace('{{{body}}}', '<stack unbreakable="true">{{{body}}}</stack>');
    const { lines } = layOut('en', template, words.join(' '));
    expect(drawn(lines)).toEqual(words);
  });
});

describe('footnotes', () => {
  test('stand at the foot of the page they are called on', () => {
    const { lines } = layOut(
      'en',
      document,
      `First.[^a]\n\n${short(20)}\n\nLast.[^b]\n\n[^a]: Note A.\n[^b]: Note B.`,
    );
    const note = (text: string) => lines.find((line) => line.text === text)!;
    expect(note('Note A.')).toMatchObject({ page: 1 });
    expect(note('Note B.')).toMatchObject({ page: 2 });
    expect(note('Note A.').top).toBeGreaterThan(340);
    const body = lines.filter(({ page, text }) => page === 1 && text.startsWith('Line'));
    expect(Math.max(...body.map(({ top }) => top)) + 20).toBeLessThan(note('Note A.').top);
  });

  test('a call in a table keeps room after the table', () => {
    const { lines } = layOut('en', document, `| A |\n|---|\n| x[^a] |\n\n${short(15)}\n\n[^a]: Note A.`);
    const note = lines.find(({ text }) => text === 'Note A.')!;
    expect(note.page).toBe(1);
    const above = lines.filter(({ page, text }) => page === 1 && text.startsWith('Line'));
    expect(Math.max(...above.map(({ top }) => top)) + 20).toBeLessThan(note.top);
  });
});

describe('a table of contents', () => {
  test('lists the headings with the pages they stand on, in the digits of the language', () => {
    const template = document.replace('{{{body}}}', '<toc depth="2"/>{{{body}}}');
    const body = `## یک\n\n${short(20)}\n\n## دو\n\n### سه\n\nمتن.`;
    const { lines } = layOut('fa-AF', template, body);
    expect(lines.slice(0, 4).map(({ text }) => text)).toEqual(['یک', '۱', 'دو', '۲']);
    const [title, number] = lines;
    expect(number!.top).toBe(title!.top);
    expect(number!.right).toBeLessThan(title!.left);
  });
});

describe('one page', () => {
  const fitted = (min: string) =>
    `<document page-size="A6" margin="49.765pt 20pt 49.765pt 20pt" fit="page" min-scale="${min}">{{{body}}}</document>`;

  test('type is made smaller until everything fits', () => {
    const laid = layOut('en', fitted('0.7'), short(18));
    expect(laid.pages).toHaveLength(1);
    expect(laid.scale).toBeLessThan(1);
    expect(laid.scale).toBeGreaterThan(0.8);
  });

  test('but no smaller than it may be', () => {
    expect(layOut('en', fitted('0.9'), short(30)).fits).toBe(false);
  });

  test('what is far too long is tried at the smallest size alone', () => {
    const laid = layOut('en', fitted('0.9'), short(400));
    expect(laid).toMatchObject({ fits: false, scale: layOut('en', fitted('0.9'), short(30)).scale });
  });

  test('growing spacers share what is left', () => {
    const template =
      '<document page-size="A6" margin="49.765pt 20pt 49.765pt 20pt" fit="page"><text>Top</text><spacer grow="1"/><text>Bottom</text></document>';
    const [top, bottom] = layOut('en', template).lines;
    expect(top!.top).toBe(50);
    expect(bottom!.top).toBeCloseTo(349, -0.5);
  });

  test('and keep it when there is a table of contents', () => {
    const template =
      '<document page-size="A6" margin="49.765pt 20pt 49.765pt 20pt" fit="page"><toc/><spacer grow="1"/>{{{body}}}</document>';
    const { lines, pages } = layOut('en', template, '## Heading\n\nBottom.');
    expect(pages).toHaveLength(1);
    expect(lines.map(({ text }) => text)).toEqual(['Heading', '1', 'Heading', 'Bottom.']);
    expect(lines.at(-1)!.top).toBeCloseTo(349, -0.5);
  });
});
