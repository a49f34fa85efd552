/**
 * Languages in Latin, Cyrillic and Ethiopic script. Quotation marks are CLDR 48's.
 */
import { hyphenationFor } from '../data/hyphenation.ts';
import type { Language } from '../language.ts';
import { ETHIOPIC, EUROPEAN } from '../manners.ts';

const common = {
  digits: 'latn',
  calendar: 'gregory',
  quotes: ['“', '”', '‘', '’'],
} as const satisfies Partial<Language>;

const latin = { script: 'Latn', ...EUROPEAN, ...common } as const;
const cyrillic = { script: 'Cyrl', ...EUROPEAN, ...common } as const;
const ethiopic = { script: 'Ethi', ...ETHIOPIC, ...common } as const;

const ROWS: readonly Language[] = [
  { tag: 'am', name: 'Amharic', endonym: 'አማርኛ', ...ethiopic, quotes: ['«', '»', '‹', '›'] },
  { tag: 'en', name: 'English', endonym: 'English', ...latin },
  { tag: 'es', name: 'Spanish', endonym: 'español', ...latin },
  { tag: 'fil', name: 'Filipino', endonym: 'Filipino', ...latin },
  {
    tag: 'fr',
    name: 'French',
    endonym: 'français',
    ...latin,
    quotes: ['«', '»', '«', '»'],
  },
  { tag: 'id', name: 'Indonesian', endonym: 'Indonesia', ...latin },
  { tag: 'mn', name: 'Mongolian', endonym: 'монгол', ...cyrillic },
  { tag: 'ms', name: 'Malay', endonym: 'Melayu', ...latin },
  { tag: 'pt', name: 'Portuguese', endonym: 'português', ...latin },
  {
    tag: 'ru',
    name: 'Russian',
    endonym: 'русский',
    ...cyrillic,
    quotes: ['«', '»', '„', '“'],
  },
  { tag: 'so', name: 'Somali', endonym: 'Soomaali', ...latin },
  { tag: 'sw', name: 'Swahili', endonym: 'Kiswahili', ...latin },
  { tag: 'ti', name: 'Tigrinya', endonym: 'ትግርኛ', ...ethiopic, quotes: ['«', '»', '“', '”'] },
  { tag: 'tr', name: 'Turkish', endonym: 'Türkçe', ...latin },
  // Two accents over a capital reach 0.88 em.
  { tag: 'vi', name: 'Vietnamese', endonym: 'Tiếng Việt', ...latin, lineHeight: 1.04 },
];

export const LATIN_CYRILLIC_ETHIOPIC: readonly Language[] = ROWS.map((row) => {
  const hyphenation = hyphenationFor([row.tag]);
  return hyphenation === undefined ? row : { ...row, hyphenation };
});
