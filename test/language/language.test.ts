import { expect, test } from 'vitest';
import { canonicalTag, findLanguage } from '../../src/language/language.ts';

test.each([
  ['prs', 'fa-AF'],
  ['FA-af', 'fa-AF'],
  ['fa-Arab-AF', 'fa-AF'],
  ['pes', 'fa'],
  ['ur-Arab-PK', 'ur'],
  ['en-AU', 'en'],
  ['zh', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-Hant-HK', 'zh-Hant'],
  ['cmn', 'zh-Hans'],
  ['ja-JP', 'ja'],
  ['ms', 'ms'],
  ['ms-Arab', 'ms-Arab'],
  ['ms-Arab-MY', 'ms-Arab'],
  ['rhg', 'rhg'],
  ['rhg-Rohg', 'rhg'],
  ['rhg-Arab-BD', 'rhg-Arab'],
  ['ku-Arab', 'ckb'],
  ['ku-Arab-IQ', 'ckb'],
  ['pa-Arab', 'pnb'],
  ['pa-PK', 'pnb'],
  ['lah', 'pnb'],
  ['pbt', 'ps'],
  ['haz-AF', 'haz'],
  ['iw', 'he'],
  ['ydd', 'yi'],
  ['tl', 'fil'],
  ['aii', 'syr'],
  ['ff-Adlm-GN', 'ff-Adlm'],
])('%s is set as %s', (tag, expected) => {
  expect(findLanguage(tag)?.tag).toBe(expected);
});

test('a language written in another script is not guessed at', () => {
  // Fula without a script is Latin (Intl), for which there is no row; Adlam must be asked for.
  for (const tag of [
    'ff',
    'ff-Latn',
    'sd-Deva',
    'mn-Mong',
    'ku',
    'pa',
    'ug-Latn',
    'fa-Latn',
    'xq',
    'not a tag',
    '',
  ])
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
