/**
 * Languages of mainland South-East Asia. Digits and quotation marks are CLDR 48's.
 */
import type { Language } from '../language.ts';
import { UNSPACED } from '../manners.ts';

const unspaced = {
  ...UNSPACED,
  digits: 'latn',
  calendar: 'gregory',
  quotes: ['“', '”', '‘', '’'],
} as const satisfies Partial<Language>;

export const SOUTHEAST_ASIA: readonly Language[] = [
  // Subscript consonants reach 0.55 em below the baseline.
  { tag: 'km', name: 'Khmer', endonym: 'ខ្មែរ', script: 'Khmr', ...unspaced, lineHeight: 1.2 },
  { tag: 'lo', name: 'Lao', endonym: 'ລາວ', script: 'Laoo', ...unspaced, lineHeight: 1.12 },
  // Stacked consonants reach half an em below the baseline, medials a full em above it; lists are numbered with U+104B.
  {
    tag: 'my',
    name: 'Burmese',
    endonym: 'မြန်မာ',
    script: 'Mymr',
    ...unspaced,
    digits: 'mymr',
    lineHeight: 1.2,
    listMarker: { suffix: '။', bullet: '•' },
  },
  {
    tag: 'th',
    name: 'Thai',
    endonym: 'ไทย',
    script: 'Thai',
    ...unspaced,
    calendar: 'buddhist',
    lineHeight: 1.08,
  },
];
