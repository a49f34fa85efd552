/** Figures of translations: a table of sentences that say the same and of sentences that do not (fixtures/figures.txt). */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findLanguage } from '../../src/language/language.ts';
import { compareFigures } from '../../src/translation/figures/compare-figures.ts';
import { readFigures } from '../../src/translation/figures/read-figures.ts';

interface Fixture {
  readonly name: string;
  readonly same: boolean;
  readonly from: readonly [lang: string, text: string];
  readonly to: readonly [lang: string, text: string];
  readonly told: readonly string[];
}

function readFixtures(): readonly Fixture[] {
  const lines = readFileSync(new URL('fixtures/figures.txt', import.meta.url), 'utf8').split('\n');
  const fixtures: Fixture[] = [];
  let from: Fixture['from'] = ['en', ''];
  for (const line of lines) {
    if (line === '' || line.startsWith('#')) continue;
    const [, sign = '', lang = '', rest = ''] = /^(?:([=≠]) )?(\S+) +(.*)$/.exec(line) ?? [];
    const [text = '', ...told] = rest.split(' | ');
    if (sign === '') from = [lang, text];
    else fixtures.push({ name: line, same: sign === '=', from, to: [lang, text], told });
  }
  return fixtures;
}

const FIXTURES = readFixtures();
const compare = ([fromLang, fromText]: Fixture['from'], [lang, text]: Fixture['to']) =>
  compareFigures(
    { text: fromText, language: findLanguage(fromLang)! },
    { text, language: findLanguage(lang)! },
  );

test('the table has sixty fixtures and six languages at least', () => {
  expect(FIXTURES.length).toBeGreaterThan(60);
  expect(new Set(FIXTURES.map(({ to }) => to[0])).size).toBeGreaterThan(6);
});

describe.each(FIXTURES)('$from.1', ({ name, same, from, to, told }) => {
  test(name, () => {
    const { missing, added, percent } = compare(from, to);
    const found = [
      ...missing.map(({ text }) => text),
      ...added.map(({ text }) => text),
      ...percent.map(([one, other]) => `${one.text}~${other.text}`),
    ];
    expect(found).toEqual(same ? [] : told);
  });
});

test('a text says what it says, and every figure is where it stands', () => {
  const languages = [
    'en',
    'fa-AF',
    'ps',
    'ur',
    'ar',
    'fr',
    'hi',
    'my',
    'zh-Hans',
    'ru',
    'sw',
    'ckb',
    'ff-Adlm',
  ];
  const pieces =
    '1|۲|٣|14|1403|2023| | |.|,|٫|٬|/|-|–|:|%|٪|million|لاکھ|میلیون|و|and|half|a |نیم|October|میزان|مارچ|99999999999999|00|،|(|)|h|\u200c|’|m |k|0'.split(
      '|',
    );
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...pieces), { maxLength: 25 }),
      fc.constantFrom(...languages),
      (words, lang) => {
        const text = words.join('');
        expect(compare([lang, text], [lang, text])).toEqual({ missing: [], added: [], percent: [] });
        for (const figure of readFigures(text, findLanguage(lang)!))
          expect(text.slice(figure.start, figure.end)).toBe(figure.text);
      },
    ),
    { numRuns: 500 },
  );
});
