import { expect, test } from 'vitest';
import { canonicalTag, findLanguage, languageHint } from '../../src/language/language.ts';
import { ancestors, pick, readingOrder } from '../../src/language/tag.ts';

test.each([
  ['prs', 'fa-AF'],
  ['FA-af', 'fa-AF'],
  ['fa-Arab-AF', 'fa-AF'],
  ['pes', 'fa'],
  ['ar-EG', 'ar'],
  ['zh', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh-TW', 'zh-Hant'],
  ['cmn', 'zh-Hans'],
  ['ja-JP', 'ja'],
  ['ms', 'ms'],
  ['ms-Arab', 'ms-Arab'],
  ['rhg', 'rhg'],
  ['rhg-Rohg', 'rhg'],
  ['ku-Arab', 'ckb'],
  ['pa-Arab', 'pnb'],
  ['lah', 'pnb'],
  ['pbt', 'ps'],
  ['haz-AF', 'haz'],
  ['iw', 'he'],
  ['ydd', 'yi'],
  ['tl', 'fil'],
  ['aii', 'syr'],
])('%s is another name of %s', (tag, expected) => {
  expect(findLanguage(tag)?.tag).toBe(expected);
});

test.each([
  // Direction, script, digits, calendar and quotation marks, as CLDR 48 has them.
  ['de', 'ltr Latn latn gregory „“‚‘'],
  ['de-CH', 'ltr Latn latn gregory „“‚‘'],
  ['it', 'ltr Latn latn gregory «»“”'],
  ['pl', 'ltr Latn latn gregory „”«»'],
  ['el', 'ltr Grek latn gregory «»“”'],
  ['sr', 'ltr Cyrl latn gregory „”’’'],
  ['sr-Cyrl', 'ltr Cyrl latn gregory „”’’'],
  ['sr-Latn', 'ltr Latn latn gregory „”’’'],
  ['sr-ME', 'ltr Latn latn gregory „”’’'],
  ['kk', 'ltr Cyrl latn gregory «»“”'],
  ['kk-Arab', 'rtl Arab latn gregory «»‹›'],
  ['ky', 'ltr Cyrl latn gregory «»„“'],
  ['tg', 'ltr Cyrl latn gregory “”‘’'],
  ['nb', 'ltr Latn latn gregory «»‘’'],
  ['fr-CA', 'ltr Latn latn gregory «»”“'],
  ['fr-CH', 'ltr Latn latn gregory «»‹›'],
  ['pt-AO', 'ltr Latn latn gregory «»“”'],
  ['en-AU', 'ltr Latn latn gregory “”‘’'],
  ['zh-HK', 'ltr Hant latn gregory 「」『』'],
  ['zh-Hant-HK', 'ltr Hant latn gregory 「」『』'],
  ['ar-SD', 'rtl Arab arab gregory «»‹›'],
  ['ar-MA', 'rtl Arab latn gregory «»‹›'],
  ['ary', 'rtl Arab latn gregory «»‹›'],
  ['ps-PK', 'rtl Arab arabext gregory «»‹›'],
  ['uz-Arab', 'rtl Arab arabext persian “”‘’'],
  ['fa-u-ca-gregory-nu-latn', 'rtl Arab latn gregory «»‹›'],
  // What Intl has no data for: the script is the likely one, or the one that is named.
  ['bal', 'rtl Arab latn gregory “”‘’'],
  ['aiq', 'rtl Arab arabext persian “”‘’'],
  ['ff', 'ltr Latn latn gregory „”‚’'],
  ['sd-Deva', 'ltr Deva latn gregory “”‘’'],
  ['ug-Latn', 'ltr Latn latn gregory “”‘’'],
  ['ku', 'ltr Latn latn gregory “”‘’'],
  ['pa', 'ltr Guru latn gregory “”‘’'],
  ['ber-Tfng', 'ltr Tfng latn gregory “”‘’'],
  ['yo-Arab', 'rtl Arab latn gregory “”‘’'],
])('%s is %s without a row of its own', (tag, expected) => {
  const language = findLanguage(tag)!;
  const { dir, script, digits, calendar, quotes } = language;
  expect(language.tag).toBe(tag);
  expect(`${dir} ${script} ${digits} ${calendar} ${quotes.join('')}`).toBe(expected);
});

test('a country refines the row of its language', () => {
  const india = {
    name: 'Urdu (India)',
    digits: 'arabext',
    lineHeight: 1.46,
    faces: findLanguage('ur')?.faces,
  };
  expect(findLanguage('ur-IN')).toMatchObject(india);
  expect(findLanguage('pa-PK')).toMatchObject({ faces: findLanguage('pnb')?.faces, lineHeight: 1.46 });
  const serbian = { name: 'Serbian (Latin)', endonym: 'srpski (latinica)', hyphenation: 'sh-latn' };
  expect(findLanguage('sr-Latn')).toMatchObject(serbian);
});

test('what is no language, or is written nobody knows how, is not guessed at', () => {
  for (const tag of ['xq', 'zz', 'ber', 'und', 'mul', 'x-foo', 'not a tag', ''])
    expect([tag, findLanguage(tag)]).toEqual([tag, undefined]);
});

test('tags are made canonical as Intl does', () => {
  expect(['prs', 'prs-AF', 'EN-gb', 'zh-hant', 'x_y'].map(canonicalTag)).toEqual([
    'fa-AF',
    'fa-AF',
    'en-GB',
    'zh-Hant',
    undefined,
  ]);
});

test.each([
  ['fa-AF', 'fa-AF fa'],
  ['es-MX', 'es-MX es-419 es'],
  ['en-NZ', 'en-NZ en-001 en'],
  ['en-US', 'en-US en'],
  ['de-AT', 'de-AT de'],
  ['pt-MZ', 'pt-MZ pt-PT pt'],
  ['nb', 'nb no'],
  ['sr-Latn-BA', 'sr-Latn-BA sr-Latn'],
  ['sr-Cyrl-BA', 'sr-Cyrl-BA sr-BA sr'],
  ['zh-HK', 'zh-HK zh-Hant-HK zh-Hant'],
  ['zh-MO', 'zh-MO zh-Hant-MO zh-Hant-HK zh-Hant'],
  ['zh-SG', 'zh-SG zh zh-Hans'],
  ['uz-Arab', 'uz-Arab'],
  ['pa-PK', 'pa-PK pa-Arab-PK pa-Arab pnb'],
  ['ca-ES-valencia', 'ca-ES-valencia ca-ES ca'],
])('%s inherits along %s', (tag, expected) => {
  expect(ancestors(tag).join(' ')).toBe(expected);
});

test.each([
  ['haz', 'haz fa-AF fa'],
  ['fa', 'fa fa-AF'],
  ['ps', 'ps'],
  ['skr', 'skr ur'],
  ['uz-Arab', 'uz-Arab fa-AF fa'],
  ['mzn', 'mzn fa'],
  ['arz', 'arz ar'],
  ['yue', 'yue zh-Hant zh-Hans zh'],
  ['rhg', 'rhg'],
])('readers of %s read %s', (tag, expected) => {
  expect(readingOrder(tag).join(' ')).toBe(expected);
});

test('what is kept by language is found whatever form its key has', () => {
  expect(pick({ 'FA-af': 1, fa: 2 }, ancestors('fa-AF'))).toBe(1);
  expect(pick({ prs: 1 }, ancestors('fa-AF'))).toBe(1);
  expect(pick({ 'zh-TW': 1, 'zh-hant': 2 }, ancestors('zh-HK'))).toBe(2);
  expect(pick({ constructor: 1 }, ['toString'])).toBeUndefined();
});

test.each([
  ['german', 'German is written de'],
  ['Deutsch', 'German is written de'],
  ['urdu', 'Urdu is written ur'],
  ['اردو', 'Urdu is written ur'],
  ['Dari', 'Dari is written fa-AF'],
  ['farsi', 'Persian is written fa'],
  ['sorani', 'Central Kurdish is written ckb'],
  ['kurmanji', 'Kurdish is written ku'],
  ['tagalog', 'Filipino is written fil'],
  ['ελληνικά', 'Greek is written el'],
  ['en_GB', 'did you mean "en-GB"?'],
  ['fa-AFF', 'did you mean "fa-AF"?'],
  ['germn', 'did you mean "de" (german)?'],
  ['tlh', 'Klingon needs its script: tlh-Latn or tlh-Arab, for example'],
  ['qqq', 'if "qqq" is a language, it needs its script: qqq-Latn or qqq-Arab, for example'],
  ['qqqqq', 'use a BCP 47 tag such as en, fa-AF, ps, ur, ar or zh-Hans'],
])('who writes %s is told: %s', (tag, expected) => {
  expect(languageHint(tag)).toBe(expected);
});
