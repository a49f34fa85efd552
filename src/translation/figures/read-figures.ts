/**
 * Reads the figures of a text: numbers in any digits or words, dates and times. One pass over the tokens; dates are put together
 * afterwards from months and the numbers near them.
 */
import { clockWords } from '../../language/clock-words.ts';
import type { Language } from '../../language/language.ts';
import { isAlsoWord, type Month, monthNames } from '../../language/month-names.ts';
import type { Figure } from './figure.ts';
import { joinDates, type NamedMonth } from './join-dates.ts';
import { type Count, CountReader } from './read-count.ts';
import { readNumericDate, readTime } from './read-written.ts';
import { tellTimes } from './tell-times.ts';

/** What is read before dates are joined. `at` and `next` are the first token and the one after the last. */
export type Piece = {
  readonly at: number;
  readonly next: number;
  /** The digits of one of several numbers in a token. */
  readonly part?: string;
} & ({ readonly figure: Figure } | { readonly figure?: undefined; readonly month: NamedMonth });

/** The figures of `text`, in its order. */
export function readFigures(text: string, language: Language): readonly Figure[] {
  const reader = new FigureReader(text, language);
  const pieces = tellTimes(reader.pieces(), reader.counts, clockWords(language));
  return joinDates(pieces, reader.counts.tokens, text);
}

/** Letters of a month that is looked for within a word. */
const SHORTEST_MONTH = 4;

class FigureReader {
  readonly counts: CountReader;
  readonly #language: Language;
  readonly #months: ReadonlyMap<string, readonly Month[]>;
  readonly #found: Piece[] = [];

  constructor(text: string, language: Language) {
    this.#language = language;
    this.#months = monthNames(language);
    this.counts = new CountReader(text, language);
  }

  pieces(): readonly Piece[] {
    const { tokens } = this.counts;
    for (let at = 0; at < tokens.length; ) {
      const next = this.#month(at) ?? this.#numberedMonth(at) ?? this.#written(at) ?? this.#count(at);
      at = next ?? at + 1;
    }
    return this.#found;
  }

  #month(at: number): number | undefined {
    const exact = this.counts.longest(at, (phrase) => this.#months.get(phrase));
    const name = exact ?? this.#inflectedMonth(at);
    if (!name) return undefined;
    const { text } = this.counts.slice(at, name.next);
    const lower = this.#language.script === 'Latn' && /^\p{Ll}/u.test(text);
    // In English a month has a capital letter, and elsewhere it may have none.
    const doubtful =
      !exact || isAlsoWord(name.phrase, name.value) || (lower && this.#language.tag.startsWith('en'));
    this.#found.push({ at, next: name.next, month: { months: name.value, doubtful } });
    return name.next;
  }

  /** A month with an ending (октябре, অক্টোবরে), or within letters that have no spaces between their words (အောက်တိုဘာလတွင်). */
  #inflectedMonth(at: number) {
    const { unspaced, tokens } = this.counts;
    const { text = '', kind } = tokens[at] ?? {};
    if (kind !== 'word' || text.length < SHORTEST_MONTH || this.#language.tag.startsWith('en'))
      return undefined;
    const fits = (name: string): boolean =>
      name.length >= SHORTEST_MONTH &&
      (unspaced
        ? text.includes(name)
        : text.length <= name.length + 3 &&
          text.startsWith(name.length > SHORTEST_MONTH ? name.slice(0, -1) : name));
    const [phrase] = [...this.#months.keys()].filter(fits).sort((a, b) => b.length - a.length);
    return phrase === undefined ? undefined : { value: this.#months.get(phrase)!, phrase, next: at + 1 };
  }

  /** 10月, 10월, tháng 10: East Asia counts its months. */
  #numberedMonth(at: number): number | undefined {
    const [token, after] = this.counts.tokens.slice(at, at + 2);
    const number = token?.kind === 'number' ? token : after;
    const word = token?.kind === 'number' ? after : token;
    if (number?.kind !== 'number' || word?.kind !== 'word') return undefined;
    const isMonth = token === number ? /^[月월]/u.test(word.text) : word.text === 'thang';
    const month = Number(number.text);
    if (!isMonth || !(month >= 1 && month <= 12)) return undefined;
    const months = [{ calendar: 'gregory', month }] as const;
    this.#found.push({ at, next: at + 2, month: { months, doubtful: false } });
    return at + 2;
  }

  /** Dates, times and several numbers in one token of digits. */
  #written(at: number): number | undefined {
    const token = this.counts.tokens[at]!;
    if (token.kind !== 'number') return undefined;
    const where = this.counts.slice(at, at + 1);
    const dates = readNumericDate(token.text);
    const clock = readTime(token.text);
    const put = (figure: Figure): void => {
      this.#found.push({ at, next: at + 1, figure });
    };
    if (dates) put({ kind: 'date', dates, doubtful: false, ...where });
    else if (clock) put({ kind: 'time', clock, ...where });
    else if (!/[-/:]/.test(token.text) || this.counts.isSlashDecimal(at)) return undefined;
    else return this.#several(at, token.text);
    return at + 1;
  }

  /** 24/7, 2021-22, 18:30-20:00: what multiplies the last number is none of the others'. */
  #several(at: number, text: string): number {
    const parts = text.split('-').flatMap((part) => (readTime(part) ? [part] : part.split(/[/:]/)));
    for (const [index, part] of parts.entries()) {
      const clock = readTime(part);
      const where = this.counts.slice(at, at + 1);
      if (clock) this.#found.push({ at, next: at + 1, figure: { kind: 'time', clock, ...where } });
      else if (index < parts.length - 1) this.#push(at, this.counts.digits(part, at), part, false);
      else return this.#push(at, this.counts.scale(this.counts.digits(part, at)), part);
    }
    return at + 1;
  }

  #count(at: number): number | undefined {
    const count = this.counts.read(at);
    return count && this.#push(at, count);
  }

  #push(at: number, { values, form, scaled, next }: Count, part?: string, mayBePercent = true): number {
    const after = mayBePercent ? this.counts.percentAfter(next) : undefined;
    const percent = after !== undefined || (mayBePercent && this.counts.percentBefore(at));
    const end = after ?? next;
    const figure: Figure = { kind: 'number', values, form, scaled, percent, ...this.counts.slice(at, end) };
    this.#found.push({ at, next: end, figure, ...(part !== undefined && { part }) });
    return end;
  }
}
