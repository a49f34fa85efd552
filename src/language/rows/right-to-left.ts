/**
 * Languages written from right to left in other scripts than Arabic. Digits and quotation marks are CLDR 48's.
 */
import type { Language } from '../language.ts';
import { RIGHT_TO_LEFT as MANNERS } from '../manners.ts';

const rightToLeft = {
  ...MANNERS,
  digits: 'latn',
  calendar: 'gregory',
  quotes: ['“', '”', '‘', '’'],
} as const satisfies Partial<Language>;

/** Gregorian months in Dhivehi, which CLDR has not; the spellings are those of moment.js's `dv` locale. */
const MONTHS_DHIVEHI = [
  'ޖެނުއަރީ',
  'ފެބްރުއަރީ',
  'މާރިޗު',
  'އޭޕްރީލު',
  'މޭ',
  'ޖޫން',
  'ޖުލައި',
  'އޯގަސްޓު',
  'ސެޕްޓެމްބަރު',
  'އޮކްޓޯބަރު',
  'ނޮވެމްބަރު',
  'ޑިސެމްބަރު',
];

/** CLDR closes and opens Hebrew quotations with the same high mark. */
const HEBREW_QUOTES = ['”', '”', '’', '’'] as const;

export const RIGHT_TO_LEFT: readonly Language[] = [
  // Thaana's letters are low and its vowels stand over and under each of them.
  {
    tag: 'dv',
    name: 'Dhivehi',
    endonym: 'ދިވެހިބަސް',
    script: 'Thaa',
    ...rightToLeft,
    months: MONTHS_DHIVEHI,
    lineHeight: 1.1,
  },
  { tag: 'ff-Adlm', name: 'Fula (Adlam)', endonym: '𞤆𞤵𞤤𞤢𞤪', script: 'Adlm', ...rightToLeft, digits: 'adlm' },
  { tag: 'he', name: 'Hebrew', endonym: 'עברית', script: 'Hebr', ...rightToLeft, quotes: HEBREW_QUOTES },
  {
    tag: 'nqo',
    name: 'N’Ko',
    endonym: 'ߒߞߏ',
    script: 'Nkoo',
    ...rightToLeft,
    digits: 'nkoo',
    lineHeight: 1.1,
  },
  // CLDR's Rohingya is a stub that says Western digits; the script has its own (`rohg`), and its writers use them.
  {
    tag: 'rhg',
    name: 'Rohingya',
    endonym: '𐴌𐴗𐴥𐴝𐴙𐴚𐴒𐴙𐴝',
    script: 'Rohg',
    ...rightToLeft,
    digits: 'rohg',
    lineHeight: 1.1,
  },
  // Eastern and Western vowel points need the room that Naskh needs.
  {
    tag: 'syr',
    name: 'Syriac',
    endonym: 'ܣܘܪܝܝܐ',
    script: 'Syrc',
    ...rightToLeft,
    quotes: ['”', '“', '’', '‘'],
    lineHeight: 1.12,
  },
  { tag: 'yi', name: 'Yiddish', endonym: 'ייִדיש', script: 'Hebr', ...rightToLeft, quotes: HEBREW_QUOTES },
];
