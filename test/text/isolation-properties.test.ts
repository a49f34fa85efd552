/** What isolation promises for any text: foreign sentences keep their order, the host's text and numbers keep theirs. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paragraphLevels } from '../../src/text/bidi/bidi.ts';
import { plainLevels } from '../support/plain-levels.ts';
import { ordered, visual } from './visual.ts';

const RUNS = { numRuns: 2000, seed: 8 };

const name = fc.constantFrom(
  'UNHCR',
  'Geneva',
  'Smith',
  'Report',
  'Station',
  'the',
  'refugees',
  'A/HRC/54/1',
  'J.',
);
const figure = fc.constantFrom(
  '3',
  '24',
  '2023',
  '1,500',
  '45–67',
  '10:30',
  '12/4',
  '$30',
  '-5',
  '14(1)(a)',
  '50%',
);
const between = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  ', ',
  '; ',
  ': ',
  ' – ',
  '. ',
  '? ',
  ' & ',
  '/',
  ' (',
  ') ',
  ' “',
  '” ',
  ' + ',
  ' = ',
);
const end = fc.constantFrom('', '.', '!', '?', '…', ')', '%');
/** Words and numbers with any punctuation between them, and at least one word. */
const foreign = fc
  .tuple(fc.array(fc.tuple(fc.oneof(name, figure), between), { maxLength: 8 }), name, end)
  .map(([parts, last, mark]) => parts.map(([part, gap]) => part + gap).join('') + last + mark);

const hostWord = fc.constantFrom('گزارش', 'سازمان', 'מועצה', 'ދިވެހި', 'و', 'کابل', 'مهاجرین');
const host = fc
  .array(fc.tuple(hostWord, fc.constantFrom(' ', ' ', '، ', ': ', ' (', ') ', ' «', '» ', '. ')), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.flat().join(''));

test('a paragraph in a foreign language looks as it does among its own', () => {
  fc.assert(
    fc.property(foreign, (text) => {
      expect(visual(text, 'rtl')).toBe(text);
    }),
    RUNS,
  );
});

/** A stop after an initial is the host's, when it ends a paragraph. */
const words = fc
  .array(name, { minLength: 1, maxLength: 4 })
  .map((list) => list.join(' ').replaceAll('J.', 'Jane'));
const sentence = fc
  .tuple(
    fc.array(fc.tuple(fc.oneof(words, figure), fc.constantFrom(' ', ', ', ': ', ' – ', ' ')), {
      maxLength: 5,
    }),
    words,
  )
  .map(([parts, last]) => `The ${parts.map((part) => part.join('')).join('')}${last}.`);

test('foreign sentences between two of the host’s keep their order and their stops', () => {
  fc.assert(
    fc.property(
      fc.array(sentence, { minLength: 1, maxLength: 3 }),
      hostWord,
      hostWord,
      (list, before, after) => {
        const text = list.join(' ');
        expect(visual(`${before}. ${text} ${after}`, 'rtl')).toContain(text);
      },
    ),
    RUNS,
  );
});

test('a paragraph with nothing foreign in it is as UAX #9 has it', () => {
  fc.assert(
    fc.property(host, fc.constantFrom('', '۱۴۰۲', '۳۰ نفر', '۵۰٪'), (text, number) => {
      const whole = `م ${text}${number}`;
      expect(ordered(whole, 'rtl', paragraphLevels(whole, 'rtl'))).toBe(
        ordered(whole, 'rtl', plainLevels(whole, 'rtl')),
      );
    }),
    RUNS,
  );
});

test('a number between two words of the host’s stays between them, whatever is foreign around', () => {
  fc.assert(
    fc.property(words, fc.constantFrom('30', '2023', '۱۴۰۲', '1,200'), words, (first, number, last) => {
      const text = `${first} سازمان ${number} نفر ${last}`;
      const seen = visual(text, 'rtl');
      expect(seen).toContain(`رفن ${number} نامزاس`);
      expect(seen.startsWith(last) && seen.endsWith(first)).toBe(true);
    }),
    RUNS,
  );
});

test('a percentage of the host’s after a citation is not pulled into it', () => {
  fc.assert(
    fc.property(
      words,
      fc.constantFrom('10', '10–20', '۵۰', '3.5'),
      fc.constantFrom('٪', '٪ زنان'),
      (who, number, sign) => {
        expect(visual(`گزارش ${who} (2024): ${number} ${sign}`, 'rtl')).toContain(` :${who} (2024)`);
      },
    ),
    RUNS,
  );
});
