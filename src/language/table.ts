/**
 * The language table: one row a language. Facts come from CLDR where CLDR has them and from the practice of
 * printers where it has not (Afghan month names, Nastaliq line height); each of those says so.
 */
import type { Language } from './language.ts';

/** Solar Hijri months as Afghanistan names them, in Dari. CLDR gives them for fa-AF; kept here so that every Node build prints the same. */
const MONTHS_DARI = ['حمل', 'ثور', 'جوزا', 'سرطان', 'اسد', 'سنبله', 'میزان', 'عقرب', 'قوس', 'جدی', 'دلو', 'حوت'];
/** The same in Pashto. */
const MONTHS_PASHTO = ['وری', 'غویی', 'غبرګولی', 'چنګاښ', 'زمری', 'وږی', 'تله', 'لړم', 'لیندۍ', 'مرغومی', 'سلواغه', 'کب'];

const arabicScript = {
  script: 'Arab', dir: 'rtl', quotes: ['«', '»', '‹', '›'], lineHeight: 1.12, sizeAdjust: 1.06,
  justification: 'kashida', emphasis: 'bold', listMarker: { suffix: '.', bullet: '•' },
} as const satisfies Partial<Language>;

export const LANGUAGES: readonly Language[] = [
  { tag: 'ar', name: 'Arabic', endonym: 'العربية', ...arabicScript, digits: 'arab', calendar: 'gregory' },
  { tag: 'en', name: 'English', endonym: 'English', script: 'Latn', dir: 'ltr', digits: 'latn', calendar: 'gregory', quotes: ['“', '”', '‘', '’'], lineHeight: 1, sizeAdjust: 1, justification: 'spaces', emphasis: 'italic', listMarker: { suffix: '.', bullet: '•' }, hyphenation: 'en-gb' },
  { tag: 'fa', name: 'Persian', endonym: 'فارسی', ...arabicScript, digits: 'arabext', calendar: 'persian' },
  { tag: 'fa-AF', name: 'Dari', endonym: 'دری', ...arabicScript, digits: 'arabext', calendar: 'persian', months: MONTHS_DARI },
  { tag: 'ps', name: 'Pashto', endonym: 'پښتو', ...arabicScript, digits: 'arabext', calendar: 'persian', months: MONTHS_PASHTO },
  // Noto Nastaliq's own line metrics are 2.5 em; 1.46 times a Latin line height of 1.45 keeps its stacks apart.
  { tag: 'ur', name: 'Urdu', endonym: 'اردو', ...arabicScript, digits: 'latn', calendar: 'gregory', quotes: ['“', '”', '‘', '’'], lineHeight: 1.46, sizeAdjust: 1, justification: 'spaces', listMarker: { suffix: '۔', bullet: '•' }, faces: { serif: 'noto-nastaliq-urdu', sans: 'noto-nastaliq-urdu', display: 'noto-nastaliq-urdu' } },
];
