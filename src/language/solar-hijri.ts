/** The Solar Hijri calendar of Afghanistan and Iran, as ICU counts it, to the Gregorian calendar that dates are kept in. */

let format: Intl.DateTimeFormat | undefined;

const DAY = 86_400_000;

/**
 * The Gregorian date (`YYYY-MM-DD`) of a Solar Hijri day; undefined when there is no such day.
 *
 * @param year 1 to 2999, Anno Persico
 * @param month 1 (Hamal, Farvardin) to 12
 */
export function fromSolarHijri(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  // The year begins with spring, 20 to 22 March; its first six months have 31 days, the others 30.
  const guess =
    Date.UTC(year + 621, 2, 21) + (Math.min(month - 1, 6) * 31 + Math.max(month - 7, 0) * 30 + day - 1) * DAY;
  for (const shift of [0, -1, 1, -2, 2]) {
    const moment = new Date(guess + shift * DAY);
    if (isSolarHijri(moment, year, month, day)) return moment.toISOString().slice(0, 10);
  }
  return undefined;
}

function isSolarHijri(moment: Date, year: number, month: number, day: number): boolean {
  format ??= new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const parts = new Map(
    format.formatToParts(moment).map(({ type, value }) => [type as string, Number(value)]),
  );
  return parts.get('year') === year && parts.get('month') === month && parts.get('day') === day;
}
