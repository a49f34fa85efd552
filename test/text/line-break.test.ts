/** What Bayan adds to UAX #14. */
import { describe, expect, test } from 'vitest';
import { findLanguage } from '../../src/language/language.ts';
import { BREAK_HYPHEN, lineBreaks } from '../../src/text/break/opportunities.ts';
import { expectLinear } from '../support/linear.ts';

/** The text with a bar where a line may end and a tilde where it then gains a hyphen. */
function show(text: string, tag = 'en', title = false): string {
  const breaks = lineBreaks(text, findLanguage(tag)!, title);
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

describe('signs that close a phrase never begin a line', () => {
  test.each([
    ['my', 'အစိုးရ၏မူဝါဒ', '၏'],
    ['my', 'ပြောသည်။သူတို့', '။'],
    ['my', 'ကလေး၊လူကြီး', '၊'],
    ['my', 'ပြော၍သွားသည် ။', '၍။'],
    ['km', 'ដូចជា ៖ ទឹក', '៖'],
    ['km', 'គាត់ទៅផ្ទះ។គាត់', '។'],
    ['km', 'ផ្សេងៗគ្នា', 'ៗ'],
    ['th', 'เด็กต่าง ๆ และฯลฯ', 'ๆฯ'],
    ['lo', 'ຕ່າງໆ ແລະ ຯລຯ', 'ໆຯ'],
    ['hi', 'वे गए । वे आए', '।'],
    ['am', 'ሄደ ። መጣ', '።'],
  ])('%s: %s', (tag, text, signs) => {
    const shown = show(text, tag);
    for (const sign of signs) expect(shown).not.toContain(`|${sign}`);
  });

  test('digits stay with the letters before them, as UAX #14 has it', () => {
    expect(show('ปี๒๕๖๗', 'th')).not.toContain('|๒');
  });
});

describe('what stays together', () => {
  test.each([
    ['symbols of the United Nations', 'see A/HRC/RES/54/1 now', 'see |A/HRC/RES/54/1 |now'],
    ['symbols with stops', 'see E/CN.4/1998/53/Add.2 now', 'see |E/CN.4/1998/53/Add.2 |now'],
    [
      'and others',
      'HCR/1P/4/ENG/REV.4 or A/HRC/56/L.12/Rev.1',
      'HCR/1P/4/ENG/REV.4 |or |A/HRC/56/L.12/Rev.1',
    ],
    ['ratios, and words with a slash', 'of 1/4 and/or km/h', 'of |1/4 |and/or |km/h'],
    ['dates', 'on 12/04/2024 or 12-04-2024', 'on |12/04/2024 |or |12-04-2024'],
    ['ranges', 'in 2021–2023, pp. 45-67', 'in |2021–2023, |pp. |45-67'],
    ['a telephone number', 'call +93 70 123 4567 now', 'call |+93 70 123 4567 |now'],
    ['a dash goes with the word before it', 'home – at last — here', 'home – |at |last — |here'],
    ['a dash that opens an aside does not', 'home –at last– here', 'home |–at |last– |here'],
  ])('%s', (_, text, shown) => expect(show(text)).toBe(shown));

  test('addresses and paths break after a slash all the same', () => {
    expect(show('in src/text/break here')).toBe('in |src/|text/|break |here');
    expect(show('at unhcr.org/afghanistan')).toBe('at |unhcr.|org/|afghanistan');
  });

  test('a one-letter word goes with the next: in titles, and in Slavic languages everywhere', () => {
    expect(show('د افغانستان خلک', 'ps', true)).toBe('د افغانستان |خلک');
    expect(show('آب و نان', 'fa', true)).toBe('آب |و نان');
    expect(show('A home in a storm', 'en', true)).toBe('A home |in |a storm');
    expect(show('A home in a storm', 'en')).toBe('A |home |in |a |storm');
    expect(show('dom w lesie i w polu', 'pl')).toBe('dom |w lesie |i w polu');
  });

  test('a title of letters alone still has lines', () => {
    expect(show('a b c d e f g h i j', 'en', true)).toContain('|');
  });
});

test('Arabic script breaks at spaces and not inside words or numbers', () => {
  expect(show('می‌خواهیم که ۳٫۷ میلیون، (۳۰٪) افغان‌ها', 'fa-AF')).toBe(
    'می‌خواهیم |که |۳٫۷ |میلیون، |(۳۰٪) |افغان‌ها',
  );
});

test.each([
  'a-a-a-',
  '((((',
  '0123456789',
  '\u0301',
  'http://',
  'a@',
  '\u2067',
  'ب',
  '.',
  '1,',
  'ก',
  'a/',
  ' – ',
  '1-',
  'a ',
  'a/b/',
])('%j again and again takes linear time', (piece) => {
  const language = findLanguage('en')!;
  expectLinear((size) => lineBreaks(piece.repeat(size / piece.length), language), 30_000);
});
