/** Dates as authors write them, to the one form that dates are kept in: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, Gregorian. */
import { isCalendarDate } from './calendar-date.ts';
import { foldDigits } from './digits.ts';
import { fromSolarHijri, isHijriYear } from './hijri.ts';

export type WrittenDate =
  | { readonly date: string; readonly problem?: undefined }
  /** What is wrong, in words that follow the name of the field; and what to type. */
  | { readonly problem: string; readonly hint: string };

/** Reads a date in any digits: Gregorian, or Solar Hijri with `AP` behind it. `CE` says that an old year is meant. */
export function readWrittenDate(text: string): WrittenDate {
  const folded = foldDigits(text.trim());
  const [, written = folded, era] = /^(.*?)\s*\b(AP|SH|CE|AD)$/i.exec(folded) ?? [];
  const solar = /^(?:AP|SH)$/i.test(era ?? '');
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(written);
  if (solar) return readSolarHijri(parts);
  if (parts && era === undefined && isHijriYear(Number(parts[1]))) return hijriYear(parts);
  if (isCalendarDate(written)) return { date: written };
  if (parts) return { problem: 'is no day of the Gregorian calendar', hint: 'check the month and the day' };
  const turned =
    /^(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?\.?$/.exec(written) ??
    /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(written);
  const better =
    turned &&
    [
      turned[1]!,
      ...turned
        .slice(2)
        .filter((part) => part !== undefined)
        .map((part) => part.padStart(2, '0')),
    ].join('-');
  return {
    problem: 'must be a date written YYYY-MM-DD, YYYY-MM or YYYY',
    hint: better
      ? `write ${better}`
      : 'for example 2026-01-15, 2026-01 or 2026; for Solar Hijri, 1404-10-25 AP',
  };
}

function readSolarHijri(parts: RegExpExecArray | null): WrittenDate {
  const [, year, month, day] = parts ?? [];
  if (year === undefined) return { problem: 'is no Solar Hijri date', hint: 'for example 1404-10-25 AP' };
  if (month === undefined || day === undefined)
    return {
      problem: 'is a Solar Hijri date without its day, which falls into two Gregorian months or years',
      hint: `write the day too, for example ${year}-${month ?? '10'}-25 AP, or the Gregorian date`,
    };
  const date = fromSolarHijri(Number(year), Number(month), Number(day));
  if (date !== undefined) return { date };
  return { problem: 'is no day of the Solar Hijri calendar', hint: 'check the month and the day' };
}

/** A year such as 1404 or 1447 without a word about its calendar. */
function hijriYear([written, year, month, day]: RegExpExecArray): WrittenDate {
  const solar = month && day ? fromSolarHijri(Number(year), Number(month), Number(day)) : undefined;
  if (Number(year) <= 1420 && solar !== undefined)
    return {
      problem: `is a Solar Hijri date, and dates are read as Gregorian`,
      hint: `write ${written} AP, or the Gregorian date ${solar}; for the year ${year} of the Gregorian calendar, ${written} CE`,
    };
  return {
    problem: `is in the year ${year}: a Hijri date, and dates are read as Gregorian`,
    hint: `write the Gregorian date, such as 2026-01-15; a Solar Hijri date with its day and AP, such as 1404-10-25 AP; for the Gregorian year, ${written} CE`,
  };
}
