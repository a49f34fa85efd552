/**
 * Gregorian dates as Intl prints them, kept when Bayan was bundled: Intl takes 11 ms to begin, and most documents ask it
 * for one date. They are for the very versions of ICU and CLDR that they were printed with; beside others, for other dates
 * and for other languages Intl is asked.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PlainDate } from './calendar-date.ts';
import { ZEROS } from './digits.ts';
import type { Language } from './language.ts';

/** The dates of a language, with `{y}` and `{d}` for the numbers of year and day. */
export interface KnownDates {
  /** The tag of the language whose words these are, where it is not the one that was asked for. */
  readonly borrowed?: string;
  /** Its digits, or those of the lender: a numbering system of CLDR. */
  readonly digits: string;
  readonly year: string;
  /** By month, January first. */
  readonly month: readonly string[];
  readonly day: readonly string[];
}

/** The name of the file with the dates of a language, beside the bundle. */
export function knownDatesFile(tag: string): string {
  return `known/dates-${process.versions.icu}-${process.versions.cldr}-${tag}.json`;
}

const read = new Map<string, KnownDates | undefined>();

/** What is kept of a language; undefined when nothing is, and when running from source. */
export function knownDates({ tag }: Language): KnownDates | undefined {
  if (!read.has(tag)) read.set(tag, readDates(tag));
  return read.get(tag);
}

function readDates(tag: string): KnownDates | undefined {
  try {
    const path = fileURLToPath(new URL(knownDatesFile(tag), import.meta.url));
    return JSON.parse(readFileSync(path, 'utf8')) as KnownDates;
  } catch {
    return undefined;
  }
}

/** A date in the words that were kept. */
export function inKnownWords({ year, month, day }: PlainDate, known: KnownDates): string {
  const pattern = month === undefined ? known.year : known[day === undefined ? 'month' : 'day'][month - 1]!;
  const zero = ZEROS[known.digits] ?? 0x30;
  const digits = (value: number): string =>
    String(value).replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
  return pattern.replace('{y}', digits(year)).replace('{d}', day === undefined ? '' : digits(day));
}
