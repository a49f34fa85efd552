/** What a figure of a text is, however it is written: a number, a date, or a time of day. */
import type { MonthCalendar } from '../../language/month-names.ts';

interface Written {
  /** As it stands in the text. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface NumberFigure extends Written {
  readonly kind: 'number';
  /** What it may mean: `1.400` is 1400 to some and 1.4 to others. Never negative: a hyphen is no sign. */
  readonly values: readonly number[];
  /**
   * `digits`: written in digits, alone or before a word such as million. `counted`: in words, with one that multiplies (two
   * million). `words`: five, second. `bare`: a million, thousands. `name`: joined to Latin letters, as in COVID-19.
   */
  readonly form: 'digits' | 'counted' | 'words' | 'bare' | 'name';
  readonly percent: boolean;
  /** Multiplied by a word. */
  readonly scaled: boolean;
  /** What it may be on a clock: 18.30, 6 pm, 18 Uhr. */
  readonly clock?: ClockTime;
}

/** A time of day. */
export interface ClockTime {
  /** From midnight, or from noon where half of the day is not known. */
  readonly minutes: number;
  /** Half of the day, where the hour or a word beside it says it. */
  readonly half?: 'am' | 'pm';
  /** Whether it is written as a time, or has a word of the clock beside it. */
  readonly said: boolean;
}

/** A day, month or year of one calendar; what is absent was not written. */
export interface DateParts {
  readonly calendar: MonthCalendar;
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

export interface DateFigure extends Written {
  readonly kind: 'date';
  /** What it may mean: 4/5/2024 is two days. */
  readonly dates: readonly DateParts[];
  /** Its month is also a word of everyday use, and nothing but a number near it makes it a date. */
  readonly doubtful: boolean;
}

export interface TimeFigure extends Written {
  readonly kind: 'time';
  readonly clock: ClockTime;
}

export type Figure = NumberFigure | DateFigure | TimeFigure;
