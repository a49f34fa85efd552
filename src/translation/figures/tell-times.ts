/** Tells which numbers are times of day, and which half of the day a time means: 18.30 Uhr, 6 pm, شام ۶ بجے, 18h30. */
import type { ClockWords } from '../../language/clock-words.ts';
import type { ClockTime, Figure } from './figure.ts';
import type { CountReader } from './read-count.ts';
import type { Piece } from './read-figures.ts';
import { clockTime } from './read-written.ts';
import type { Token } from './tokens.ts';

/** The pieces, with what their numbers are on a clock; hour and minutes on both sides of a word are one time. */
export function tellTimes(
  pieces: readonly Piece[],
  counts: CountReader,
  words: ClockWords,
): readonly Piece[] {
  const teller = new TimeTeller(pieces, counts, words);
  return pieces.flatMap((_, index) => teller.told(index) ?? []);
}

class TimeTeller {
  readonly #pieces: readonly Piece[];
  readonly #counts: CountReader;
  readonly #words: ClockWords;
  /** The token after the last word that has been given to a time, and after the last piece that is part of one. */
  #taken = 0;
  #joined = 0;

  constructor(pieces: readonly Piece[], counts: CountReader, words: ClockWords) {
    this.#pieces = pieces;
    this.#counts = counts;
    this.#words = words;
  }

  told(index: number): Piece | undefined {
    const piece = this.#pieces[index]!;
    if (piece.at < this.#joined) return undefined;
    const written = this.#written(piece);
    if (!written) return piece;
    const { tokens } = this.#counts;
    const following = this.#pieces[index + 1];
    // Words behind several numbers of one token are the last one's, and words before them the first one's.
    const [isFirst, isLast] = [this.#pieces[index - 1]?.at !== piece.at, following?.at !== piece.at];
    const joined = this.#withMinutes(piece, following);
    const next = joined?.next ?? piece.next;
    const behind = isLast && this.#fits(tokens[next], this.#words.after);
    const after = isLast ? this.#part(behind ? next + 1 : next, 1) : undefined;
    // kl. 18.30
    const last = tokens[piece.at - 1]?.text === '.' ? piece.at - 2 : piece.at - 1;
    const ahead = isFirst && this.#fits(tokens[last], this.#words.before);
    // A part of the day right behind one time is not that of the next.
    const first = ahead ? last - 1 : piece.at - 1;
    const before = after || !isFirst || first < this.#taken ? undefined : this.#part(first, -1);
    const half = after ?? before;
    this.#taken = after?.end ?? next;
    if (joined) this.#joined = next;
    const clock = joined?.clock ?? written;
    const said = clock.said || behind || ahead || half !== undefined;
    const meant = half ? inHalf(clock, half.hours) : clock;
    // A word is a time only beside words of the clock.
    if (!said && 'form' in piece.figure! && piece.figure.form === 'words') return piece;
    const told = { ...meant, said };
    if (joined)
      return {
        at: piece.at,
        next,
        figure: { kind: 'time', clock: told, ...this.#counts.slice(piece.at, next) },
      };
    return { ...piece, figure: { ...piece.figure, clock: told } as Figure };
  }

  /** What a piece says of a clock by itself. */
  #written({ figure, at, part }: Piece): ClockTime | undefined {
    if (figure?.kind === 'time') return figure.clock;
    if (figure?.kind !== 'number' || figure.percent || figure.scaled || figure.values.length !== 1)
      return undefined;
    const [value = 0] = figure.values;
    if (figure.form === 'words') return clockTime(Math.floor(value), (value % 1) * 60, false);
    const [, hour, minute] = /^(\d{1,2})(?:\.(\d{2}))?$/.exec(part ?? this.#counts.tokens[at]!.text) ?? [];
    return hour === undefined ? undefined : clockTime(Number(hour), Number(minute ?? 0), false);
  }

  /** 18h30, 6時30分: whole hours, a word of the clock, and minutes. */
  #withMinutes(hour: Piece, minute: Piece | undefined) {
    const { tokens } = this.#counts;
    const digits = tokens[hour.next + 1];
    if (minute?.at !== hour.next + 1 || minute.figure?.kind !== 'number' || hour.figure?.kind !== 'number')
      return undefined;
    if (!this.#isHour(tokens[hour.next]) || !/^[0-5]\d$/.test(digits!.text)) return undefined;
    const clock = clockTime(Number(tokens[hour.at]!.text), Number(digits!.text), true);
    const last = tokens[minute.next];
    return clock && { clock, next: last && /^分|^분/u.test(last.text) ? minute.next + 1 : minute.next };
  }

  #isHour(token: Token | undefined): boolean {
    return token?.kind === 'word' && (token.text === 'h' || this.#words.after.has(token.text));
  }

  #fits(token: Token | undefined, words: ReadonlySet<string>): boolean {
    if (token?.kind !== 'word') return false;
    return (
      words.has(token.text) ||
      (this.#counts.unspaced && [...words].some((word) => token.text.startsWith(word)))
    );
  }

  /** The part of the day that begins at a token, or ends at it, and the token after it. */
  #part(at: number, step: 1 | -1): { readonly hours: ReadonlySet<number>; readonly end: number } | undefined {
    const { tokens, unspaced } = this.#counts;
    const { parts, longest } = this.#words;
    let found: { readonly hours: ReadonlySet<number>; readonly end: number } | undefined;
    let phrase = '';
    for (let next = at, count = 0; count < longest; next += step) {
      const token = tokens[next];
      // a.m., ب.ظ.
      if (token?.text === '.' && phrase !== '') continue;
      if (token?.kind !== 'word') break;
      if (unspaced && count === 0) {
        const within = (part: string): boolean =>
          step > 0 ? token.text.startsWith(part) : token.text.endsWith(part);
        const part = [...parts.keys()].find((one) => within(one.replaceAll(' ', '')));
        if (part !== undefined) return { hours: parts.get(part)!, end: next + 1 };
      }
      phrase = step > 0 ? `${phrase} ${token.text}`.trim() : `${token.text} ${phrase}`.trim();
      count++;
      const hours = parts.get(phrase);
      if (hours) found = { hours, end: step > 0 ? next + 1 : at + 1 };
    }
    return found;
  }
}

/** A time in the half of the day in which its hour is one of some hours, if only one half is. */
function inHalf(clock: ClockTime, hours: ReadonlySet<number>): ClockTime {
  const hour = Math.floor(clock.minutes / 60);
  const [am, pm] = [hours.has(hour), hours.has(hour + 12)];
  return clock.half || am === pm ? clock : { ...clock, half: am ? 'am' : 'pm' };
}
