/** What Bayan adds to UAX #14. */
import { describe, expect, test } from 'vitest';
import { findLanguage } from '../../src/language/language.ts';
import { BREAK_HYPHEN, lineBreaks } from '../../src/text/break/opportunities.ts';
import { expectLinear } from '../support/linear.ts';

/** The text with a bar where a line may end and a tilde where it then gains a hyphen. */
function show(text: string, tag = 'en'): string {
  const breaks = lineBreaks(text, findLanguage(tag)!);
  let shown = '';
  for (let i = 0; i < text.length; i++) {
    if (i > 0 && breaks[i]) shown += breaks[i] === BREAK_HYPHEN ? '~' : '|';
    shown += text[i];
  }
  return shown;
}

describe('addresses', () => {
  test.each([
    [
      'a web address breaks after slashes, stops and hyphens',
      'see https://www.aprrn.info/afghan-returns/2023.pdf',
      'see |https://www.aprrn.|info/|afghan-|returns/|2023.|pdf',
    ],
    [
      'the stop that ends the sentence is not part of it',
      'See www.apnor.org/statements. Then',
      'See |www.|apnor.|org/|statements. |Then',
    ],
    [
      'an email address breaks after its @ and its stops',
      'mail info@aprrn.info now',
      'mail |info@|aprrn.|info |now',
    ],
    ['a bare host is an address', 'at unhcr.org/afghanistan today', 'at |unhcr.|org/|afghanistan |today'],
    ['an abbreviation is none', 'the U.S.-led and e.g. this', 'the |U.S.-|led |and |e.g. |this'],
  ])('%s', (_, text, shown) => expect(show(text)).toBe(shown));
});

test('a soft hyphen becomes a hyphen only where the line ends there', () => {
  expect(show('inter\u00adnational')).toBe('inter\u00ad~national');
});

describe('scripts without spaces break between words of a dictionary', () => {
  test.each([
    ['th', 'ผู้ลี้ภัย', 'ชาว', 'อัฟกานิสถาน'],
    ['my', 'မြန်မာနိုင်ငံ', 'အစိုးရက', 'ပြောကြားခဲ့သည်'],
    ['km', 'ជនភៀសខ្លួន', 'នៅក្នុង', 'ប្រទេស'],
    ['lo', 'ຊາວອົບພະຍົບ', 'ຢູ່', 'ປະເທດ'],
  ])('%s', (tag, ...words) => {
    const shown = show(words.join(''), tag);
    let at = 0;
    for (const word of words.slice(0, -1)) {
      at += word.length;
      // ICU's dictionaries may split words further; they must not run them together.
      expect([...shown.matchAll(/\|/g)].some((bar, k) => bar.index - k === at)).toBe(true);
    }
  });
});

test('Arabic script breaks at spaces and not inside words or numbers', () => {
  expect(show('می‌خواهیم که ۳٫۷ میلیون، (۳۰٪) افغان‌ها', 'fa-AF')).toBe(
    'می‌خواهیم |که |۳٫۷ |میلیون، |(۳۰٪) |افغان‌ها',
  );
});

test.each(['a-a-a-', '((((', '0123456789', '\u0301', 'http://', 'a@', '\u2067', 'ب', '.', '1,', 'ก'])(
  '%j again and again takes linear time',
  (piece) => {
    const language = findLanguage('en')!;
    expectLinear((size) => lineBreaks(piece.repeat(size / piece.length), language), 30_000);
  },
);
