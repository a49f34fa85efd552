/** The dates that scripts/bundle.mjs keeps: see ./known-dates.ts. */
import { formatDate } from './dates.ts';
import { inKnownWords, type KnownDates, knownDatesFile } from './known-dates.ts';
import { findLanguage, knownTags, type Language } from './language.ts';

/** A year and a day whose digits stand nowhere else in a date. */
const YEAR = 2345;
const DAY = 19;
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** The dates of all languages of the table, by file. */
export function filesOfDates(): ReadonlyMap<string, KnownDates> {
  return new Map(
    knownTags().flatMap((tag) => {
      const kept = datesToKeep(findLanguage(tag)!);
      return kept ? [[knownDatesFile(tag), kept] as const] : [];
    }),
  );
}

/** The Gregorian dates of a language; undefined when they do not follow from the numbers of year and day alone. */
export function datesToKeep(language: Language): KnownDates | undefined {
  const { borrowed } = formatDate({ year: YEAR, month: 1 }, language, 'gregory');
  const { digits } = borrowed ?? language;
  const number = (value: number): string =>
    inKnownWords({ year: value }, { digits, year: '{y}', month: [], day: [] });
  const pattern = (month?: number, day?: number): string => {
    const date = { year: YEAR, ...(month !== undefined && { month }), ...(day !== undefined && { day }) };
    const { text } = formatDate(date, language, 'gregory');
    return text.replace(number(YEAR), '{y}').replace(number(DAY), '{d}');
  };
  const kept: KnownDates = {
    ...(borrowed && { borrowed: borrowed.tag }),
    digits,
    year: pattern(),
    month: MONTHS.map((month) => pattern(month)),
    day: MONTHS.map((month) => pattern(month, DAY)),
  };
  return holds(kept, language) ? kept : undefined;
}

/** Whether dates that they were not made from are printed as Intl prints them, by the same lender. */
function holds(kept: KnownDates, language: Language): boolean {
  return MONTHS.every((month) =>
    [{ year: 1999 }, { year: 1987, month }, { year: 2016, month, day: month }].every((date) => {
      const { text, borrowed } = formatDate(date, language, 'gregory');
      const lender = 'month' in date ? kept.borrowed : undefined;
      return text === inKnownWords(date, kept) && borrowed?.tag === lender && sameLanguage(borrowed);
    }),
  );
}

/** A lender is found again by its tag. */
function sameLanguage(lender: Language | undefined): boolean {
  return lender === undefined || findLanguage(lender.tag) === lender;
}
