/**
 * Every letter of every language is drawn by the face that is meant for the language, in every role, so that no
 * word is set in two faces. Languages whose package is not installed (Chinese, Japanese, Korean) are left out by name.
 */
import { expect, test } from 'vitest';
import type { TextStyle } from '../../src/document/style.ts';
import { missingFace } from '../../src/fonts/suggestion.ts';
import { alphabetOf } from '../../src/language/alphabets.ts';
import { LANGUAGES } from '../../src/language/table.ts';
import { shippedFonts } from '../support/fonts.ts';

const fonts = shippedFonts();
const style = (role: TextStyle['role'], weight: 400 | 700): TextStyle => ({
  role,
  weight,
  italic: false,
  size: 10,
  color: '#000000',
});
const absent = LANGUAGES.filter((language) => missingFace(language, fonts));

/** Letters of both cases, the digits of the language, and its name in itself. */
function needs(language: (typeof LANGUAGES)[number]): string[] {
  const letters = alphabetOf(language.tag);
  const digits = new Intl.NumberFormat('en', { numberingSystem: language.digits, useGrouping: false }).format(
    1234567890,
  );
  return [
    ...new Set(
      [
        ...letters,
        ...letters.map((letter) => letter.toLocaleUpperCase(language.tag)),
        ...digits,
        ...language.endonym,
      ].join(''),
    ),
  ].filter((char) => char !== ' ');
}

test('only languages too heavy to install everywhere have no face here', () => {
  expect(['ja', 'ko', 'zh-Hans', 'zh-Hant']).toEqual(expect.arrayContaining(absent.map(({ tag }) => tag)));
});

const installed = LANGUAGES.filter((language) => !absent.includes(language));
test.each(installed.map((language) => [language.tag, language] as const))('%s', (_, language) => {
  for (const role of ['serif', 'sans', 'display'] as const)
    for (const weight of [400, 700] as const) {
      const face = fonts
        .candidates(language.script, style(role, weight), language)
        .map((open) => open())
        .find(Boolean);
      const lacking = needs(language).filter((char) => !face?.has(char.codePointAt(0)!));
      expect([role, weight, face?.family, lacking.join(' ')]).toEqual([role, weight, face?.family, '']);
    }
});
