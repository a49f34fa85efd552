/**
 * Chinese, Japanese and Korean. Digits and quotation marks are CLDR 48's.
 */
import type { Language } from '../language.ts';
import { SQUARE } from '../manners.ts';

const square = {
  ...SQUARE,
  digits: 'latn',
  calendar: 'gregory',
} as const satisfies Partial<Language>;

const CORNERS = ['「', '」', '『', '』'] as const;
const CURLY = ['“', '”', '‘', '’'] as const;

export const EAST_ASIA: readonly Language[] = [
  { tag: 'ja', name: 'Japanese', endonym: '日本語', script: 'Jpan', ...square, quotes: CORNERS },
  // Korean is written with spaces between words and is justified by them.
  {
    tag: 'ko',
    name: 'Korean',
    endonym: '한국어',
    script: 'Kore',
    ...square,
    quotes: CURLY,
    justification: 'spaces',
  },
  {
    tag: 'zh-Hans',
    name: 'Chinese (simplified)',
    endonym: '简体中文',
    script: 'Hans',
    ...square,
    quotes: CURLY,
  },
  {
    tag: 'zh-Hant',
    name: 'Chinese (traditional)',
    endonym: '繁體中文',
    script: 'Hant',
    ...square,
    quotes: CORNERS,
  },
];
