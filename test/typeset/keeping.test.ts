/** What stays together on a page: small panels and quotations, titles and what follows, and the last block of a document. */
import { describe, expect, test } from 'vitest';
import { layOut } from '../support/layout.ts';

/** A6: sixteen lines of 20 pt. */
const page = (content: string) =>
  `<document page-size="A6" margin="49.765pt 20pt 49.765pt 20pt">${content}</document>`;
const LINES = 16;
const texts = (count: number, name = 'Line') =>
  Array.from({ length: count }, (_, i) => `<text>${name} ${i + 1}</text>`).join('');
const long = (count: number) => Array.from({ length: count }, (_, i) => `L${i + 1}`).join('<br/>');

const onPage = (content: string, number: number, body?: string) =>
  layOut('en', page(content), body)
    .lines.filter((line) => line.page === number)
    .map(({ text }) => text.trim());

describe('panels', () => {
  test('have the space of their padding around the text on each page', () => {
    const panel = `<panel fill="tint" padding="6pt 0 4pt 0">${texts(LINES + 4)}</panel>`;
    const { pages, lines } = layOut('en', page(panel));
    pages.forEach(({ items }, index) => {
      const here = lines.filter((line) => line.page === index + 1);
      const fill = items.find(({ type }) => type === 'rectangle');
      if (fill?.type !== 'rectangle') throw new Error('no fill');
      expect(here[0]!.top - fill.y).toBeCloseTo(6, -0.5);
      expect(fill.y + fill.height).toBeGreaterThan(here.at(-1)!.top + 19);
    });
  });

  test('that are small are not parted', () => {
    const panel = '<panel><text>Title</text><text>One.</text><text>Two.</text></panel>';
    expect(onPage(`${texts(LINES - 2)}${panel}`, 2)).toEqual(['Title', 'One.', 'Two.']);
  });

  test('that are large keep two lines with their title', () => {
    const panel = `<panel><text>Title</text><text>${long(8)}</text></panel>`;
    expect(onPage(`${texts(LINES - 2)}${panel}`, 2)).toContain('Title');
    expect(onPage(`${texts(LINES - 3)}${panel}`, 1).slice(-3)).toEqual(['Title', 'L1', 'L2']);
  });
});

test('a short quotation stays together', () => {
  const body = `${'Line.\n\n'.repeat(LINES - 2)}> One.\n>\n> Two.\n>\n> Three.`;
  expect(onPage('{{{body}}}', 2, body)).toEqual(['One.', 'Two.', 'Three.']);
});

test('a heading stays with the first rows of its table', () => {
  const body = `${'Line.\n\n'.repeat(LINES - 2)}## Heading\n\n| A |\n|---|\n| a |\n| b |`;
  expect(onPage('{{{body}}}', 2, body).slice(0, 3)).toEqual(['Heading', 'A', 'a']);
});

