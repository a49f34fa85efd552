/** What `bayan check` says of publications that a person can read in fixtures/*.txt. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { findLanguage, type Proof } from '../../src/language/language.ts';
import { blocksOf } from '../../src/translation/blocks.ts';
import { Findings } from '../../src/translation/findings.ts';
import { checkLeftovers } from '../../src/translation/leftovers/check-leftovers.ts';
import { readFixtures, writeFixtures } from '../content/fixture-file.ts';
import { ROOT, SAMPLE_LANGUAGES } from '../support/make.ts';
import { ALL, check, fielded, readSet, told } from './sets.ts';

for (const name of ['parity', 'stale', 'leftovers']) {
  const url = new URL(`fixtures/${name}.txt`, import.meta.url);
  const fixtures = readFixtures(url);
  const results = fixtures.map(({ input, ...rest }) => ({
    ...rest,
    input,
    found: told(check(readSet(input)).diagnostics),
  }));
  if (process.env.UPDATE_FIXTURES)
    writeFixtures(
      url,
      results.map(({ title, input, found }) => ({ title, input, expected: found })),
    );
  describe(name, () => {
    test.each(results)('$title', ({ found, expected }) => {
      expect(found).toBe(expected);
    });
  });
}

describe('no false alarm', () => {
  test('on the sample, in five languages', () => {
    const members = SAMPLE_LANGUAGES.map((lang) => {
      const source = readFileSync(join(ROOT, `content/afghan-returns/${lang}.md`), 'utf8');
      return { planned: { slug: 'a', lang, file: `${lang}.md` }, content: fielded(lang, source) };
    });
    expect(told(check({ slug: 'a', members }).diagnostics)).toBe('');
  });

  test('on an article of the Universal Declaration in the languages that have the same of it', () => {
    const langs =
      'am bn ckb en es fa-AF fil fr he hi id ja km lo mn ms ms-Arab my ne ps ru si so sw ta th tr ug ur vi zh-Hans zh-Hant';
    const members = langs.split(' ').flatMap((lang) => {
      const source = readFileSync(join(ROOT, `test/specimens/content/specimen/${lang}.md`), 'utf8');
      const text = source.replace('kinds: [specimen]\n', '');
      return { planned: { slug: 'a', lang, file: `${lang}.md` }, content: fielded(lang, text) };
    });
    const { set, diagnostics } = check({ slug: 'a', members });
    expect(set.source).toBe('en');
    expect(told(diagnostics)).toBe('');
  });
});

test('a check that is off says nothing, and severities are those of the settings', () => {
  const set = readSet('=== en\nIn 30 days.\n\nMore.\n=== ur\n60 دن میں۔\n');
  const codes = (checks: Partial<typeof ALL>) =>
    check(set, { ...ALL, ...checks }).diagnostics.map(({ severity, code }) => `${severity} ${code}`);
  expect(codes({})).toEqual(['error translation-parity', 'error translation-figure']);
  expect(codes({ parity: 'warning' })).toEqual(['warning translation-parity', 'error translation-figure']);
  expect(codes({ parity: 'off', figures: 'off' })).toEqual([]);
});

test('a row of the language table switches leftovers off', () => {
  const { edition, fields } = fielded('en', 'Two  spaces, «marks» and ۴۰ of 40.\n');
  const blocks = blocksOf({ edition, fields });
  const codes = (proof: Proof) => {
    const report = new Report();
    checkLeftovers(blocks, edition.source, { ...findLanguage('en')!, proof }, new Findings(ALL, report));
    return report.diagnostics.map(({ code }) => code);
  };
  expect(codes({})).toEqual(['text-spaces', 'text-quotes', 'text-digits']);
  expect(codes({ ignore: ['spaces', 'quotes', 'digits'] })).toEqual([]);
  expect(codes({ quotes: '«»', letters: { w: 'v' } })).toEqual(['text-spaces', 'text-letter', 'text-digits']);
});
