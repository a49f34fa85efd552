/**
 * Languages in Latin, Cyrillic and Ethiopic script. Quotation marks are CLDR 48's; hyphenation names the patterns of
 * hyph-utf8 (TeX). Vietnamese is not hyphenated: its words are syllables. Filipino, Swahili and Somali have no patterns.
 */
import type { Language } from '../language.ts';

const european = {
  dir: 'ltr',
  digits: 'latn',
  calendar: 'gregory',
  quotes: ['“', '”', '‘', '’'],
  lineHeight: 1,
  justification: 'spaces',
  emphasis: 'italic',
  listMarker: { suffix: '.', bullet: '•' },
} as const satisfies Partial<Language>;

const latin = { script: 'Latn', ...european } as const;
const cyrillic = { script: 'Cyrl', ...european } as const;
/** Ethiopic has no italic; its letters are as tall as capitals throughout. */
const ethiopic = { script: 'Ethi', ...european, emphasis: 'bold', lineHeight: 1.05 } as const;

export const LATIN_CYRILLIC_ETHIOPIC: readonly Language[] = [
  { tag: 'am', name: 'Amharic', endonym: 'አማርኛ', ...ethiopic, quotes: ['«', '»', '‹', '›'] },
  { tag: 'en', name: 'English', endonym: 'English', ...latin, hyphenation: 'en-gb' },
  { tag: 'es', name: 'Spanish', endonym: 'español', ...latin, hyphenation: 'es' },
  { tag: 'fil', name: 'Filipino', endonym: 'Filipino', ...latin },
  {
    tag: 'fr',
    name: 'French',
    endonym: 'français',
    ...latin,
    quotes: ['«', '»', '«', '»'],
    hyphenation: 'fr',
  },
  { tag: 'id', name: 'Indonesian', endonym: 'Indonesia', ...latin, hyphenation: 'id' },
  { tag: 'mn', name: 'Mongolian', endonym: 'монгол', ...cyrillic, hyphenation: 'mn-cyrl' },
  // TeX's Malay uses the Indonesian patterns: the syllables are the same.
  { tag: 'ms', name: 'Malay', endonym: 'Melayu', ...latin, hyphenation: 'id' },
  { tag: 'pt', name: 'Portuguese', endonym: 'português', ...latin, hyphenation: 'pt' },
  {
    tag: 'ru',
    name: 'Russian',
    endonym: 'русский',
    ...cyrillic,
    quotes: ['«', '»', '„', '“'],
    hyphenation: 'ru',
  },
  { tag: 'so', name: 'Somali', endonym: 'Soomaali', ...latin },
  { tag: 'sw', name: 'Swahili', endonym: 'Kiswahili', ...latin },
  { tag: 'ti', name: 'Tigrinya', endonym: 'ትግርኛ', ...ethiopic, quotes: ['«', '»', '“', '”'] },
  { tag: 'tr', name: 'Turkish', endonym: 'Türkçe', ...latin, hyphenation: 'tr' },
  // Two accents over a capital reach 0.88 em.
  { tag: 'vi', name: 'Vietnamese', endonym: 'Tiếng Việt', ...latin, lineHeight: 1.04 },
];
