/**
 * Languages of South Asia in Brahmic scripts, Tibetan among them. Digits and quotation marks are CLDR 48's.
 */
import type { Language } from '../language.ts';
import { BRAHMIC, TIBETAN } from '../manners.ts';

const common = { calendar: 'gregory', quotes: ['“', '”', '‘', '’'] } as const satisfies Partial<Language>;

const brahmic = { ...BRAHMIC, ...common } as const;
const tibetan = { script: 'Tibt', ...TIBETAN, ...common } as const;

export const SOUTH_ASIA: readonly Language[] = [
  { tag: 'bn', name: 'Bangla', endonym: 'বাংলা', script: 'Beng', ...brahmic, digits: 'beng' },
  { tag: 'bo', name: 'Tibetan', endonym: 'བོད་སྐད་', ...tibetan, digits: 'latn' },
  { tag: 'dz', name: 'Dzongkha', endonym: 'རྫོང་ཁ', ...tibetan, digits: 'tibt' },
  { tag: 'hi', name: 'Hindi', endonym: 'हिन्दी', script: 'Deva', ...brahmic, digits: 'latn' },
  { tag: 'mr', name: 'Marathi', endonym: 'मराठी', script: 'Deva', ...brahmic, digits: 'deva' },
  { tag: 'ne', name: 'Nepali', endonym: 'नेपाली', script: 'Deva', ...brahmic, digits: 'deva' },
  { tag: 'si', name: 'Sinhala', endonym: 'සිංහල', script: 'Sinh', ...brahmic, digits: 'latn' },
  { tag: 'ta', name: 'Tamil', endonym: 'தமிழ்', script: 'Taml', ...brahmic, digits: 'latn' },
];
