/** Footnotes: they stand at the foot of the page of their call, and long ones go on at the foot of the next. */
import { describe, expect, test } from 'vitest';
import { layOut } from '../support/layout.ts';

/** A6: sixteen lines of 20 pt, or twenty of a note, 15.2 pt high, under their line. */
const document = '<document page-size="A6" margin="49.765pt 20pt 49.765pt 20pt">{{{body}}}</document>';
const BOTTOM = 370;
const short = (count: number) => Array.from({ length: count }, (_, i) => `Line ${i + 1}.`).join('\n\n');
/** A note of `count` lines. */
const note = (name: string, count: number) =>
  `[^${name}]: ${Array.from({ length: count }, (_, i) => `${name}${i + 1}`).join('\\\n    ')}`;
const laid = (body: string, template = document) => layOut('en', template, body);
const linesOf = (body: string, name: string, template?: string) =>
  laid(body, template).lines.filter(({ text }) => new RegExp(`^${name}\\d+$`).test(text));

describe('a note longer than the rest of its page', () => {
  const body = `First.[^a]\n\n${short(30)}\n\n${note('a', 20)}`;

  test('goes on at the foot of the next page, and no line of it is lost', () => {
    const lines = linesOf(body, 'a');
    expect(lines.map(({ text }) => text)).toEqual(Array.from({ length: 20 }, (_, i) => `a${i + 1}`));
    const pages = lines.map(({ page }) => page);
    expect(pages).toEqual([...pages].sort());
    expect(new Set(pages).size).toBe(3);
  });

  test('begins on the page of its call, with at least two lines on each page', () => {
    const pages = linesOf(body, 'a').map(({ page }) => page);
    expect(pages[0]).toBe(1);
    for (const page of new Set(pages))
      expect(pages.filter((each) => each === page).length).toBeGreaterThan(1);
  });

  test('leaves room for the text, which it does not run into', () => {
    const { lines } = laid(body);
    for (const page of [1, 2, 3]) {
      const here = lines.filter((line) => line.page === page);
      const text = here.filter((line) => /^(First|Line)/.test(line.text)).map(({ top }) => top);
      const notes = here.filter((line) => /^a\d+$/.test(line.text)).map(({ top }) => top);
      expect(text.length).toBeGreaterThan(3);
      expect(Math.max(...text) + 20).toBeLessThan(Math.min(...notes));
      expect(Math.max(...notes) + 15).toBeLessThanOrEqual(BOTTOM);
    }
  });

  test('takes pages of its own when the text is done', () => {
    const lines = linesOf(`Only.[^a]\n\n${note('a', 40)}`, 'a');
    expect(lines).toHaveLength(40);
    expect(lines.at(-1)!.page).toBe(3);
    expect(lines.filter(({ page }) => page === 2)).toHaveLength(20);
  });

  test('has one number, beside its first line', () => {
    const numbers = laid(body).lines.filter(({ text, left }) => text === '1' && left < 40);
    expect(numbers.map(({ page }) => page)).toEqual([1]);
  });

  test('is one element in the tags, and counts the pages it needs', () => {
    const template = document.replace(
      '{{{body}}}',
      '<footer><text><page-number/>/<page-count/></text></footer>{{{body}}}',
    );
    const { pages, lines } = laid(body, template);
    expect(lines.filter(({ text }) => text === `1/${pages.length}`)).toHaveLength(1);
    const owners = pages.flatMap(({ items }) =>
      items.flatMap((item) =>
        item.type === 'line' && item.line.paragraph.text.startsWith('a1') ? [item.tag] : [],
      ),
    );
    expect(new Set(owners).size).toBe(1);
  });
});

