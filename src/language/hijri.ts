/** The Hijri calendars, as ICU counts them, to the days that dates are kept in: the Solar one of Afghanistan and Iran, and the lunar one. */
import type { MonthCalendar } from './month-names.ts';

type HijriCalendar = Exclude<MonthCalendar, 'gregory'>;

const DAY = 86_400_000;

/** Whether a year without a word about its calendar is a Solar or a lunar Hijri one of our time or of the last century. */
export const isHijriYear = (year: number): boolean => year >= 1250 && year <= 1499;

/**
 * The Gregorian date (`YYYY-MM-DD`) of a Solar Hijri day; undefined when there is no such day.
 *
 * @param year 1 to 2999, Anno Persico
 * @param month 1 (Hamal, Farvardin) to 12
 */
export function fromSolarHijri(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const found = hijriDay('persian', year, month, day);
  return found === undefined ? undefined : new Date(found * DAY).toISOString().slice(0, 10);
}

/**
 * A day of a Hijri calendar, counted from 1 January 1970; undefined when there is no such day.
 *
 * @param month 1 to 12
 */
export function hijriDay(
  calendar: HijriCalendar,
  year: number,
  month: number,
  day: number,
): number | undefined {
  const guess = GUESSES[calendar](year, month) + day - 1;
  for (let shift = 0; shift <= FURTHEST; shift++)
    for (const there of shift === 0 ? [guess] : [guess - shift, guess + shift])
      if (isDay(calendar, there, year, month, day)) return there;
  return undefined;
}

/** How far a guess may be from its day. */
const FURTHEST = 6;

/** About where a month begins, in days from 1970. */
const GUESSES: Readonly<Record<HijriCalendar, (year: number, month: number) => number>> = {
  // The year begins with spring, 20 to 22 March; its first six months have 31 days, the others 30.
  persian: (year, month) =>
    Date.UTC(year + 621, 2, 21) / DAY + Math.min(month - 1, 6) * 31 + Math.max(month - 7, 0) * 30,
  'islamic-umalqura': (year, month) =>
    Math.round(Date.UTC(622, 6, 19) / DAY + (year - 1) * 354.367 + (month - 1) * (354.367 / 12)),
};

const formats = new Map<HijriCalendar, Intl.DateTimeFormat>();

function isDay(calendar: HijriCalendar, at: number, year: number, month: number, day: number): boolean {
  let format = formats.get(calendar);
  if (!format) {
    format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    formats.set(calendar, format);
  }
  const parts = new Map(
    format.formatToParts(at * DAY).map(({ type, value }) => [type as string, Number(value)]),
  );
  return parts.get('year') === year && parts.get('month') === month && parts.get('day') === day;
}
