/** PDF objects in their own notation. */
import { describe, expect, it } from 'vitest';
import { PdfString } from '../../src/pdf/inspect/objects.ts';
import { Parser } from '../../src/pdf/inspect/syntax.ts';
import { serialize } from '../../src/pdf/serialize.ts';
import { expectLinear } from '../support/linear.ts';

describe('an object in PDF notation', () => {
  it.each([
    [{ Type: 'Page', Count: 3, Open: true, Dest: null }, '<</Type/Page/Count 3/Open true/Dest null>>'],
    [{ K: [0, 1, { S: 'P' }, 'XYZ'], Left: undefined }, '<</K[0 1<</S/P>>/XYZ]>>'],
    [[-0.5, 1 / 3, 1e-9, 12], '[-0.5 0.333333 0 12]'],
    [new String('a (b) \\ c'), '(a \\(b\\) \\\\ c)'],
    [Buffer.from([1, 255]), '<01ff>'],
    [new Date(Date.UTC(2025, 2, 9)), '(D:20250309000000Z)'],
  ])('%j', (value, expected) => {
    expect(serialize(value)).toBe(expected);
  });

  it('keeps text of any script', () => {
    for (const text of ['بیان (1)', 'A\r\nB', '𞤆𞤵', '\\(']) {
      const read = new Parser(serialize(new String(text))).object();
      expect(read instanceof PdfString && read.text).toBe(text);
    }
  });

  it('of many parts is written in time that grows with their number', () => {
    expectLinear((size) => void serialize(Array.from({ length: size }, (_, i) => [i])), 20_000);
  });
});
