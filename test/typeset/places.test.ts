/** Blocks at fixed places of the page, and the flow moved on: what a letter needs for the window of its envelope. */
import { describe, expect, test } from 'vitest';
import { layOut } from '../support/layout.ts';

const MM = 72 / 25.4;
const page = (content: string) =>
  `<document page-size="A4" margin="20mm 25mm 20mm 25mm">${content}</document>`;
const place = (attributes: string, content = '<text>Address</text>') =>
  `<place top="50mm" inset="20mm" width="85mm" height="40mm" ${attributes}>${content}</place>`;

describe('a block at a fixed place', () => {
  test('stands there, and the text flows as if it were not', () => {
    const { lines } = layOut('en', page(`<text>First</text>${place('')}<text>Second</text>`));
    expect(lines.map(({ text, left, top }) => [text, left, top])).toEqual([
      ['First', Math.round(25 * MM), Math.round(20 * MM)],
      ['Address', Math.round(20 * MM), Math.round(50 * MM)],
      ['Second', Math.round(25 * MM), Math.round(20 * MM) + 20],
    ]);
  });

  test.each([
    ['en', '', 20],
    ['en', 'edge="right"', 105],
    ['en', 'edge="end"', 105],
    ['fa-AF', '', 105],
    ['fa-AF', 'edge="left"', 20],
    ['fa-AF', 'edge="right"', 105],
    ['fa-AF', 'edge="end"', 20],
  ])('counts from an edge of the paper: in %s with "%s" its left is at %d mm', (lang, edge, left) => {
    const content = '<panel fill="tint"><text>Address</text></panel>';
    const { pages } = layOut(lang, page(place(edge, content)));
    const fill = pages[0]!.items.find(({ type }) => type === 'rectangle');
    expect(fill?.type === 'rectangle' && [fill.x / MM, fill.width / MM].map(Math.round)).toEqual([left, 85]);
  });

  test.each([
    ['top', 50],
    ['middle', 50 + 20 - 10 / MM],
    ['bottom', 90 - 20 / MM],
  ])('stands at its %s', (valign, top) => {
    const { lines } = layOut('en', page(place(`valign="${valign}"`)));
    expect(lines[0]!.top).toBe(Math.round(top * MM));
  });

  test('that is too high for it says by how much, and breaks no page', () => {
    const nine = Array.from({ length: 9 }, (_, i) => `<text>Line ${i + 1}</text>`).join('');
    const { diagnostics, pages } = layOut('en', page(place('', nine)));
    expect(pages).toHaveLength(1);
    // Nine lines of 20 pt are 63.498 mm.
    expect(diagnostics).toMatchObject([
      { code: 'place-overflow', severity: 'error', message: expect.stringContaining(' 23 mm ') },
    ]);
  });
});

describe('space down to a height', () => {
  test('moves the flow there', () => {
    const { lines } = layOut('en', page('<text>A</text><spacer to="98.5mm"/><text>B</text>'));
    expect(lines[1]!.top).toBe(Math.round(98.5 * MM));
  });

  test('is nothing where the flow is there already', () => {
    const { lines } = layOut('en', page('<text>A</text><spacer to="10mm"/><text>B</text>'));
    expect(lines[1]!.top - lines[0]!.top).toBe(20);
  });
});

describe('a page break', () => {
  test('begins a page, once', () => {
    const { lines, pages } = layOut('fa-AF', page('<text>A</text><page-break/><page-break/><text>B</text>'));
    expect(pages).toHaveLength(2);
    expect(lines.map(({ text, page }) => [text, page])).toEqual([
      ['A', 1],
      ['B', 2],
    ]);
  });

  test('at the end or the beginning makes no empty page', () => {
    expect(layOut('en', page('<page-break/><text>A</text><page-break/>')).pages).toHaveLength(1);
  });
});
