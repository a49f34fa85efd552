/** Days and times written in digits alone: 2024-04-04, 4/5/2024, ۱۴۰۳/۱/۱۶, 18:30. */
import { isHijriYear } from '../../language/hijri.ts';
import type { MonthCalendar } from '../../language/month-names.ts';
import type { ClockTime, DateParts } from './figure.ts';

/** Years that are taken for Gregorian ones. */
export const isGregorianYear = (year: number): boolean => year >= 1500 && year <= 2199;

/** What a date in digits may mean; undefined for what is none. */
export function readNumericDate(text: string): readonly DateParts[] | undefined {
  const [, first = '', , second = '', third = ''] = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})$/.exec(text) ?? [];
  if (first.length === 4 && third.length <= 2) return days(Number(first), [[Number(second), Number(third)]]);
  if (third.length === 4 && first.length <= 2)
    return days(Number(third), [
      [Number(second), Number(first)],
      [Number(first), Number(second)],
    ]);
  return undefined;
}

function days(
  year: number,
  candidates: readonly (readonly [month: number, day: number])[],
): readonly DateParts[] | undefined {
  const calendars: readonly MonthCalendar[] = isHijriYear(year)
    ? ['persian', 'islamic-umalqura']
    : isGregorianYear(year)
      ? ['gregory']
      : [];
  const found = calendars.flatMap((calendar) =>
    candidates.flatMap(([month, day]) =>
      month >= 1 && month <= 12 && day >= 1 && day <= 31 ? [{ calendar, year, month, day }] : [],
    ),
  );
  return found.length > 0 ? found : undefined;
}

/** What is written as a time, which is no number. */
export function readTime(text: string): ClockTime | undefined {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text) ?? [];
  return hours === undefined ? undefined : clockTime(Number(hours), Number(minutes), true);
}

/** A time of day from what its digits say; undefined where a clock has no such time. */
export function clockTime(hour: number, minute: number, said: boolean): ClockTime | undefined {
  if (hour > 24 || minute > 59) return undefined;
  const half = hour % 24 === 0 ? ('am' as const) : hour > 12 ? ('pm' as const) : undefined;
  return { minutes: (hour % 12) * 60 + minute, said, ...(half && { half }) };
}
