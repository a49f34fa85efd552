/** Footnotes on their pages, and where links between a note and its call lead. */
import { describe, expect, test } from 'vitest';
import { type Laid, layOut } from '../support/layout.ts';

const TEMPLATE = '<document page-size="A6" margin="20pt">{{{body}}}</document>';
const lay = (body: string): Laid => layOut('en', TEMPLATE, body);

/** Names of places, with the first words of the line each leads to. */
function placesOf({ pages }: Laid): Record<string, string> {
  const places: Record<string, string> = {};
  for (const { items } of pages)
    for (const item of items)
      if (item.type === 'line')
        for (const name of item.destinations ?? [])
          places[name] ??= item.line.paragraph.text.slice(item.line.start, item.line.end);
  return places;
}

describe('a footnote', () => {
  test('stands at the foot of its page, with those that it calls, in the order of their numbers', () => {
    const { lines, pages } = lay('One[^a] two[^b].\n\n[^a]: First[^c].\n\n[^b]: Second.\n\n[^c]: Third.');
    expect(pages).toHaveLength(1);
    expect(lines.map(({ text }) => text)).toEqual([
      'One1 two2.',
      '1',
      'First3.',
      '2',
      'Second.',
      '3',
      'Third.',
    ]);
    expect(lines.at(-1)!.top).toBeGreaterThan(lines[0]!.top + 200);
  });

  test('that is called on two pages leads back to the first', () => {
    const body = `One[^a].\n\n${'Line.\n\n'.repeat(20)}Again[^a].\n\n[^a]: Note.`;
    expect(placesOf(lay(body))).toMatchObject({ 'call.1': 'One1.', 'note.1': 'Note.' });
  });

  test.each([
    ['a list', '- item', 'item'],
    ['a quotation', '> quoted', 'quoted'],
    ['code', '`code` here', 'code here'],
    ['a table', '| a | b |\n    |---|---|', 'a'],
  ])('that begins with %s is a place links lead to', (_, note, first) => {
    expect(placesOf(lay(`Text[^a].\n\n[^a]: ${note}`))['note.1']).toBe(first);
  });

  test('is found in a chain of two thousand notes', () => {
    const chain = Array.from({ length: 2000 }, (_, i) => `[^n${i}]: Note[^n${i + 1}].\n`).join('\n');
    const { report } = lay(`Text[^n0].\n\n${chain}\n[^n2000]: Last.`);
    expect(report.diagnostics).toEqual([]);
  });
});

test('names lead to lists, tables, quotations, figures, phrases and headings without a name of their own', () => {
  const body = `- item
{#list}

| cell | b |
|---|---|

{#table}

> quoted
{#quote}

Text with [a phrase]{#phrase}.

## Heading`;
  expect(placesOf(lay(body))).toEqual({
    list: 'item',
    table: 'cell',
    quote: 'quoted',
    phrase: 'Text with a phrase.',
    'heading.1': 'Heading',
  });
});