describe('the last block of a document that must not be parted', () => {
  const about = '<stack unbreakable="true"><text>About</text><text>Who we are.</text></stack>';

  test('does not stand alone on a page', () => {
    expect(onPage(`${texts(LINES - 1)}${about}`, 1)).toHaveLength(LINES - 2);
    expect(onPage(`${texts(LINES - 1)}${about}`, 2)).toEqual([`Line ${LINES - 1}`, 'About', 'Who we are.']);
  });

  const items = (count: number) =>
    Array.from({ length: count }, (_, i) => `<item><text>Item ${i + 1}</text></item>`).join('');
  test.each([
    [
      'a panel that fills it',
      0,
      `<panel><text>Title</text><ol margin="0">${items(13)}</ol></panel>`,
      ['Item 13'],
    ],
    [
      'a panel from its first half on',
      4,
      `<panel><text>Title</text><ol margin="0">${items(9)}</ol></panel>`,
      ['Item 9'],
    ],
    ['a panel of paragraphs', 0, `<panel>${texts(LINES)}</panel>`, ['Line 16']],
    ['a panel of one paragraph', 0, `<panel><text>${long(LINES)}</text></panel>`, ['L15', 'L16']],
    [
      'a list of long items',
      0,
      `<ol><item><text>${long(LINES / 2)}</text></item><item><text>${long(LINES / 2)}</text></item></ol>`,
      ['L7', 'L8'],
    ],
  ])('nor after %s', (_, above, block, company) => {
    const content = `${texts(above)}${block}${about}`;
    expect(onPage(content, 2).filter((line) => !/^\d+\.?$/.test(line))).toEqual([
      ...company,
      'About',
      'Who we are.',
    ]);
    expect(layOut('en', page(content)).pages).toHaveLength(2);
  });

  test('is kept company by what must stay with its heading', () => {
    const content = `${texts(LINES - 3)}<heading>Heading</heading><text>Under it.</text>${about}`;
    expect(onPage(content, 2)).toEqual(['Heading', 'Under it.', 'About', 'Who we are.']);
  });

  test('may stand alone where a page would be left half empty', () => {
    const content = `<stack unbreakable="true">${texts(LINES)}</stack>${about}`;
    expect(onPage(content, 2)).toEqual(['About', 'Who we are.']);
  });

  test('is on the page that the contents name', () => {
    const content = `<toc/>${texts(LINES - 3)}{{{body}}}${about}`;
    expect(onPage(content, 1, '## Heading\n\nText.').slice(0, 2)).toEqual(['Heading', '2']);
    expect(onPage(content, 2, '## Heading\n\nText.')).toEqual(['Heading', 'Text.', 'About', 'Who we are.']);
  });
});

describe('a last page with little on it', () => {
  const lines = (count: number, name = 'L') =>
    Array.from({ length: count }, (_, i) => `${name}${i + 1}`).join('\\\n');
  const end = '## About\n\nWho we are.';

  test.each(['en', 'fa-AF'])('takes two lines of the paragraph before (%s)', (lang) => {
    const { lines: set } = layOut(lang, page('{{{body}}}'), `${lines(LINES)}\n\n${end}`);
    const last = set.filter(({ page: number }) => number === 2).map(({ text }) => text.trim());
    expect(last).toEqual(['L15', 'L16', 'About', 'Who we are.']);
  });

  test('takes what it can of shorter ones', () => {
    expect(onPage('{{{body}}}', 2, `${lines(LINES - 2)}\n\n${lines(2, 'M')}\n\n${end}`)).toEqual([
      'M1',
      'M2',
      'About',
      'Who we are.',
    ]);
  });

  test('and a single line on it does not stand alone', () => {
    expect(onPage('{{{body}}}', 2, `${lines(LINES)}\n\nOnly.`)).toEqual(['L15', 'L16', 'Only.']);
  });

  test('of a heading whose text fills a good part of it stays as it is', () => {
    expect(onPage('{{{body}}}', 2, `${lines(LINES)}\n\n## About\n\n${lines(4, 'T')}`)).toEqual([
      'About',
      'T1',
      'T2',
      'T3',
      'T4',
    ]);
  });

  test('leaves two lines of a paragraph where it was', () => {
    const body = `${lines(LINES - 3)}\n\n${lines(3, 'M')}\n\n${end}`;
    expect(onPage('{{{body}}}', 2, body)).toEqual(['M1', 'M2', 'M3', 'About', 'Who we are.']);
  });

  test('is none for the space below the last block', () => {
    const full = `${texts(LINES - 2)}<text margin="0 0 15pt 0">Last.</text>`;
    for (const space of ['25pt', '15pt'])
      expect(layOut('en', page(full.replace('15pt', space))).pages).toHaveLength(1);
  });

  test('stays on one page where all goes on one', () => {
    expect(onPage('{{{body}}}', 1, `${lines(3)}\n\n${end}`)).toHaveLength(5);
  });
});
