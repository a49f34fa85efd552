/** Whether two figures say the same, in whatever digits, words, groups or calendar each of them is written. */
import { hijriDay, isHijriYear } from '../../language/hijri.ts';
import type { MonthCalendar } from '../../language/month-names.ts';
import type { ClockTime, DateFigure, DateParts, Figure, NumberFigure, TimeFigure } from './figure.ts';
import { isGregorianYear } from './read-written.ts';

/** How a figure of one text is in the other: with the same meaning, without its sign of per cent, or not at all. */
export type Agreement = 'same' | 'percent-lost' | 'none';

export interface AgreeOptions {
  /** One of the languages has no words for thousand and million that are known: 1.4 million is there with some power of ten. */
  readonly anyScale: boolean;
}

export function agree(one: Figure, other: Figure, options: AgreeOptions): Agreement {
  if (one.kind !== 'date' && other.kind !== 'date') {
    const times = agreeTimes(one, other);
    if (times !== undefined) return times;
  }
  if (one.kind === 'number' && other.kind === 'number') return agreeNumbers(one, other, options);
  if (one.kind === 'date' && other.kind === 'date') return agreeDates(one, other) ? 'same' : 'none';
  if (one.kind === 'number' && other.kind === 'date')
    return one.values.some((value) => isPartOf(value, other)) ? 'same' : 'none';
  return 'none';
}

/** Whether two times are the same; undefined where it is not certain that they are times. */
function agreeTimes(one: NumberFigure | TimeFigure, other: NumberFigure | TimeFigure): Agreement | undefined {
  if (!one.clock || !other.clock) return undefined;
  const [a, b] = [one.clock, other.clock];
  if (!a.said && !b.said) return undefined;
  const [first, second] = [halfOf(a), halfOf(b)];
  const same = a.minutes === b.minutes && (!first || !second || first === second);
  return same ? 'same' : a.said && b.said ? 'none' : undefined;
}

/** The half of the day of a time. A number without a word of the clock beside it is one of 24 hours: 18 for 6 pm, never 6. */
const halfOf = ({ half, said, minutes }: ClockTime): ClockTime['half'] =>
  half ?? (said ? undefined : minutes < 60 ? 'pm' : 'am');

function agreeNumbers(one: NumberFigure, other: NumberFigure, { anyScale }: AgreeOptions): Agreement {
  const equal = one.values.some((a) =>
    other.values.some(
      (b) =>
        isEqual(a, b) ||
        isSameYear(a, b, one, other) ||
        (anyScale && (one.scaled || other.scaled) && isScaled(a, b)),
    ),
  );
  if (!equal) return isHalf(one, other) || isHalf(other, one) ? 'same' : 'none';
  return one.percent === other.percent ? 'same' : 'percent-lost';
}

/** Half of them, and 50%. */
const isHalf = (one: NumberFigure, other: NumberFigure): boolean =>
  one.percent && one.values.includes(50) && other.form === 'words' && other.values.includes(0.5);

const isEqual = (a: number, b: number): boolean =>
  Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * 1e-9;

function isScaled(a: number, b: number): boolean {
  const power = Math.log10(a / b);
  return Number.isFinite(power) && Math.abs(power - Math.round(power)) < 1e-6;
}

/** A year of one calendar and one of another that it overlaps with: 1403 and 2024. */
function isSameYear(a: number, b: number, one: NumberFigure, other: NumberFigure): boolean {
  if (one.scaled || other.scaled || one.form !== 'digits' || other.form !== 'digits') return false;
  const [hijri, gregorian] = isHijriYear(a) ? [a, b] : [b, a];
  if (!isHijriYear(hijri) || !isGregorianYear(gregorian)) return false;
  return (['persian', 'islamic-umalqura'] as const).some((calendar) =>
    overlap({ calendar, year: hijri }, { calendar: 'gregory', year: gregorian }),
  );
}

function isPartOf(value: number, { dates }: DateFigure): boolean {
  return dates.some(
    (date) =>
      date.year === value ||
      date.day === value ||
      (date.year !== undefined &&
        isHijriYear(date.year) !== isHijriYear(value) &&
        overlap({ calendar: date.calendar, year: date.year }, { calendar: calendarOf(value), year: value })),
  );
}

const calendarOf = (year: number): MonthCalendar => (isHijriYear(year) ? 'persian' : 'gregory');

function agreeDates(one: DateFigure, other: DateFigure): boolean {
  return one.dates.some((a) =>
    other.dates.some((b) => {
      if (a.calendar === b.calendar)
        return (['year', 'month', 'day'] as const).every(
          (part) => a[part] === undefined || a[part] === b[part],
        );
      return precision(b) >= precision(a) && overlap(a, b);
    }),
  );
}

const precision = ({ month, day }: DateParts): number =>
  day !== undefined ? 3 : month !== undefined ? 2 : 1;

/** Whether there is a day that both mean. Without years, in any of four years with a leap year among them. */
function overlap(a: DateParts, b: DateParts): boolean {
  if ((a.year === undefined) !== (b.year === undefined)) return false;
  const years = a.year === undefined ? [0, 1, 2, 3] : [0];
  return years.some((shift) => {
    const [first, second] = [days(withYear(a, shift)), days(withYear(b, shift))];
    // A month without a year may meet the other one in the next year of its calendar.
    return [-1, 0, 1].some((turn) => {
      if (turn !== 0 && a.year !== undefined) return false;
      const moved = turn === 0 ? second : days(withYear(b, shift + turn));
      return first && moved && first[0] <= moved[1] && moved[0] <= first[1];
    });
  });
}

const FIRST_YEAR: Readonly<Record<MonthCalendar, number>> = {
  gregory: 2021,
  persian: 1400,
  'islamic-umalqura': 1443,
};

function withYear(date: DateParts, shift: number): DateParts & { readonly year: number } {
  return { ...date, year: date.year ?? FIRST_YEAR[date.calendar] + shift };
}

const DAY = 86_400_000;

/** First and last day, counted from 1970; undefined when there is no such day. */
function days({
  calendar,
  year,
  month,
  day,
}: DateParts & { readonly year: number }): readonly [number, number] | undefined {
  const first = find(calendar, year, month ?? 1, day ?? 1);
  if (first === undefined) return undefined;
  if (day !== undefined) return [first, first];
  const after =
    month === undefined || month === 12 ? find(calendar, year + 1, 1, 1) : find(calendar, year, month + 1, 1);
  return after === undefined ? undefined : [first, after - 1];
}

function find(calendar: MonthCalendar, year: number, month: number, day: number): number | undefined {
  if (calendar === 'gregory') return Date.UTC(year, month - 1, day) / DAY;
  return hijriDay(calendar, year, month, day);
}
