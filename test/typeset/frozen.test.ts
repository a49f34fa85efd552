/** A composed document is data: it may be kept, and typeset and painted as often as one likes. */
import { expect, test } from 'vitest';
import { paint } from '../../src/paint/paint.ts';
import { PDF_A_2A } from '../../src/pdf/standards/pdf-a.ts';
import { PDF_UA_1 } from '../../src/pdf/standards/pdf-ua.ts';
import { ParagraphMemory } from '../../src/text/paragraph-cache.ts';
import { typeset } from '../../src/typeset/typeset.ts';
import { composed } from '../support/layout.ts';

/** Everything that layout writes on: boxes, columns, lists, tables with spans, pictures, rules, notes, page furniture. */
const TEMPLATE = `<document page-size="A6" margin="20mm 10mm 20mm 10mm">
  <header><columns valign="middle"><text>Head</text><qr value="https://example.org" size="30pt"/></columns></header>
  <footer><text>Page <page-number/></text></footer>
  <band fill="tint"><title>Title</title></band>
  <toc/>
  <columns gap="5pt"><text width="auto">One</text><svg src="drawing.svg" alt="A drawing"/></columns>
  <table widths="40pt *"><row header="true"><cell>A</cell><cell>B</cell></row><row><cell colspan="2">C</cell></row></table>
  <canvas><line x1="0pt" y1="0pt" x2="20pt" y2="0pt"/><rect x="0pt" y="2pt" w="20pt" h="4pt" fill="accent"/></canvas>
  <rule/>
  <stack unbreakable="true" dir="ltr" lang="en"><ol><item><text>First</text></item></ol></stack>
  {{{body}}}
</document>`;
const BODY = `## Heading

${'word '.repeat(300)}[^a] and [a link](https://example.org).

- item

| A | B |
|---|---|
| c | d |

> Quoted.

[^a]: Note.`;
const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>';

function frozen<T>(value: T, seen = new Set<unknown>()): T {
  if (typeof value !== 'object' || value === null || seen.has(value)) return value;
  seen.add(value);
  if (value instanceof Map) for (const entry of value) frozen(entry, seen);
  else Object.freeze(value);
  for (const inner of Object.values(value)) frozen(inner, seen);
  return value;
}

test.each(['en', 'fa-AF'])('a frozen document in %s gives the same bytes twice', async (lang) => {
  const { composition, fonts, report } = composed(lang, TEMPLATE, BODY, '', { 'drawing.svg': DRAWING });
  const { header, footer, ...rest } = composition.fit({
    scale: 1,
    growUnit: 0,
    pageOf: new Map([['heading.1', 1]]),
  });
  const document = frozen({
    ...rest,
    header: (page: number, pages: number) => frozen(header?.(page, pages)),
    footer: (page: number, pages: number) => frozen(footer?.(page, pages)),
  });
  const lay = () =>
    typeset(
      { fit: () => document },
      { fonts, paragraphs: new ParagraphMemory(fonts), onParagraph: () => {} },
    );
  const draw = (laid: ReturnType<typeof lay>) =>
    paint(laid, { standards: [PDF_A_2A, PDF_UA_1], images: new Map() });
  const laid = lay();
  for (const { items } of laid.pages) for (const item of items) Object.freeze(item);
  const bytes = await draw(laid);
  expect(report.diagnostics).toEqual([]);
  expect(laid.pages.length).toBeGreaterThan(1);
  expect(Buffer.from(await draw(laid)).equals(bytes)).toBe(true);
  expect(Buffer.from(await draw(lay())).equals(bytes)).toBe(true);
});
