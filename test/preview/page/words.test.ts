/** The words of the preview's page: who gets which language, and that no table is left half translated. */
import { describe, expect, test } from 'vitest';
import { LANGUAGES, preferredLanguage, Speech } from '../../../src/preview/page/words/speech.ts';

describe('the language of the interface', () => {
  test.each([
    [['fr-FR', 'ps-AF', 'en'], 'ps'],
    [['fa-IR'], 'fa-AF'],
    [['prs'], 'fa-AF'],
    [['AR-eg'], 'ar'],
    [['fr', 'de'], 'en'],
    [[], 'en'],
  ])('for who reads %j is %s', (wanted, tag) => {
    expect(preferredLanguage(wanted).tag).toBe(tag);
  });
});

describe.each(LANGUAGES)('$tag', (words) => {
  const flat = (value: object): [string, string][] =>
    Object.entries(value).flatMap(([key, each]): [string, string][] =>
      typeof each === 'object' ? flat(each).map(([inner, text]) => [`${key}.${inner}`, text]) : [[key, each]],
    );
  const english = new Map(flat(preferredLanguage(['en'])));
  const placesOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

  test('has the values of each sentence', () => {
    for (const [key, text] of flat(words))
      expect([key, placesOf(text)]).toEqual([key, placesOf(english.get(key)!)]);
  });
  test('says nothing in English by mistake', () => {
    if (words.tag === 'en') return;
    const same = flat(words).filter(([key, text]) => text === english.get(key));
    expect(same).toEqual([]);
  });
});

test('numbers have the digits of the language', () => {
  const said = LANGUAGES.map((words) => {
    const speech = new Speech(words);
    return speech.fill(words.found, { number: 3, count: 17 });
  });
  expect(said).toEqual(['3 of 17', '۳ از ۱۷', '۳ له ۱۷ څخه', '3 از 17', '٣ من ١٧']);
});
