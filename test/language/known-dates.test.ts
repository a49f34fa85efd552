/** Dates that are kept with the bundle are those that Intl prints. */
import { describe, expect, it } from 'vitest';
import { formatDate } from '../../src/language/dates.ts';
import { filesOfDates } from '../../src/language/keep-dates.ts';
import { inKnownWords, type KnownDates, knownDatesFile } from '../../src/language/known-dates.ts';
import { findLanguage, knownTags } from '../../src/language/language.ts';

const kept = filesOfDates();
const ofTag = (tag: string): KnownDates | undefined => kept.get(knownDatesFile(tag));

const YEARS = [1000, 1582, 1752, 1899, 1900, 1970, 1999, 2000, 2024, 2026, 2100, 9999];

/** Each day of a leap year, and each month of many years. */
function* dates(): Generator<{ readonly year: number; readonly month?: number; readonly day?: number }> {
  for (let at = Date.UTC(2024, 0, 1); at < Date.UTC(2025, 0, 1); at += 86_400_000) {
    const day = new Date(at);
    yield { year: 2024, month: day.getUTCMonth() + 1, day: day.getUTCDate() };
  }
  for (const year of YEARS) {
    yield { year };
    for (let month = 1; month <= 12; month++) {
      yield { year, month };
      yield { year, month, day: 28 };
    }
  }
}

describe('dates that are kept with the bundle', () => {
  it('are kept for the languages that Bayan is made for first', () => {
    for (const tag of ['en', 'fa-AF', 'fa', 'ps', 'ur', 'ar', 'haz']) expect(ofTag(tag), tag).toBeDefined();
  });

  it.each(knownTags().filter((tag) => ofTag(tag)))('are what Intl prints: %s', (tag) => {
    const language = findLanguage(tag)!;
    const known = ofTag(tag)!;
    for (const date of dates()) {
      const { text, borrowed } = formatDate(date, language, 'gregory');
      const lender = date.month === undefined ? undefined : known.borrowed;
      expect([inKnownWords(date, known), lender]).toEqual([text, borrowed?.tag]);
    }
  });
});
