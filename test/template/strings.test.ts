import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { canonicalTag, findLanguage } from '../../src/language/language.ts';
import { isWrittenIn } from '../../src/language/script.ts';

const folder = new URL('../../templates/strings/', import.meta.url);
const read = (file: string) =>
  parse(readFileSync(new URL(file, folder), 'utf8')) as Readonly<
    Record<string, string | Readonly<Record<string, string>>>
  >;
const english = read('en.yaml');
const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));

/** What is written for a name: of words with plural forms, all of them. */
const allOf = (words: string | Readonly<Record<string, string>>) =>
  typeof words === 'string' ? words : Object.values(words).join(' ');
const placeholders = (words: string) => [...new Set(words.match(/\{\w+\}/g))].sort();

test.each(files)(
  '%s has words of English, with their values, in its own script, and says where from',
  (file) => {
    const words = read(file);
    const tag = file.slice(0, -'.yaml'.length);
    expect(canonicalTag(tag)).toBe(tag);
    expect(words['words.reviewed']).toMatch(/^(?:yes|no)$/);
    expect(words['words.source']).toMatch(/\S/);
    for (const [name, written] of Object.entries(words)) {
      if (name.startsWith('words.')) continue;
      const text = allOf(written);
      expect(Object.keys(english)).toContain(name);
      expect([name, placeholders(text)]).toEqual([name, placeholders(allOf(english[name]!))]);
      const letters = text.replace(/\{\w+\}|QR|code|link/g, '');
      expect([name, isWrittenIn(letters, findLanguage(tag)!)]).toEqual([name, true]);
    }
  },
);

test.each(
  'de fr es it pt nl sv no pl cs el ru uk tr kk ky tg uz id ms vi fil sw so fa ckb he hi ne mr bn ta km th am zh-Hans zh-Hant ja ko'.split(
    ' ',
  ),
)('all words of the page are there in %s', (tag) => {
  const lacking = Object.keys(english).filter(
    (name) => !/^(?:language|letter|signatories)\./.test(name) && !(name in read(`${tag}.yaml`)),
  );
  expect(lacking).toEqual([]);
});

test.each(['en', 'fa-AF', 'ps', 'ur', 'ar', 'fr', 'es'])(
  'organisations and people are counted in every plural form of %s',
  (tag) => {
    const numbers = Array.from({ length: 200 }, (_, number) => number);
    const rules = new Intl.PluralRules(tag);
    const needed = new Set(numbers.map((number) => rules.select(number)));
    for (const key of ['signatories.organisations', 'signatories.people'])
      expect(Object.keys(read(`${tag}.yaml`)[key]!)).toEqual(expect.arrayContaining([...needed]));
  },
);

test('nothing is made up for languages that nobody here can check', () => {
  const tags = files.map((file) => file.slice(0, -'.yaml'.length));
  for (const tag of ['nqo', 'rhg', 'rhg-Arab', 'dz', 'bo', 'dv', 'syr', 'ff-Adlm'])
    expect(tags).not.toContain(tag);
});
