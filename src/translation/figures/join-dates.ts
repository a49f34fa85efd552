/** Puts dates together: a month's name, and the day and the year near it. */
import { isHijriYear } from '../../language/hijri.ts';
import type { Month } from '../../language/month-names.ts';
import type { DateFigure, DateParts, Figure, NumberFigure } from './figure.ts';
import type { Piece } from './read-figures.ts';
import { isGregorianYear } from './read-written.ts';
import type { Token } from './tokens.ts';

export interface NamedMonth {
  readonly months: readonly Month[];
  readonly doubtful: boolean;
}

/** How many tokens a day, and a year, may be from the month: د ۲۰۲۳ کال په اکتوبر. */
const DAY_REACH = 2;
const YEAR_REACH = 4;

type MonthPiece = Piece & { readonly month: NamedMonth };

/** The figures of the pieces, with months as dates; months with neither day nor year are dates of a month alone. */
export function joinDates(
  pieces: readonly Piece[],
  tokens: readonly Token[],
  text: string,
): readonly Figure[] {
  const taken = new Set<Piece>();
  const dates: DateFigure[] = [];
  for (const piece of pieces) {
    if (piece.figure || taken.has(piece)) continue;
    const twin = sameMonth(piece, pieces, tokens);
    if (twin) taken.add(twin);
    const months = [...piece.month.months, ...(twin?.month.months ?? [])];
    const from = piece.at;
    const to = twin?.next ?? piece.next;
    const near = (reach: number, fits: (value: number) => boolean) =>
      nearest(pieces, taken, from, to, reach, tokens, fits);
    const year = near(YEAR_REACH, (value) => isHijriYear(value) || isGregorianYear(value));
    if (year) taken.add(year);
    const day = near(DAY_REACH + (year && year.at >= to ? 0 : 1), (value) => value >= 1 && value <= 31);
    if (day) taken.add(day);
    const parts = [piece, twin, year, day].filter((part) => part !== undefined);
    const start = tokens[Math.min(...parts.map((part) => part.at))]!.start;
    const end = tokens[Math.max(...parts.map((part) => part.next)) - 1]!.end;
    const written = { ...(year && { year: value(year) }), ...(day && { day: value(day) }) };
    const meant = months.map(({ calendar, month }): DateParts => ({ calendar, month, ...written }));
    const fitting = meant.filter(fitsCalendar);
    dates.push({
      kind: 'date',
      dates: fitting.length > 0 ? fitting : meant,
      doubtful: piece.month.doubtful && !year,
      text: text.slice(start, end),
      start,
      end,
    });
  }
  const rest = pieces.flatMap((piece, index) =>
    piece.figure && !taken.has(piece) ? [endOfYears(piece.figure, pieces[index - 1]?.figure, text)] : [],
  );
  return [...rest, ...dates].sort((a, b) => a.start - b.start);
}

/** The second of 2021–22, which may be 2022. */
function endOfYears(figure: Figure, before: Figure | undefined, text: string): Figure {
  if (figure.kind !== 'number' || before?.kind !== 'number' || figure.scaled || figure.percent) return figure;
  const [first, second] = [before.values[0]!, figure.values[0]!];
  const joined = /^[-–/]$/.test(text.slice(before.end, figure.start)) || before.end === figure.end;
  if (!joined || !(isGregorianYear(first) || isHijriYear(first)) || second <= first % 100 || second > 99)
    return figure;
  return { ...figure, values: [second, first - (first % 100) + second] };
}

const value = (piece: Piece): number => (piece.figure as NumberFigure).values[0]!;

/** A year of one calendar does not go with a month of another. */
function fitsCalendar({ calendar, year }: DateParts): boolean {
  return year === undefined || (calendar === 'gregory' ? isGregorianYear(year) : isHijriYear(year));
}

/** The same month under another name right after it: تشرين الأول/أكتوبر. */
function sameMonth(
  piece: MonthPiece,
  pieces: readonly Piece[],
  tokens: readonly Token[],
): MonthPiece | undefined {
  const next = pieces[pieces.indexOf(piece) + 1];
  if (!next || next.figure || next.at - piece.next > 1) return undefined;
  const between = tokens.slice(piece.next, next.at).map(({ text }) => text);
  if (!between.every((mark) => /^[/(–-]$/.test(mark))) return undefined;
  const same = next.month.months.some(({ calendar, month }) =>
    piece.month.months.some((own) => own.calendar === calendar && own.month === month),
  );
  return same ? next : undefined;
}

function nearest(
  pieces: readonly Piece[],
  taken: ReadonlySet<Piece>,
  from: number,
  to: number,
  reach: number,
  tokens: readonly Token[],
  fits: (value: number) => boolean,
): Piece | undefined {
  const distance = (piece: Piece): number => (piece.at >= to ? piece.at - to : from - piece.next);
  return pieces
    .filter((piece) => {
      const { figure } = piece;
      if (figure?.kind !== 'number' || taken.has(piece) || distance(piece) > reach) return false;
      const whole = figure.values.length === 1 && Number.isInteger(figure.values[0]);
      const plain = whole && !figure.percent && !figure.scaled && figure.form === 'digits';
      const [start, end] = piece.at >= to ? [to, piece.at] : [piece.next, from];
      const apart = tokens.slice(start, end).some(({ text }) => /^[.!?؟۔;؛:()[\]]$/.test(text));
      return plain && !apart && fits(figure.values[0]!);
    })
    .sort((a, b) => distance(a) - distance(b))[0];
}
