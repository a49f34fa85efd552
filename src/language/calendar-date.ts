/** Dates of the Gregorian calendar as front matter and templates hold them. */

export interface PlainDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

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

/** True for a date that names a year from 1000, and a month and a day, if any, that exist. */
export function isCalendarDate(text: string): boolean {
  return !text.startsWith('0') && parseDate(text) !== undefined;
}

/** Where a date begins, in milliseconds from 1970 (UTC). */
export function instant(date: PlainDate): number {
  const moment = new Date(0);
  moment.setUTCFullYear(date.year, (date.month ?? 1) - 1, date.day ?? 1);
  return moment.getTime();
}
