/**
 * Languages in Arabic script. Quotation marks and digits are CLDR 48's except where a comment says otherwise.
 * Nastaliq is never stretched by kashida: its words slope, and a level stroke between them breaks.
 */
import type { Language } from '../language.ts';
import { NASKH, NASKH_ONLY } from '../manners.ts';

/**
 * Solar Hijri months as Afghanistan names them, in Dari. CLDR 48 writes them for fa-AF with a different spelling of
 * the sixth; these are the spellings of the Afghan official gazette, kept here so that every Node build prints the same.
 */
const MONTHS_DARI = [
  'حمل',
  'ثور',
  'جوزا',
  'سرطان',
  'اسد',
  'سنبله',
  'میزان',
  'عقرب',
  'قوس',
  'جدی',
  'دلو',
  'حوت',
];
/** The same in Pashto, as CLDR 48 has them but for the Pashto form of gaf in the third and fourth. */
const MONTHS_PASHTO = [
  'وری',
  'غویی',
  'غبرګولی',
  'چنګاښ',
  'زمری',
  'وږی',
  'تله',
  'لړم',
  'لیندۍ',
  'مرغومی',
  'سلواغه',
  'کب',
];
/** Gregorian months as Urdu has them (CLDR 48); Node's ICU has none for its sister languages. */
export const MONTHS_PAKISTAN = [
  'جنوری',
  'فروری',
  'مارچ',
  'اپریل',
  'مئی',
  'جون',
  'جولائی',
  'اگست',
  'ستمبر',
  'اکتوبر',
  'نومبر',
  'دسمبر',
];

const naskh = {
  script: 'Arab',
  ...NASKH,
  // Guillemets, which bidi mirrors, are what Arabic, Persian and Central Asian presses set.
  quotes: ['«', '»', '‹', '›'],
} as const satisfies Partial<Language>;

/** Persian letters are not those of an Arabic keyboard, and its prefixes and plurals are held by a zero-width non-joiner. */
const PERSIAN_PROOF = {
  letters: { ي: 'ی', ى: 'ی', ك: 'ک', ہ: 'ه', ھ: 'ه' },
  joined: {
    prefixes: 'می نمی',
    endings: 'ها های هایی هایش هایم هایت هایمان هایتان هایشان ترین',
  },
} as const;
/** Pashto writes both ی and ي. */
const PASHTO_PROOF = { letters: { ك: 'ک' } } as const;
const URDU_PROOF = { letters: { ي: 'ی', ى: 'ی', ك: 'ک', ه: 'ہ', ة: 'ۃ' } } as const;
/** The press sets curly quotation marks as often as guillemets. */
const ARABIC_PROOF = { letters: { ی: 'ي', ک: 'ك', ہ: 'ه', ھ: 'ه' }, quotes: '“”' } as const;

const nastaliq = {
  serif: 'noto-nastaliq-urdu',
  sans: 'noto-nastaliq-urdu',
  display: 'noto-nastaliq-urdu',
} as const;

/** The languages of Pakistan end a sentence, and number a list, with U+06D4. */
const urduStop = { suffix: '۔', bullet: '•' } as const;
const CURLY = ['“', '”', '‘', '’'] as const;

export const ARABIC_SCRIPT: readonly Language[] = [
  // CLDR 48 gives Western digits to Arabic without a country and Arabic-Indic ones to Egypt and the Mashriq, whose
  // usage humanitarian publishers follow.
  {
    tag: 'ar',
    name: 'Arabic',
    endonym: 'العربية',
    ...naskh,
    digits: 'arab',
    calendar: 'gregory',
    proof: ARABIC_PROOF,
  },
  {
    tag: 'ckb',
    name: 'Central Kurdish',
    endonym: 'کوردیی ناوەندی',
    ...naskh,
    quotes: CURLY,
    digits: 'arab',
    calendar: 'gregory',
    proof: { letters: { ي: 'ی', ك: 'ک' } },
  },
  {
    tag: 'fa',
    name: 'Persian',
    endonym: 'فارسی',
    ...naskh,
    digits: 'arabext',
    calendar: 'persian',
    proof: PERSIAN_PROOF,
  },
  {
    tag: 'fa-AF',
    name: 'Dari',
    endonym: 'دری',
    ...naskh,
    digits: 'arabext',
    calendar: 'persian',
    months: MONTHS_DARI,
    proof: PERSIAN_PROOF,
  },
  // Not in CLDR. Hazaragi is written as Dari is, with Dari's months.
  {
    tag: 'haz',
    name: 'Hazaragi',
    endonym: 'هزارگی',
    ...naskh,
    digits: 'arabext',
    calendar: 'persian',
    months: MONTHS_DARI,
    proof: PERSIAN_PROOF,
  },
  {
    tag: 'ms-Arab',
    name: 'Malay (Jawi)',
    endonym: 'بهاس ملايو',
    ...naskh,
    quotes: ['”', '“', '’', '‘'],
    digits: 'latn',
    calendar: 'gregory',
  },
  // Not in CLDR under this tag: digits and marks of pa-Arab. Western Punjabi is set in Nastaliq, as Urdu is.
  {
    tag: 'pnb',
    name: 'Western Punjabi',
    endonym: 'پنجابی',
    ...naskh,
    quotes: CURLY,
    lineHeight: 1.46,
    justification: 'spaces',
    listMarker: urduStop,
    digits: 'arabext',
    calendar: 'gregory',
    months: MONTHS_PAKISTAN,
    proof: URDU_PROOF,
    faces: nastaliq,
  },
  {
    tag: 'ps',
    name: 'Pashto',
    endonym: 'پښتو',
    ...naskh,
    digits: 'arabext',
    calendar: 'persian',
    months: MONTHS_PASHTO,
    proof: PASHTO_PROOF,
  },
  // Not in CLDR: Rohingya in Arabic script (Rohingya Fonna), with the digits and marks of CLDR's Rohingya.
  {
    tag: 'rhg-Arab',
    name: 'Rohingya (Arabic script)',
    endonym: 'رُاَࣺينڠَ',
    ...naskh,
    quotes: CURLY,
    digits: 'latn',
    calendar: 'gregory',
    faces: NASKH_ONLY,
  },
  // Sindhi is set in Naskh, unlike its neighbours; its implosives have letters of their own.
  {
    tag: 'sd',
    name: 'Sindhi',
    endonym: 'سنڌي',
    ...naskh,
    quotes: CURLY,
    digits: 'arab',
    calendar: 'gregory',
    faces: NASKH_ONLY,
  },
  // Noto Nastaliq has all of Saraiki's letters.
  {
    tag: 'skr',
    name: 'Saraiki',
    endonym: 'سرائیکی',
    ...naskh,
    quotes: CURLY,
    lineHeight: 1.46,
    justification: 'spaces',
    listMarker: urduStop,
    digits: 'latn',
    calendar: 'gregory',
    months: MONTHS_PAKISTAN,
    proof: URDU_PROOF,
    faces: nastaliq,
  },
  { tag: 'ug', name: 'Uyghur', endonym: 'ئۇيغۇرچە', ...naskh, digits: 'latn', calendar: 'gregory' },
  // Noto Nastaliq's own line metrics are 2.5 em; 1.46 times a Latin line height of 1.45 keeps its stacks apart.
  {
    tag: 'ur',
    name: 'Urdu',
    endonym: 'اردو',
    ...naskh,
    quotes: ['”', '“', '’', '‘'],
    lineHeight: 1.46,
    justification: 'spaces',
    listMarker: urduStop,
    digits: 'latn',
    calendar: 'gregory',
    proof: URDU_PROOF,
    faces: nastaliq,
  },
];
