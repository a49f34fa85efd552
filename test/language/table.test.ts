import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { alphabetOf } from '../../src/language/alphabets.ts';
import { canonicalTag } from '../../src/language/language.ts';
import { LANGUAGES } from '../../src/language/table.ts';

const cldr = JSON.parse(readFileSync(new URL('cldr-48.json', import.meta.url), 'utf8')) as {
  languages: Record<string, { quotes?: string[]; digits?: string }>;
};

/** Where the table knows better than CLDR, and why is said in the table. */
const OWN_QUOTES = ['ar', 'haz', 'ps', 'ug'];
const OWN_DIGITS = { ar: 'arab', haz: 'arabext', rhg: 'rohg', 'rhg-Arab': 'latn' } as const;

test('every language of the brief has a row', () => {
  const wanted =
    'ar fa fa-AF haz ps ur ckb ug sd pnb skr ms-Arab rhg rhg-Arab he yi syr dv nqo ff-Adlm hi ne mr bn ta si my km th lo bo dz ' +
    'en fr es pt id ms fil vi tr sw so mn ru am ti zh-Hans zh-Hant ja ko';
  expect(LANGUAGES.map(({ tag }) => tag)).toEqual(wanted.split(' ').sort());
});

test.each(LANGUAGES.map((language) => [language.tag, language] as const))(
  '%s agrees with Intl and CLDR',
  (tag, language) => {
    expect(canonicalTag(tag)).toBe(tag);
    const locale = new Intl.Locale(tag);
    expect(locale.maximize().script).toBe(language.script);
    // Node's ICU has no data, and so no direction, for the languages it lists as unknown.
    if (Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0) {
      const { textInfo } = locale as Intl.Locale & { textInfo?: { direction: string } };
      if (textInfo && tag !== 'ms-Arab') expect(textInfo.direction).toBe(language.dir);
      expect(new Intl.DateTimeFormat(tag).resolvedOptions().calendar).toBe(language.calendar);
    }
    const { quotes, digits } = cldr.languages[tag] ?? {};
    if (quotes && !OWN_QUOTES.includes(tag)) expect(language.quotes).toEqual(quotes);
    expect(language.digits).toBe(OWN_DIGITS[tag as keyof typeof OWN_DIGITS] ?? digits);
    expect(Intl.supportedValuesOf('numberingSystem')).toContain(language.digits);
    expect(alphabetOf(tag).length).toBeGreaterThan(10);
  },
);

test('Punjabi and Saraiki have the months of Urdu, and every list of months has twelve', () => {
  const urdu = Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat('ur', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, month, 5)),
  );
  for (const { tag, months } of LANGUAGES) {
    if (tag === 'pnb' || tag === 'skr') expect(months).toEqual(urdu);
    if (months) expect(new Set(months).size).toBe(12);
  }
});

test('Afghan months are those CLDR has, but for the spellings the table gives reasons for', () => {
  const months = (tag: string) =>
    Array.from({ length: 12 }, (_, month) =>
      new Intl.DateTimeFormat(tag, { calendar: 'persian', month: 'long', timeZone: 'UTC' }).format(
        Date.UTC(2024, 3 + month, 5),
      ),
    );
  const ours = (tag: string) => LANGUAGES.find((language) => language.tag === tag)?.months;
  expect(months('fa-AF').map((name) => name.replace('سنبلهٔ', 'سنبله'))).toEqual(ours('fa-AF'));
  expect(months('ps').map((name) => name.replaceAll('گ', 'ګ'))).toEqual(ours('ps'));
  expect(ours('haz')).toEqual(ours('fa-AF'));
  expect(ours('fa')).toBeUndefined();
});

test('Nastaliq is never stretched, and no script without italics is slanted', () => {
  for (const { tag, faces, justification, script, emphasis } of LANGUAGES) {
    if (faces?.serif?.includes('nastaliq')) expect([tag, justification]).toEqual([tag, 'spaces']);
    if (justification === 'kashida') expect(script).toBe('Arab');
    expect([tag, emphasis]).toEqual([tag, ['Latn', 'Cyrl'].includes(script) ? 'italic' : 'bold']);
  }
});
