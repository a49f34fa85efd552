/** Columns in the middle or at the foot of their row: text and pictures, and so links and figures, are where they are seen. */
import { expect, test } from 'vitest';
import { layOut } from '../support/layout.ts';

/** A row 100 pt high from 50 pt on, of a line of 20 pt and a QR code of 40. */
const row = (valign: string) =>
  `<document page-size="A6" margin="50pt 20pt 50pt 20pt"><columns valign="${valign}" gap="0">
    <qr value="https://example.org/tall" size="100pt"/>
    <text><link href="https://example.org">Link</link></text>
    <stack><qr value="https://example.org" size="40pt"/><rule thickness="2pt"/></stack>
  </columns></document>`;

test.each([
  ['top', { text: 50, picture: 50, rule: 90 }],
  ['middle', { text: 90, picture: 79, rule: 119 }],
  ['bottom', { text: 130, picture: 108, rule: 148 }],
])('%s', (valign, expected) => {
  const { lines, pages } = layOut('en', row(valign));
  const items = pages[0]!.items;
  const pictures = items.filter((item) => item.type === 'qr');
  const rule = items.find((item) => item.type === 'rectangle')!;
  expect(pictures[0]!.y).toBe(50);
  expect({ text: lines[0]!.top, picture: pictures[1]!.y, rule: rule.y }).toEqual(expected);
});
