/**
 * Which language is another's: tags that Intl does not unite, parents that dropping subtags does not find, and languages
 * that readers of a smaller one also read.
 */

/** Tags that mean a language of the table under another name: languages of a macrolanguage, and CLDR's own names. */
export const ALIASES: Readonly<Record<string, string>> = {
  aii: 'syr',
  'ku-Arab': 'ckb',
  lah: 'pnb',
  'pa-Arab': 'pnb',
  pbt: 'ps',
  pst: 'ps',
  syc: 'syr',
  uzs: 'uz-Arab',
  zh: 'zh-Hans',
  zlm: 'ms',
};

const children = (parent: string, language: string, regions: string): Record<string, string> =>
  Object.fromEntries(regions.split(' ').map((region) => [`${language}-${region}`, parent]));

/** Parents that dropping the last subtag does not give (CLDR 48.2, parentLocales). */
export const PARENTS: Readonly<Record<string, string>> = {
  ...children(
    'en-001',
    'en',
    '150 AG AI AU BB BM BS BW BZ CC CK CM CX CY DG DM ER FJ FK FM GB GD GG GH GI GM GS GY HK ID IE IL IM IN IO JE JM KE KI KN KY LC LR LS MG MO MS MT MU MV MW MY NA NF NG NR NU NZ PG PK PN PW RW SB SC SD SG SH SL SS SX SZ TC TK TO TT TV TZ UG VC VG VU WS ZA ZM ZW',
  ),
  ...children('en-150', 'en', 'AT BE CH CZ DE DK EE ES FI FR GE HU IT LT LV NL NO PL PT RO SE SI SK UA'),
  ...children('es-419', 'es', 'AR BO BR CL CO CR CU DO EC GT HN JP MX NI PA PE PR PY SV US UY VE'),
  ...children('pt-PT', 'pt', 'AO CH CV FR GQ GW LU MO MZ ST TL'),
  'hi-Latn': 'en-IN',
  ht: 'fr-HT',
  nb: 'no',
  nn: 'no',
  'zh-Hant-MO': 'zh-Hant-HK',
};

const each = (languages: string, relatives: readonly string[]): Record<string, readonly string[]> =>
  Object.fromEntries(languages.split(' ').map((language) => [language, relatives]));

/**
 * Other languages that the readers of a language read, nearest first. Languages of a country's own schools have none:
 * Pashto is not served by Dari, nor Sindhi by Urdu.
 */
export const RELATIVES: Readonly<Record<string, readonly string[]>> = {
  fa: ['fa-AF'],
  ...each('ar en es fr ps ru sd ur', []),
  haz: ['fa-AF'],
  // The languages of Arabic (ISO 639-3), whose common written form is Arabic.
  ...each(
    'aao abh abv acm acq acw acx acy adf aeb aec afb apc apd arb arq ars ary arz auz avl ayh ayl ayn ayp ssh',
    ['ar'],
  ),
  // Indo-Aryan and other languages of Pakistan, written as Urdu is.
  ...each('bft gju hnd hno khw pnb skr', ['ur']),
  ...each('lki sdh', ['ckb']),
  // Languages of China that are written in Chinese.
  ...each('gan hak hsn nan yue', ['zh-Hant', 'zh-Hans']),
  wuu: ['zh-Hans', 'zh-Hant'],
  'zh-Hans': ['zh-Hant'],
  'zh-Hant': ['zh-Hans'],
  'ms-Arab': ['ms'],
  bs: ['hr', 'sr-Latn'],
  'sr-Latn': ['hr'],
  no: ['nb', 'nn'],
  nb: ['nn'],
};
