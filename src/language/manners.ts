/**
 * How a script is set: direction, room above and below, justification, emphasis and list markers. Rows of the table start
 * from these and refine them; a language without a row has those of its script.
 */
import type { Language } from './language.ts';

type Manners = Pick<Language, 'dir' | 'lineHeight' | 'justification' | 'emphasis' | 'listMarker' | 'faces'>;

const STOP = { suffix: '.', bullet: '•' } as const;

/** Latin, Cyrillic, Greek: with italics. */
export const EUROPEAN = {
  dir: 'ltr',
  lineHeight: 1,
  justification: 'spaces',
  emphasis: 'italic',
  listMarker: STOP,
} as const satisfies Manners;

/** Letters of one height and without italics: Georgian, Armenian, Tifinagh. */
const UPRIGHT = { ...EUROPEAN, emphasis: 'bold', lineHeight: 1.05 } as const satisfies Manners;

/** Ethiopic has no italic; its letters are as tall as capitals throughout. */
export const ETHIOPIC = UPRIGHT;

/**
 * Arabic script in Naskh. Its ink runs from 0.92 em above to 0.52 em below the baseline, Latin's from 0.75 to 0.24. Naskh is
 * stretched by kashida.
 */
export const NASKH = {
  dir: 'rtl',
  lineHeight: 1.12,
  justification: 'kashida',
  emphasis: 'bold',
  listMarker: STOP,
} as const satisfies Manners;

/** Vazirmatn has no letters for many languages' own sounds; a heading in two faces would be worse than one in Naskh. */
export const NASKH_ONLY = {
  serif: 'noto-naskh-arabic',
  sans: 'noto-naskh-arabic',
  display: 'noto-naskh-arabic',
} as const;

/** Hebrew, Syriac, Thaana, N’Ko, Adlam and the like. */
export const RIGHT_TO_LEFT = {
  dir: 'rtl',
  lineHeight: 1.05,
  justification: 'spaces',
  emphasis: 'bold',
  listMarker: STOP,
} as const satisfies Manners;

/** Scripts of South Asia: vowel signs stand 0.9 em above the baseline and conjuncts 0.3 to 0.4 em below it. */
export const BRAHMIC = {
  dir: 'ltr',
  lineHeight: 1.06,
  justification: 'spaces',
  emphasis: 'bold',
  listMarker: STOP,
} as const satisfies Manners;

/** Tibetan letters hang from a headline and stack three or four deep. */
export const TIBETAN = { ...BRAHMIC, lineHeight: 1.2 } as const satisfies Manners;

/**
 * Mainland South-East Asia, written without spaces between words: a justified line has few spaces to widen, so the room
 * goes between grapheme clusters (CSS Text 4, `text-justify: inter-character`).
 */
export const UNSPACED = {
  ...BRAHMIC,
  lineHeight: 1.2,
  justification: 'characters',
} as const satisfies Manners;

/** Chinese, Japanese and Korean letters fill the em square and want more leading than Latin. */
export const SQUARE = {
  dir: 'ltr',
  lineHeight: 1.12,
  justification: 'characters',
  emphasis: 'bold',
  listMarker: STOP,
} as const satisfies Manners;

const BY_SCRIPT: Readonly<Record<string, Manners>> = {
  Arab: { ...NASKH, faces: NASKH_ONLY },
  Syrc: { ...RIGHT_TO_LEFT, lineHeight: 1.12 },
  ...every(
    'Adlm Avst Armi Hebr Lydi Mand Mani Mend Nbat Nkoo Palm Phli Phnx Prti Rohg Samr Sarb Sogd Thaa Yezi',
    {
      ...RIGHT_TO_LEFT,
      lineHeight: 1.1,
    },
  ),
  ...every('Armn Cher Copt Ethi Geor Osge Tfng Vaii', UPRIGHT),
  ...every('Latn Cyrl Grek', EUROPEAN),
  ...every('Tibt Mong', TIBETAN),
  ...every('Khmr Laoo Mymr Thai Lana Talu Cham', UNSPACED),
  ...every('Hans Hant Hani Hanb Jpan Hira Kana Yiii Bopo', SQUARE),
  Kore: { ...SQUARE, justification: 'spaces' },
};

function every(scripts: string, manners: Manners): Readonly<Record<string, Manners>> {
  return Object.fromEntries(scripts.split(' ').map((script) => [script, manners]));
}

/** The manners of a script, by its ISO 15924 code; those of South Asia's for one that has none of its own. */
export function mannersOf(script: string): Manners {
  return BY_SCRIPT[script] ?? BRAHMIC;
}
