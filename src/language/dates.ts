/**
 * Dates in the words, digits and calendar of a language. A date without its day is always Gregorian, since
 * one month has no equivalent in another calendar. Always UTC: a date is a day, not a moment.
 */
import type { Language } from './language.ts';
import { printLocale, stripBidiControls } from './locale.ts';

export interface PlainDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/**
 * Languages set as day, month, year, where CLDR 48 orders otherwise or adds what print does not: Pashto gets
 * `AP` in Latin letters for the Solar Hijri era, Urdu a comma, Persian the year first without a day.
 */
const DAY_MONTH_YEAR: ReadonlySet<string> = new Set(['fa', 'ps', 'ur']);

const formats = new Map<string, Intl.DateTimeFormat>();

/** `2024`, `2024-04` or `2024-04-04` (ISO 8601); undefined when it is none of these or no real day. */
export function parseDate(text: string): PlainDate | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  if (year === undefined || (month !== undefined && (month < 1 || month > 12))) return undefined;
  if (month === undefined || day === undefined) return { year, ...(month && { month }) };
  const real = new Date(instant({ year, month, day }));
  return real.getUTCDate() === day && real.getUTCMonth() === month - 1 ? { year, month, day } : undefined;
}

/** The date for print; `calendar` is a CLDR calendar, that of the language when absent. */
export function formatDate(date: PlainDate, language: Language, calendar = language.calendar): string {
  const used = date.day === undefined ? 'gregory' : calendar;
  const parts = new Map(
    format(language, used, date)
      .formatToParts(instant(date))
      .map((part) => [part.type as string, part.value]),
  );
  const base = language.tag.split('-')[0]!;
  const months = used === language.calendar ? language.months : undefined;
  if (!months && !DAY_MONTH_YEAR.has(base)) {
    return stripBidiControls(format(language, used, date).format(instant(date)));
  }
  const month =
    date.month === undefined
      ? undefined
      : (months?.[monthNumber(date, language, used) - 1] ?? parts.get('month'));
  const words = [parts.get('day'), month, parts.get('relatedYear') ?? parts.get('year')];
  return stripBidiControls(words.filter((word) => word !== undefined).join(' '));
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

function instant(date: PlainDate): number {
  const moment = new Date(0);
  moment.setUTCFullYear(date.year, (date.month ?? 1) - 1, date.day ?? 1);
  return moment.getTime();
}
