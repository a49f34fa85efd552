/**
 * Dates in the words, digits and calendar of a language. A date without its day is always Gregorian, since
 * one month has no equivalent in another calendar. Always UTC: a date is a day, not a moment.
 */
import { instant, type PlainDate } from './calendar-date.ts';
import { inKnownWords, knownDates } from './known-dates.ts';
import { findLanguage, type Language } from './language.ts';
import { hasWords, printLocale, stripBidiControls } from './locale.ts';
import { isWrittenIn } from './script.ts';
import { readingOrder } from './tag.ts';

/**
 * Languages set as day, month, year, where CLDR 48 orders otherwise or adds what print does not: Pashto gets
 * `AP` in Latin letters for the Solar Hijri era, Urdu a comma, Persian the year first without a day.
 */
const DAY_MONTH_YEAR: ReadonlySet<string> = new Set(['fa', 'ps', 'ur']);

const formats = new Map<string, Intl.DateTimeFormat>();

export interface PrintedDate {
  readonly text: string;
  /** The language whose words these are, where it is not the one that was asked for. */
  readonly borrowed?: Language;
}

/**
 * The date for print; `calendar` is a CLDR calendar, that of the language when absent. A language whose months have no
 * names in CLDR borrows the whole date, with its digits, from the nearest that has them.
 */
export function formatDate(date: PlainDate, language: Language, calendar = language.calendar): PrintedDate {
  const used = date.day === undefined ? 'gregory' : calendar;
  const known = used === 'gregory' ? knownDates(language) : undefined;
  if (known) {
    const lender =
      date.month === undefined || known.borrowed === undefined ? undefined : findLanguage(known.borrowed);
    return { text: inKnownWords(date, known), ...(lender && { borrowed: lender }) };
  }
  const months = used === language.calendar ? language.months : undefined;
  if (!months && date.month !== undefined) {
    const lender = lenderOf(date, language, used);
    if (lender) return { text: formatDate(date, lender, used).text, borrowed: lender };
  }
  const formatted = format(language, used, date);
  if (!months && !DAY_MONTH_YEAR.has(language.tag.split('-')[0]!))
    return { text: stripBidiControls(formatted.format(instant(date))) };
  const parts = partsOf(formatted, date);
  const month =
    date.month === undefined
      ? undefined
      : (months?.[monthNumber(date, language, used) - 1] ?? parts.get('month'));
  const words = [parts.get('day'), month, parts.get('relatedYear') ?? parts.get('year')];
  return { text: stripBidiControls(words.filter((word) => word !== undefined).join(' ')) };
}

const lenders = new Map<string, Language | undefined>();

/** The language that lends its months; undefined when a language has its own, in its own script. */
function lenderOf(date: PlainDate, language: Language, calendar: string): Language | undefined {
  const key = `${language.tag} ${calendar}`;
  if (!lenders.has(key)) {
    const found = firstToName(date, language, calendar);
    lenders.set(key, found === language ? undefined : found);
  }
  return lenders.get(key);
}

/** The first in the reading order of a language that names the month in its own script. */
function firstToName(date: PlainDate, language: Language, calendar: string): Language | undefined {
  for (const tag of [...readingOrder(language.tag), 'en-GB']) {
    const candidate = !hasWords(tag) ? undefined : tag === language.tag ? language : findLanguage(tag);
    const month = candidate && partsOf(format(candidate, calendar, date), date).get('month');
    if (month !== undefined && isWrittenIn(month, candidate!)) return candidate;
  }
  return undefined;
}

function partsOf(formatted: Intl.DateTimeFormat, date: PlainDate): ReadonlyMap<string, string> {
  return new Map(formatted.formatToParts(instant(date)).map(({ type, value }) => [type as string, value]));
}

function format(language: Language, calendar: string, date: PlainDate, month: 'long' | 'numeric' = 'long') {
  const precision = date.day !== undefined ? 'day' : date.month !== undefined ? 'month' : 'year';
  const key = `${language.tag} ${language.digits} ${calendar} ${precision} ${month}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(printLocale(language), {
      calendar,
      numberingSystem: month === 'numeric' ? 'latn' : language.digits,
      timeZone: 'UTC',
      year: 'numeric',
      ...(precision !== 'year' && { month }),
      ...(precision === 'day' && { day: 'numeric' }),
    });
    formats.set(key, found);
  }
  return found;
}

/** 1 to 12 (13 in some calendars): which month of the calendar the date falls in. */
function monthNumber(date: PlainDate, language: Language, calendar: string): number {
  const parts = format(language, calendar, date, 'numeric').formatToParts(instant(date));
  return Number(parts.find((part) => part.type === 'month')?.value);
}