describe('a note called in a table or another block that is not parted', () => {
  /** Rows of which some call a note of so many lines: `rows[i]` is how many, 0 for none. */
  const table = (rows: readonly number[], head = 'Head') =>
    `| ${head} |\n|---|\n${rows.map((lines, i) => `| row${i}.${lines > 0 ? `[^n${i}x]` : ''} |`).join('\n')}\n\n` +
    rows.map((lines, i) => (lines > 0 ? note(`n${i}x`, lines) : '')).join('\n\n');
  const pagesOf = (body: string, rows: readonly number[], lang = 'en') => {
    const { lines } = layOut(lang, document, body);
    const pageOf = (text: string) => lines.filter((line) => line.text === text).map(({ page }) => page);
    rows.forEach((count, i) => {
      const [page, ...more] = lines.filter(({ text }) => text.startsWith(`row${i}.`)).map(({ page }) => page);
      expect(more, `row ${i} is there once`).toEqual([]);
      if (count === 0) return;
      expect(pageOf(`n${i}x1`), `note of row ${i}`).toEqual([page]);
      for (let line = 1; line <= count; line++) expect(pageOf(`n${i}x${line}`)).toHaveLength(1);
    });
    return lines;
  };

  test.each(['en', 'fa-AF'])('stands at the foot of the page of its row (%s)', (lang) => {
    const rows = Array.from({ length: 40 }, (_, i) => (i % 6 === 2 ? 1 : 0));
    const lines = pagesOf(`Before.\n\n${table(rows)}\n\nAfter.`, rows, lang);
    expect(new Set(lines.map(({ page }) => page)).size).toBeGreaterThan(2);
    for (const page of new Set(lines.map((line) => line.page))) {
      const here = lines.filter((line) => line.page === page);
      const text = here.filter(({ text }) => /^(row|After)/.test(text)).map(({ top }) => top);
      const notes = here.filter(({ text }) => /^n\d/.test(text)).map(({ top }) => top);
      if (notes.length === 0) continue;
      expect(Math.max(...text) + 20).toBeLessThanOrEqual(Math.min(...notes));
      expect(Math.max(...notes) + 15).toBeLessThanOrEqual(BOTTOM);
    }
  });

  test('takes its row with it where both do not fit', () => {
    const rows = Array.from({ length: 30 }, (_, i) => (i === 13 ? 4 : 0));
    const lines = pagesOf(table(rows), rows);
    expect(lines.find(({ text }) => text.startsWith('row12.'))!.page).toBe(1);
    expect(lines.find(({ text }) => text.startsWith('row13.'))!.page).toBe(2);
    expect(
      lines
        .filter(({ text }) => text === 'Head')
        .map(({ page }) => page)
        .slice(0, 2),
    ).toEqual([1, 2]);
  });

  test('goes on at the foot of the next page when it is long', () => {
    const rows = [0, 30, 0, 0, 12, 0, 3];
    pagesOf(`Before.\n\n${table(rows)}`, rows);
  });

  test('of the header row stands where the table begins', () => {
    const { lines } = layOut(
      'en',
      document,
      `${short(3)}\n\n${table(Array(30).fill(0), 'Head[^h]')}\n\n${note('h', 2)}`,
    );
    expect(lines.filter(({ text }) => text === 'h1').map(({ page }) => page)).toEqual([1]);
  });

  test.each([
    ['a paragraph', 'Call.[^q]'],
    ['a table', '| A |\n|---|\n| Call.[^q] |'],
    ['a list', '- Call.[^q]\n- Two'],
  ])('moves %s with its heading', (_, block) => {
    const { lines } = laid(`${short(12)}\n\n## Title\n\n${block}\n\n${note('q', 3)}`);
    const pageOf = (start: string) => lines.find(({ text }) => text.startsWith(start))!.page;
    expect([pageOf('Title'), pageOf('Call.'), pageOf('q1')]).toEqual([2, 2, 2]);
  });

  test('of a quotation that moves to the next page moves too', () => {
    const { lines } = laid(`${short(14)}\n\n> quoted[^q]\\\n> and more\n\n${note('q', 2)}`);
    const pageOf = (start: string) => lines.find(({ text }) => text.startsWith(start))!.page;
    expect([pageOf('quoted'), pageOf('and more'), pageOf('q1'), pageOf('q2')]).toEqual([2, 2, 2, 2]);
  });

  test('leaves no row out that is higher than what a long note before it leaves', () => {
    const row = Array.from({ length: 10 }, (_, i) => `${'word '.repeat(11)}end${i}`).join(' ');
    const { lines } = laid(`First.[^a]\n\n| A |\n|---|\n| one |\n| ${row} |\n\n${note('a', 40)}`);
    const words = lines.map(({ text }) => text).join(' ');
    expect(words.match(/end\d/g)).toHaveLength(10);
    expect(words.match(/\ba\d+/g)).toHaveLength(40);
  });
});

test('notes called where no room is left go on to the next page whole', () => {
  const table = `| A |\n|---|\n${Array.from({ length: 14 }, (_, i) => `| row ${i} |`).join('\n')}\n| last[^a] |`;
  const { lines } = laid(`${table}\n\nAfter.\n\n${note('a', 3)}`);
  const notes = lines.filter(({ text }) => /^a\d+$/.test(text));
  expect(notes.map(({ page }) => page)).toEqual([2, 2, 2]);
  expect(lines.find(({ text }) => text === 'After.')).toMatchObject({ page: 2 });
});

test('short notes are never parted', () => {
  const body = `${short(13)}\n\nCall.[^a]\n\n${short(5)}\n\n${note('a', 4)}`;
  expect(new Set(linesOf(body, 'a').map(({ page }) => page)).size).toBe(1);
});

describe('the room that notes take is known before their lines are placed', () => {
  const body = (head: number, text: string) =>
    laid(`${short(head)}\n\n${text}\n\n${note('a', 1)}`).lines.filter(({ text }) =>
      /^(L\d|Heading|Text)/.test(text),
    );
  /** A note of one line takes two lines of text: with the rule 28.6 pt. */
  test('the last line of a paragraph, which calls one, does not go to the next page alone', () => {
    expect(body(13, 'L1\\\nL2\\\nL3[^a]').map(({ page }) => page)).toEqual([2, 2, 2]);
    expect(body(11, 'L1\\\nL2\\\nL3[^a]').map(({ page }) => page)).toEqual([1, 1, 1]);
    expect(body(12, 'L1\\\nL2\\\nL3\\\nL4[^a]').map(({ page }) => page)).toEqual([1, 1, 2, 2]);
  });

  test('a heading is not left behind by a text that calls one', () => {
    expect(body(12, '## Heading\n\nText.[^a]').map(({ page }) => page)).toEqual([1, 1]);
    expect(body(13, '## Heading\n\nText.[^a]').map(({ page }) => page)).toEqual([2, 2]);
  });

  test('of which a page has one rule, whoever calls the first: a heading, or its text too', () => {
    const called = (head: number, text: string) =>
      laid(`${short(head)}\n\n${text}\n\n${['a', 'b', 'c'].map((name) => note(name, 1)).join('\n')}`)
        .lines.filter(({ text }) => /^(Heading|Text)/.test(text))
        .map(({ page }) => page);
    // 40 pt of text, 45.6 pt of notes and 13 pt of a rule in 100 pt.
    expect(called(11, '## Heading[^a]\n\nText.[^b] [^c]')).toEqual([1, 1]);
    expect(called(12, '## Heading[^a]\n\nText.[^b] [^c]')).toEqual([2, 2]);
    expect(called(11, '## Heading[^a]\n\nText.[^a] [^b]')).toEqual([1, 1]);
  });

  test('nor a heading that calls one', () => {
    expect(body(13, '## Heading[^a]\n\nText.').map(({ page }) => page)).toEqual([2, 2]);
  });
});

test('no line begins with the call of a note', () => {
  const text = Array.from({ length: 60 }, (_, i) => `${'i'.repeat(60 + i)} stop.[^n${i}] Next.`).join('\n\n');
  const notes = Array.from({ length: 60 }, (_, i) => `[^n${i}]: Note.`).join('\n');
  const { lines } = laid(`${text}\n\n${notes}`);
  expect(lines.filter(({ text }) => /stop\.\d+/.test(text))).toHaveLength(60);
});

test('the bar of a quotation that goes on to the next page ends with its text, above the notes', () => {
  const quote = Array.from({ length: 14 }, (_, i) => `> Q${i + 1}`).join('\\\n');
  const { pages, lines } = laid(`Call.[^a]\n\n${short(5)}\n\n${quote}\n\nAfter.\n\n${note('a', 2)}`);
  const bars = pages.map(({ items }) => items.find(({ type }) => type === 'rectangle')!);
  for (const [index, bar] of bars.entries()) {
    const here = lines.filter(({ text, page }) => page === index + 1 && text.startsWith('Q'));
    expect(here.length).toBeGreaterThan(1);
    if (bar.type !== 'rectangle') throw new Error('no bar');
    expect(bar.y).toBeCloseTo(here[0]!.top, -0.5);
    expect(bar.y + bar.height).toBeCloseTo(here.at(-1)!.top + 20, -0.5);
  }
  expect(bars).toHaveLength(2);
});
